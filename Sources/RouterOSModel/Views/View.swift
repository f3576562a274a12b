/// A typed, version-free table of what a router is configured to do.
public enum View: String, CaseIterable, Sendable {
  /// Addresses of interfaces.
  case addresses
  /// Sessions of BGP: v6 instance and peer, v7 connection, template and instance.
  case bgpSessions = "bgp-sessions"
  /// Routes to everywhere, static ones and those that clients of DHCP, PPP and LTE add.
  case defaultRoutes = "default-routes"
  /// Secrets that the export shows; places, never values.
  case secrets
  /// Tunnels that are dialled, and the accounts that are dialled into.
  case tunnels

  /// The columns that the view works out; rows also answer to the properties of their entry.
  public var columns: [String: ValueType] {
    switch self {
    case .addresses:
      [
        "address": .interfaceAddress, "disabled": .boolean, "family": .choice, "host": .address,
        "interface": .interface, "prefix": .prefix, "prefix-length": .integer, "source": .choice,
      ]
    case .bgpSessions:
      [
        "disabled": .boolean, "local-address": .address, "local-as": .asNumber, "name": .name,
        "remote-address": .prefix, "remote-as": .asNumber,
      ]
    case .defaultRoutes:
      [
        "disabled": .boolean, "distance": .integer, "dst-address": .prefix, "family": .choice,
        "gateway": .set, "fails-over": .boolean, "repeats": .boolean, "routing-table": .name,
        "source": .choice,
        "type": .choice,
      ]
    case .secrets:
      ["item": .text, "menu": .text, "property": .text, "visible": .boolean]
    case .tunnels:
      [
        "bridge": .name, "disabled": .boolean, "fails-over": .boolean, "inner-address": .set,
        "inner-prefix": .set, "kind": .choice, "name": .name, "profile": .name,
        "remote-endpoint": .text, "side": .choice, "user": .text,
      ]
    }
  }

  /// The menus whose entries are its rows, both major versions together.
  public var menus: [String] {
    switch self {
    case .addresses: ["/ip/address", "/ipv6/address"]
    case .bgpSessions: ["/routing/bgp/connection", "/routing/bgp/peer"]
    case .defaultRoutes:
      ["/interface/lte", "/ip/dhcp-client", "/ip/route", "/ipv6/dhcp-client", "/ipv6/route"]
        + pppClients.map(\.menu)
    case .secrets: []
    case .tunnels: ["/ppp/secret"] + tunnelClients.map(\.menu)
    }
  }

  /// The further menus that the columns and far ends of its rows are worked out from.
  public var sources: [String] {
    switch self {
    case .addresses, .secrets: []
    case .bgpSessions:
      ["/ip/route/vrf", "/ip/vrf", "/routing/bgp/instance", "/routing/bgp/template"]
        + View.addresses.menus
    case .defaultRoutes:
      ["/interface/lte/apn", "/ip/route/vrf", "/ip/vrf"]
    case .tunnels:
      ["/ppp/profile"] + pppServers.map(\.menu) + View.addresses.menus
    }
  }

  /// Whether its rows have a far end on another router.
  public var hasFarEnd: Bool {
    switch self {
    case .bgpSessions, .tunnels: true
    case .addresses, .defaultRoutes, .secrets: false
    }
  }
}

/// The columns that every row answers to; `far` tells how pairing went, where a view has far ends.
public let columnsOfEveryRow: [String: ValueType] = [
  "built-in": .boolean, "comment": .text, "device": .text, "written": .boolean,
]

/// The columns of views whose rows have a far end.
public let columnsOfFarEnds: [String: ValueType] = ["far": .choice, "link": .text]

/// The menus of PPP clients that dial over another path, by kind.
let tunnelClients: [(menu: String, kind: String)] = [
  ("/interface/l2tp-client", "l2tp"), ("/interface/ovpn-client", "ovpn"),
  ("/interface/pptp-client", "pptp"), ("/interface/sstp-client", "sstp"),
]

/// All menus of PPP clients, by kind: each may add a default route.
let pppClients: [(menu: String, kind: String)] =
  tunnelClients + [("/interface/ppp-client", "ppp"), ("/interface/pppoe-client", "pppoe")]

/// The menus of PPP servers, by the service of accounts that dial into them.
let pppServers: [(menu: String, service: String)] = [
  ("/interface/l2tp-server/server", "l2tp"), ("/interface/ovpn-server/server", "ovpn"),
  ("/interface/pptp-server/server", "pptp"), ("/interface/sstp-server/server", "sstp"),
]
