/// The bridges that the PPP profiles in force put tunnels into (MikroTik's manual, "PPP AAA").
struct TunnelBridges {
  private let profiles: NamedEntries
  /// The default profiles of the servers that accounts of a service dial into.
  private var defaults: [String: Set<String>] = [:]

  /// Why the settings of a server are not known; nil when they are.
  private var doubt: Cause?

  init(_ configuration: Configuration) {
    profiles = NamedEntries(of: "/ppp/profile", in: configuration)
    for (menu, service) in pppServers {
      for server in configuration.entries(menu) {
        let parts = ["default-profile", "enabled"].map { Cell($0, of: server) }
        doubt = doubt ?? parts.lazy.compactMap(\.writtenDoubt).first
        let profile = server.value("default-profile").text ?? "default"
        defaults[service, default: []].insert(profile)
        // An account for any service dials into any server that is switched on.
        if server.value("enabled").text == "yes" { defaults["any", default: []].insert(profile) }
      }
    }
  }

  /// The bridge of a tunnel. What neither an account nor its profile says, the default profile of the
  /// server does.
  func bridge(of entry: Entry, _ kind: String, _ side: String) -> Cell {
    let profile = Cell("profile", of: entry)
    if let cause = profile.writtenDoubt { return Cell(.unknown(cause), .name) }
    let own = profile.text.map(bridge(ofProfile:)) ?? Cell(nil, .name)
    if side == "server", let doubt { return Cell(.unknown(doubt), .name) }
    guard side == "server", case .unset = own.content else { return own }
    let bridges = (defaults[kind] ?? []).sorted().map(bridge(ofProfile:))
    for case .unknown(let cause) in bridges.map(\.content) { return Cell(.unknown(cause), .name) }
    guard Set(bridges.map(\.text)).count < 2 else { return Cell(.unknown(Self.ambiguous), .name) }
    return bridges.first ?? own
  }

  private func bridge(ofProfile name: String) -> Cell {
    guard let profile = profiles[name] else {
      let cause = Cause(
        "PPP profile '\(name)' is not in this export", remedy: "export /ppp profile, too")
      return Cell(.unknown(cause), .name)
    }
    return Cell("bridge", of: profile)
  }

  private static let ambiguous = Cause(
    "the account may dial into servers whose default profiles have different bridges",
    remedy: "write the service of the account, or the bridge into its profile")
}
