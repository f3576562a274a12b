extension Configuration {
  /// One row for each tunnel that is dialled, and for each account that is dialled into.
  func tunnelRows(failsOver: Cell) -> [Row] {
    let addresses = Dictionary(
      grouping: addressRows().filter { $0.text("disabled") != "yes" }
    ) { $0.text("interface") ?? "" }
    var rows: [Row] = []
    for (menu, kind) in tunnelClients {
      rows += entries(menu).filter { $0.selector == nil }.map { entry in
        row(entry, kind, "client", endpoint: Cell("connect-to", of: entry), addresses, failsOver)
      }
    }
    rows += entries("/ppp/secret").filter { $0.selector == nil }.map { entry in
      let kind = entry.value("service").text ?? "any"
      return row(entry, kind, "server", endpoint: Cell(nil), addresses, failsOver)
    }
    return rows
  }

  private func row(
    _ entry: Entry, _ kind: String, _ side: String, endpoint: Cell, _ addresses: [String: [Row]],
    _ failsOver: Cell
  ) -> Row {
    let name = entry.value("name").text ?? kind
    let bridge = self.bridge(of: entry, kind, side)
    let own = side == "client" && bridge.text != name ? addresses[name] : nil
    let inner = (bridge.text.flatMap { addresses[$0] } ?? []) + (own ?? [])
    let evidence = inner.first?.cell("address")?.evidence
    func list(_ texts: [String]) -> Cell {
      if case .unknown(let cause) = bridge.content { return Cell(.unknown(cause), .set) }
      return Cell(texts.isEmpty ? .unset : .known(texts), .set, at: evidence)
    }
    return Row(
      "\(side) \(name)", entry: entry, place: entry.place,
      cells: [
        "bridge": bridge, "fails-over": failsOver,
        "inner-address": list(inner.compactMap { $0.text("host") }),
        "inner-prefix": list(inner.compactMap(Self.subnet(of:))), "kind": Cell(kind, .choice),
        "remote-endpoint": endpoint,
        "side": Cell(side, .choice),
        "user": side == "client" ? Cell("user", of: entry) : Cell("name", of: entry),
      ])
  }

  /// The subnet that an address shares with its neighbours: an address that stands alone shares it with
  /// its peer only, and the peer has the mirror of it.
  private static func subnet(of row: Row) -> String? {
    guard let host = row.text("host").flatMap({ IPAddress($0) }),
      let prefix = row.text("prefix").flatMap({ IPPrefix($0) })
    else { return nil }
    if prefix.contains(host) { return prefix.description }
    return [host, prefix.network].sorted().map(\.description).joined(separator: " with ")
  }

  /// The bridge that the PPP profile in force puts the tunnel into. What neither an account nor its
  /// profile says, the default profile of the server does (MikroTik's manual, "PPP AAA").
  private func bridge(of entry: Entry, _ kind: String, _ side: String) -> Cell {
    let own = bridge(ofProfile: entry.value("profile").text)
    guard side == "server", case .unset = own.content else { return own }
    let bridges = defaultProfiles(of: kind).map { bridge(ofProfile: $0) }
    for case .unknown(let cause) in bridges.map(\.content) { return Cell(.unknown(cause), .name) }
    guard Set(bridges.map(\.text)).count < 2 else { return Cell(.unknown(Self.ambiguous), .name) }
    return bridges.first ?? own
  }

  private func bridge(ofProfile name: String?) -> Cell {
    guard let name else { return Cell(nil, .name) }
    guard let profile = entry(named: name, in: "/ppp/profile") else {
      let cause = Cause(
        "PPP profile '\(name)' is not in this export", remedy: "export /ppp profile, too")
      return Cell(.unknown(cause), .name)
    }
    return Cell("bridge", of: profile)
  }

  /// The default profiles of the servers that accounts of a service dial into: for any service, those
  /// of all servers that are switched on.
  private func defaultProfiles(of service: String) -> [String] {
    pppServers.flatMap { menu, kind -> [String] in
      guard service == "any" || service == kind else { return [] }
      let servers = entries(menu).filter { server in
        service != "any" || server.value("enabled").text == "yes"
      }
      return servers.map { $0.value("default-profile").text ?? "default" }
    }
  }

  private static let ambiguous = Cause(
    "the account is for any service, and the servers have default profiles with different bridges",
    remedy: "write the service of the account, or the bridge into its profile")
}
