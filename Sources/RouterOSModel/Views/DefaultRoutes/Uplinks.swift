/// What the default routes of a router leave by, as far as that tells one uplink from two.
struct Uplinks {
  private let parents: InterfaceParents
  private let networks: ConnectedNetworks
  /// The interfaces that are certainly ports of a bridge or bond.
  private let slaves: Set<String>
  private let endpoints: RoutesOfEndpoints
  /// The least distance of the routes in use that lead into no tunnel, by table.
  private let nearest: [String: Int]
  /// The uplinks of the clients that add default routes, by their interface.
  private var ofClients: [String: String] = [:]

  init(_ views: RouterViews, _ routes: [Row]) {
    parents = InterfaceParents(views.configuration)
    endpoints = RoutesOfEndpoints(views.configuration)
    let inUse = routes.filter { $0.text("source") != "ppp" && $0.text("disabled") == "no" }
    nearest = Dictionary(
      inUse.compactMap { route in route.distance.map { (route.text("routing-table") ?? "main", $0) }
      },
      uniquingKeysWith: min)
    let clients = routes.filter { $0.clientInterface != nil }
    // Most routers have no client, and need to know nothing of their ports and networks.
    guard !clients.isEmpty else {
      networks = ConnectedNetworks(views.configuration, [])
      slaves = []
      return
    }
    networks = ConnectedNetworks(views.configuration, views[.addresses])
    slaves = views.slaves
    for client in clients { ofClients[client.clientInterface ?? ""] = uplink(of: client) }
  }

  /// Whether a route is no uplink: one that a client would add if the packets for it did not go to a bridge, or
  /// one into a tunnel that itself follows a default route before this one.
  func leadsNowhere(_ route: Row) -> Bool {
    switch route.text("source") {
    case "dhcp-client": route.clientInterface.map(slaves.contains) ?? false
    case "ppp": follows(route)
    default: false
    }
  }

  private func follows(_ route: Row) -> Bool {
    guard let tunnel = route.entry, tunnel.isTunnel, endpoints.leaveToDefault(tunnel),
      let distance = route.distance, let first = nearest[route.text("routing-table") ?? "main"]
    else { return false }
    return first < distance
  }

  /// Whether default routes are two: two that lines write, or by two uplinks.
  func areTwo(_ routes: [Row]) -> Bool {
    max(Set(routes.map(uplink)).count, routes.count(where: \.isStatic)) > 1
  }

  /// What a default route leaves by, so that DHCP and PPPoE on one port count as one uplink, and so does a
  /// written route by the interface of a client; a login that is meant as the second is one of its own.
  private func uplink(of route: Row) -> String {
    let gateways = route.cell("gateway")?.texts ?? []
    let gateway = gateways.joined(separator: ",")
    switch route.text("source") {
    case "dhcp-client": return "port \(parents.bottom(of: gateway))"
    case "pppoe" where route.isMeantAsSecond: return "login \(gateway)"
    case "pppoe":
      return "port \(parents.bottom(of: route.entry?.value("interface").text ?? gateway))"
    default:
      let interface = gateways.count == 1 ? self.interface(of: gateway) : nil
      return interface.flatMap { ofClients[$0] } ?? gateway
    }
  }

  /// The interface that a gateway is reached by, where lines say so.
  private func interface(of gateway: String) -> String? {
    guard let gateway = Gateway(gateway) else { return nil }
    if let interface = gateway.interface { return interface }
    let prefix = gateway.address.flatMap {
      networks.prefixes(holding: $0).max { $0.length < $1.length }
    }
    let interfaces = prefix.map(networks.interfaces) ?? []
    return interfaces.count == 1 ? interfaces.first : nil
  }
}

extension Row {
  fileprivate var distance: Int? { text("distance").flatMap { Int($0) } }

  /// The interface of the client of DHCP or PPP that adds a route; nil for a route that a line writes.
  fileprivate var clientInterface: String? {
    ["dhcp-client", "ppp", "pppoe"].contains(text("source")) ? text("gateway") : nil
  }
}

extension Entry {
  /// Whether it is a client that dials over another path.
  fileprivate var isTunnel: Bool { tunnelClients.contains { $0.menu == menu.path } }
}

extension RouterViews {
  /// The interfaces that are certainly ports of a bridge or bond, by name.
  fileprivate var slaves: Set<String> {
    let ports = InterfacePorts(interfaces, interfaceLists, in: configuration)
    guard ports.doubt == nil else { return [] }
    let names = ports.masters.filter { $0.value.text.map { !$0.hasPrefix("*") } ?? false }.keys
    return Set(names.map { interfaces.all[$0].name })
  }
}
