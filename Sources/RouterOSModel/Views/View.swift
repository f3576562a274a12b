/// A typed, version-free table of what a router is configured to do.
public enum View: String, CaseIterable, Sendable {
  /// Addresses of interfaces.
  case addresses
  /// Sessions of BGP: v6 instance and peer, v7 connection, template and instance.
  case bgpSessions = "bgp-sessions"
  /// Routes to everywhere, static ones and those that clients of DHCP, PPP and LTE add.
  case defaultRoutes = "default-routes"
  /// Servers of DHCP for IPv4, with their networks and pools.
  case dhcpServers = "dhcp-servers"
  /// Interfaces of all kinds.
  case interfaces
  /// Rules of the firewall in their order, with lists expanded.
  case firewallRules = "firewall-rules"
  /// Every entry of every menu.
  case items
  /// Networks that jalur.yaml promises to other routers, and how these learn the way.
  case lanRoutes = "lan-routes"
  /// Names of entries: who defines them, and who uses them.
  case names
  /// Routes, static ones and those that clients of DHCP, PPP and LTE add.
  case routes
  /// Secrets that the export shows; places, never values.
  case secrets
  /// What the router answers on.
  case services
  /// Tunnels that are dialled, and the accounts that are dialled into.
  case tunnels
  /// Who may log in, as far as an export tells.
  case users
  /// Every value that a line gives, with what it names.
  case values
  /// Wireless interfaces, and what managers give their access points.
  case wifi

  var definition: ViewDefinition {
    switch self {
    case .addresses: .addresses
    case .bgpSessions: .bgpSessions
    case .defaultRoutes: .defaultRoutes
    case .dhcpServers: .dhcpServers
    case .interfaces: .interfaces
    case .firewallRules: .firewallRules
    case .items: .items
    case .lanRoutes: .lanRoutes
    case .names: .names
    case .routes: .routes
    case .secrets: .secrets
    case .services: .services
    case .tunnels: .tunnels
    case .users: .users
    case .values: .values
    case .wifi: .wifi
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
