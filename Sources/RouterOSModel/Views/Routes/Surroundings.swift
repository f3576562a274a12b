/// What next hops are reached by beside routes: networks, interfaces, and what is only known at run time.
struct Surroundings: Sendable {
  let tables: RoutingTables
  let networks: ConnectedNetworks
  private let interfaces: [String: Row]
  private let down: InterfacesDown
  private let vrfs: Set<String>
  private let accounts: AccountAddresses
  /// Why routes that no line writes may resolve next hops of a wider scope; nil when there are none.
  let learned: Cause?

  init(_ views: RouterViews) {
    let configuration = views.configuration
    let rows = views[.interfaces]
    var interfaces: [String: Row] = [:]
    for row in rows {
      if let name = row.text("name"), interfaces[name] == nil { interfaces[name] = row }
    }
    let down = InterfacesDown(interfaces)
    self.interfaces = interfaces
    self.down = down
    tables = RoutingTables(configuration)
    vrfs = Set(
      configuration.entries("/ip/vrf").compactMap { $0.value("name").text })
    accounts = AccountAddresses(configuration)
    var networks = ConnectedNetworks(configuration, views[.addresses], isDown: down.contains)
    networks.noteClients(configuration, isDown: down.contains)
    self.networks = networks
    learned = configuration.learnedRoutes()
  }

  /// The row of an interface.
  func interface(_ name: String) -> Row? { interfaces[name] }

  /// How an interface that a route names is reached.
  func reach(_ name: String) -> Reach {
    guard let row = interfaces[name] else {
      if vrfs.contains(name) { return .unknown(Self.vrf(name)) }
      return name.hasPrefix("<") ? .unknown(Self.runTime(name)) : .nothing
    }
    if down.contains(name) { return .nothing }
    if let doubt = row.cell("disabled")?.doubt, row.entry != nil { return .unknown(doubt) }
    return .reached(Egress([name]), isRecursive: false)
  }

  /// How an address in a connected network of a table is reached, and the length of that network; nil when
  /// it lies in none, or next hops of this target-scope are not resolved by connected networks.
  func connected(
    _ address: IPAddress, _ table: String, within scope: Int
  ) -> (length: Int, reach: Reach)? {
    guard scope >= Self.connectedScope,
      let (prefix, network) = networks.longest(holding: address, in: table)
    else { return nil }
    if let doubt = network.doubt { return (prefix.length, .unknown(doubt)) }
    return (prefix.length, .reached(Egress(network.interfaces), isRecursive: false))
  }

  /// How an address that neither networks nor routes hold is reached: not, as far as is known.
  func beyond(_ address: IPAddress, within scope: Int) -> Reach {
    if scope < Self.connectedScope { return .nothing }
    if address.isLinkLocal { return .unknown(Self.linkLocal(address)) }
    if let cause = unknownNetwork(holding: address) { return .unknown(cause) }
    return scope >= Self.learnedScope ? learned.map { .unknown($0) } ?? .nothing : .nothing
  }

  /// Why an address may lie in a network that nobody wrote; nil when it does not.
  func unknownNetwork(holding address: IPAddress) -> Cause? {
    accounts.doubt(of: address)
      ?? networks.firstUnknown(address.family)
      .flatMap { networks.doubt(of: $0, holding: address) }
  }

  static let unreadable = Cause(
    "the route has no next hop that can be read", remedy: "correct its gateway")

  /// The scope of routes to connected networks, and the smallest of those a protocol brings in
  /// (MikroTik's manual, "IP Routing").
  private static let connectedScope = 10
  private static let learnedScope = 20

  private static func runTime(_ name: String) -> Cause {
    Cause(
      "'\(name)' is an interface that the router makes at run time",
      remedy: "give it a line of its own, such as a server binding")
  }

  private static func vrf(_ name: String) -> Cause {
    Cause(
      "'\(name)' is a VRF, in which the router looks again where a packet leads",
      remedy: "write the next hop, with @\(name) behind it")
  }

  private static func linkLocal(_ address: IPAddress) -> Cause {
    Cause(
      "every interface has the network of gateway \(address)",
      remedy: "write the interface behind % of the gateway")
  }
}

/// The interfaces that do not work because they are switched off, or what they are made on is.
private struct InterfacesDown {
  private var names: Set<String> = []

  init(_ interfaces: [String: Row]) {
    var above: [String: [String]] = [:]
    for (name, row) in interfaces {
      if let parent = row.text("parent") { above[parent, default: []].append(name) }
    }
    var open = interfaces.filter { $0.value.text("disabled") == "yes" }.map(\.key)
    while let name = open.popLast() {
      if names.insert(name).inserted { open += above[name] ?? [] }
    }
  }

  func contains(_ name: String) -> Bool { names.contains(name) }
}

extension ConnectedNetworks {
  /// Notes the networks that PPP clients and LTE interfaces are given.
  fileprivate mutating func noteClients(_ configuration: Configuration, isDown: (String) -> Bool) {
    for (menu, _) in pppClients {
      for client in configuration.entries(menu) {
        guard let name = client.value("name").text, client.value("disabled").text != "yes",
          !isDown(name)
        else { continue }
        noteUnknown(name, "is given by the far end", .ip)
      }
    }
    for interface in configuration.lteInterfaces() {
      noteUnknown(interface.name, "is given by the provider", .ip)
    }
  }
}

extension Configuration {
  /// Why there may be routes that other routers announce; nil when nothing listens to them.
  fileprivate func learnedRoutes() -> Cause? {
    let menus = [
      "/routing/bgp/connection", "/routing/bgp/peer", "/routing/isis/instance",
      "/routing/ospf/network", "/routing/ospf/interface-template", "/routing/rip/instance",
      "/routing/rip/network",
    ]
    let isListening = menus.contains { menu in
      entries(menu).contains { $0.isWritten && $0.value("disabled").text != "yes" }
    }
    guard isListening else { return nil }
    return Cause(
      "a route that another router announces may lead to the gateway",
      remedy: "write a route to the gateway, with a scope of at most the target-scope")
  }
}
