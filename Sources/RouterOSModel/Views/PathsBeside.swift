/// The ways out that a router has beside its default routes: its LTE interfaces and the tunnels it
/// dials, but for those that a default route leaves by, itself or beneath a tunnel.
struct PathsBeside {
  /// Their names.
  let interfaces: [String]
  /// Why one of them may be what a default route leaves by; nil when none is.
  let doubt: Cause?

  init(_ configuration: Configuration, _ defaultRoutes: [Row]) {
    let tunnels = tunnelClients.flatMap { menu, _ in configuration.entries(menu) }
      .filter { $0.value("disabled").text == "no" }
    let gateways = defaultRoutes.flatMap { $0.cell("gateway")?.texts ?? [] }
    var exits = Self.exits(of: gateways, configuration)
    for tunnel in tunnels where exits.contains(tunnel.value("name").text ?? "") {
      exits.formUnion(Self.exits(of: Self.gateways(toward: tunnel, configuration), configuration))
    }
    let names = tunnels.map { $0.value("name").text ?? "" }
    interfaces = (names + configuration.lteInterfaces().map(\.name)).filter { !exits.contains($0) }
    doubt = configuration.incompleteness(of: View.addresses.menus)
  }

  /// The interfaces that gateways are reached by: themselves, or those whose network holds one.
  private static func exits(of gateways: [String], _ configuration: Configuration) -> Set<String> {
    var networks = PrefixTable<Set<String>>()
    for row in configuration.addressRows() {
      guard let interface = row.text("interface"),
        let network = row.text("prefix").flatMap({ IPPrefix($0) })
      else { continue }
      networks.update(network, from: []) { $0.insert(interface) }
    }
    let used = Set(gateways.compactMap { IPAddress($0) }.flatMap(networks.prefixes))
    return used.reduce(into: Set(gateways)) { $0.formUnion(networks[$1] ?? []) }
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
