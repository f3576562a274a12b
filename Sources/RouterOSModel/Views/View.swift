/// A typed, version-free table of what a router is configured to do.
public enum View: String, CaseIterable, Sendable {
  /// Addresses of interfaces.
  case addresses
  /// Sessions of BGP: v6 instance and peer, v7 connection, template and instance.
  case bgpSessions = "bgp-sessions"
  /// Routes to everywhere, static ones and those that clients of DHCP, PPP and LTE add.
  case defaultRoutes = "default-routes"
  /// Interfaces of all kinds.
  case interfaces
  /// Routes, static ones and those that clients of DHCP, PPP and LTE add.
  case routes
  /// Secrets that the export shows; places, never values.
  case secrets
  /// Tunnels that are dialled, and the accounts that are dialled into.
  case tunnels

  var definition: ViewDefinition {
    switch self {
    case .addresses: .addresses
    case .bgpSessions: .bgpSessions
    case .defaultRoutes: .defaultRoutes
    case .interfaces: .interfaces
    case .routes: .routes
    case .secrets: .secrets
    case .tunnels: .tunnels
    }
  }

  /// What it shows, in a few words.
  public var meaning: String { definition.meaning }

  /// The columns that the view works out, the telling ones first; rows also answer to the properties of
  /// their entry.
  public var columns: [ViewColumn] { definition.columns }

  /// The menus whose entries are its rows, both major versions together.
  public var menus: [String] { definition.menus }

  /// The further menus that the columns and far ends of its rows are worked out from.
  public var sources: [String] { definition.sources }

  /// Whether its rows have a far end on another router.
  public var hasFarEnd: Bool { definition.hasFarEnd }

  /// Everything its rows may be asked for: its columns, and the properties of their entries.
  public var namesOfColumns: Set<String> {
    Set((ViewColumn.ofEveryRow + columns).map(\.name))
      .union(menus.flatMap { Catalogue.shipped.menu($0).properties.keys })
  }
}
