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
    var exits = Exits(configuration)
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
  private var networks = PrefixTable<Set<String>>()
  /// Gateways that lie in no network that is known.
  private var strays: [IPAddress] = []
  /// The interfaces that have a network nobody wrote, with the reason.
  private var unknownNetworks: [String: String] = [:]

  init(_ configuration: Configuration) {
    for row in configuration.addressRows() {
      guard let interface = row.text("interface") else { continue }
      if let network = row.text("prefix").flatMap({ IPPrefix($0) }) {
        networks.update(network, from: []) { $0.insert(interface) }
      } else if row.cell("prefix")?.doubt != nil {
        unknownNetworks[interface] = "is worked out by the router"
      }
    }
    for client in configuration.entries("/ip/dhcp-client")
    where client.isWritten && client.value("disabled").text != "yes" {
      guard let interface = client.value("interface").text else { continue }
      unknownNetworks[interface] = "comes by DHCP"
    }
  }

  mutating func add(_ gateways: [String]) {
    for gateway in gateways {
      let parts = gateway.prefix { $0 != "@" }.split(separator: "%", maxSplits: 1)
      guard let address = parts.first.flatMap({ IPAddress($0) }), parts.count == 1 else {
        interfaces.formUnion(parts.suffix(1).map(String.init))
        continue
      }
      let holders = networks.prefixes(holding: address)
      if holders.isEmpty { strays.append(address) }
      for holder in holders { interfaces.formUnion(networks[holder] ?? []) }
    }
  }

  /// Why gateways may be reached by an interface after all; nil when they are not.
  func doubt(of interface: String) -> Cause? {
    guard let reason = unknownNetworks[interface], let stray = strays.first else { return nil }
    return Cause(
      "the network of '\(interface)' \(reason), and may hold gateway \(stray)",
      remedy: "write the gateway as \(stray)%\(interface) if it does")
  }
}
