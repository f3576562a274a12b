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
    let gateways = Set(defaultRoutes.flatMap { $0.cell("gateway")?.texts ?? [] })
    let routes = RoutesOfEndpoints(configuration)
    let networks = ConnectedNetworks(configuration, configuration.addressRows())
    var exits = Exits(networks)
    exits.add(gateways.sorted())
    for tunnel in tunnels where exits.interfaces.contains(tunnel.name) {
      exits.add(routes.gateways(toward: tunnel))
    }
    var causes: [String: Cause] = [:]
    for tunnel in tunnels { causes[tunnel.name] = Cell("disabled", of: tunnel).writtenDoubt }
    // A tunnel that follows the default route is no way out of its own.
    let apart = tunnels.filter { tunnel in
      guard tunnel.value("disabled").text == "no" || causes[tunnel.name] != nil else {
        return false
      }
      if tunnel.hasVRF { return true }
      var own = Exits(networks)
      own.add(routes.gateways(toward: tunnel).filter { !gateways.contains($0) })
      if let doubt = own.doubt(beside: exits.interfaces) {
        causes[tunnel.name] = causes[tunnel.name] ?? doubt
        return true
      }
      return !own.interfaces.isSubset(of: exits.interfaces)
    }
    let beside = (apart.map(\.name) + configuration.lteInterfaces().map(\.name))
      .filter { !exits.interfaces.contains($0) }
    let common =
      configuration.incompleteness(of: View.addresses.menus)
      ?? defaultRoutes.lazy.compactMap { $0.cell("gateway")?.writtenDoubt }.first
    let doubts = beside.map { causes[$0] ?? exits.doubt(of: $0) }
    isCertain = common == nil && doubts.contains { $0 == nil }
    doubt = beside.isEmpty || isCertain ? nil : common ?? doubts.lazy.compactMap { $0 }.first
  }
}

/// The gateways of the routes of `main` that carry tunnels, but for those to everywhere.
struct RoutesOfEndpoints {
  private var gateways = PrefixTable<[String]>()

  init(_ configuration: Configuration) {
    for menu in ["/ip/route", "/ipv6/route"] {
      for route in configuration.entries(menu) where route.value("disabled").text == "no" {
        guard let prefix = route.value("dst-address").text.flatMap({ IPPrefix($0) }),
          prefix.length > 0, route.tableOfRoute.text ?? "main" == "main"
        else { continue }
        gateways.update(prefix, from: []) { $0 += Cell("gateway", of: route).texts }
      }
    }
  }

  /// Those of the longest network that holds the far end of a tunnel; none for one that has but a name.
  func gateways(toward tunnel: Entry) -> [String] {
    let text = tunnel.value("connect-to").text ?? ""
    return IPAddress(withoutPort(text)).flatMap { gateways.narrowest(holding: $0) } ?? []
  }
}

extension RoutesOfEndpoints {
  /// Whether nothing keeps a tunnel on a path of its own: it goes where the default route goes.
  func leaveToDefault(_ tunnel: Entry) -> Bool {
    !tunnel.hasVRF && gateways(toward: tunnel).isEmpty
  }
}

extension Entry {
  fileprivate var name: String { value("name").text ?? "" }

  /// Whether the far end of a tunnel is looked up in a table of its own: `connect-to=192.0.2.1@isp2`.
  fileprivate var hasVRF: Bool { value("connect-to").text?.contains("@") ?? false }
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

  /// Why the gateways may be reached by further interfaces than these; nil when they are not.
  func doubt(beside interfaces: Set<String>) -> Cause? {
    stray.flatMap { stray in
      networks.firstUnknown(stray.family, beside: interfaces)
        .flatMap { networks.doubt(of: $0, holding: stray) }
    }
  }

  /// Why gateways may be reached by an interface after all; nil when they are not.
  func doubt(of interface: String) -> Cause? {
    stray.flatMap { networks.doubt(of: interface, holding: $0) }
  }
}
