/// The bridges that the PPP profiles in force put tunnels into (MikroTik's manual, "PPP AAA").
struct TunnelBridges {
  private let profiles: NamedEntries
  /// The bridge that the servers give accounts of a service that have none of their own.
  private var defaults: [String: Cell] = [:]
  /// The bridges of interfaces that a line makes a port.
  private var ports: [String: Cell] = [:]
  /// Why ports may be missing; nil when none is.
  private let gapInPorts: Cause?
  /// Why the settings of a server are not known; nil when they are.
  private var doubt: Cause?

  init(_ configuration: Configuration) {
    profiles = NamedEntries(of: "/ppp/profile", in: configuration)
    gapInPorts = configuration.incompleteness(of: ["/interface/bridge/port"])
    for port in configuration.entries("/interface/bridge/port")
    where port.value("disabled").text != "yes" {
      guard let interface = port.value("interface").text, ports[interface] == nil else { continue }
      ports[interface] = Cell("bridge", of: port).given(by: "bridge port '\(interface)'")
    }
    var defaults: [String: Set<String>] = [:]
    for (menu, service) in pppServers {
      for server in configuration.entries(menu) {
        let parts = ["default-profile", "enabled"].map { Cell($0, of: server) }
        doubt = doubt ?? parts.lazy.compactMap(\.writtenDoubt).first
        let profile = server.value("default-profile").text ?? "default"
        defaults[service, default: []].insert(profile)
        // An account for any service dials into any server that is switched on.
        if server.isServing { defaults["any", default: []].insert(profile) }
      }
    }
    for (service, names) in defaults { self.defaults[service] = bridge(ofAny: names) }
  }

  /// The bridge of a tunnel. What neither an account nor its profile says, the default profile of the
  /// server does.
  func bridge(of entry: Entry, _ kind: String, _ side: String) -> Cell {
    let profile = Cell("profile", of: entry)
    if let cause = profile.writtenDoubt { return Cell(.unknown(cause), .name) }
    let own = profile.text.map(bridge(ofProfile:)) ?? Cell(nil, .name)
    if side == "server", let doubt { return Cell(.unknown(doubt), .name) }
    guard side == "server", case .unset = own.content else { return own }
    return defaults[kind] ?? own
  }

  private func bridge(ofAny profiles: Set<String>) -> Cell? {
    let bridges = profiles.sorted().map(bridge(ofProfile:))
    for case .unknown(let cause) in bridges.map(\.content) { return Cell(.unknown(cause), .name) }
    guard Set(bridges.map(\.text)).count < 2 else { return Cell(.unknown(Self.ambiguous), .name) }
    return bridges.first
  }

  /// The bridge of an interface that a line makes a port of one.
  func bridge(ofPort interface: String) -> Cell {
    ports[interface] ?? Cell(gapInPorts.map(Cell.Content.unknown) ?? .unset, .name)
  }

  private func bridge(ofProfile name: String) -> Cell {
    guard let profile = profiles[name] else {
      return Cell(.unknown(.missingProfile(name)), .name)
    }
    return Cell("bridge", of: profile).given(by: "PPP profile '\(name)'")
  }

  private static let ambiguous = Cause(
    "the account may dial into servers whose default profiles have different bridges",
    remedy: "write the service of the account, or the bridge into its profile")
}
