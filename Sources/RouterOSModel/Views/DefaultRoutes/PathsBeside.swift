/// The ways out that a router has beside its default routes: its LTE interfaces and the tunnels it
/// dials, but for those that a default route leaves by, itself or beneath a tunnel.
struct PathsBeside {
  /// Whether there certainly is one.
  let isCertain: Bool
  /// Why there may be one, if none is certain; nil when there is none.
  let doubt: Cause?

  init(_ configuration: Configuration, _ defaultRoutes: [Row]) {
    let tunnels = tunnelClients.flatMap { menu, _ in configuration.entries(menu) }
      .filter { $0.value("disabled").text != "yes" }
    let gateways = defaultRoutes.flatMap { $0.cell("gateway")?.texts ?? [] }
    var exits = Exits(ConnectedNetworks(configuration, configuration.addressRows()))
    exits.add(gateways)
    for tunnel in tunnels where exits.interfaces.contains(tunnel.value("name").text ?? "") {
      exits.add(Self.gateways(toward: tunnel, configuration))
    }
    var causes: [String: Cause] = [:]
    for tunnel in tunnels {
      causes[tunnel.value("name").text ?? ""] = Cell("disabled", of: tunnel).writtenDoubt
    }
    let names = tunnels.filter { $0.value("disabled").text == "no" || causes[$0.name] != nil }
      .map(\.name)
    let beside = (names + configuration.lteInterfaces().map(\.name))
      .filter { !exits.interfaces.contains($0) }
    let common =
      configuration.incompleteness(of: View.addresses.menus)
      ?? defaultRoutes.lazy.compactMap { $0.cell("gateway")?.writtenDoubt }.first
    let doubts = beside.map { causes[$0] ?? exits.doubt(of: $0) }
    isCertain = common == nil && doubts.contains { $0 == nil }
    doubt = beside.isEmpty || isCertain ? nil : common ?? doubts.lazy.compactMap { $0 }.first
  }

  /// The gateways of the routes that carry a tunnel: those to its far end, or when that has but a name,
  /// those to any single host.
  private static func gateways(toward tunnel: Entry, _ configuration: Configuration) -> [String] {
    let endpoint = tunnel.value("connect-to").text.flatMap { IPAddress($0) }
    return configuration.entries("/ip/route").flatMap { route -> [String] in
      guard route.value("disabled").text == "no",
        let prefix = route.value("dst-address").text.flatMap({ IPPrefix($0) }), prefix.length > 0,
        endpoint.map(prefix.contains) ?? (prefix.length == 32)
      else { return [] }
      return Cell("gateway", of: route).texts
    }
  }
}

extension Entry {
  fileprivate var name: String { value("name").text ?? "" }
}

/// The interfaces that gateways are reached by: themselves, those written behind `%`, or those whose
/// network holds one.
private struct Exits {
  private(set) var interfaces: Set<String> = []
  private let networks: ConnectedNetworks
  private var passed: Set<IPPrefix> = []
  /// A gateway that lies in no network that is known.
  private var stray: IPAddress?

  init(_ networks: ConnectedNetworks) { self.networks = networks }

  mutating func add(_ gateways: [String]) {
    for gateway in gateways.compactMap(Gateway.init) {
      guard let address = gateway.address, gateway.interface == nil else {
        if let interface = gateway.interface { interfaces.insert(interface) }
        continue
      }
      let holders = networks.prefixes(holding: address)
      if holders.isEmpty { stray = stray ?? address }
      for holder in holders where passed.insert(holder).inserted {
        interfaces.formUnion(networks.interfaces(in: holder))
      }
    }
  }

  /// Why gateways may be reached by an interface after all; nil when they are not.
  func doubt(of interface: String) -> Cause? {
    stray.flatMap { networks.doubt(of: interface, holding: $0) }
  }
}
