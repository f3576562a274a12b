extension Configuration {
  /// One row for each tunnel that is dialled, and for each account that is dialled into.
  func tunnelRows(failsOver: Bool) -> [Row] {
    let addresses = Dictionary(
      grouping: addressRows().filter { $0.text("disabled") != "yes" }
    ) { $0.text("interface") ?? "" }
    let profiles = NamedEntries(of: "/ppp/profile", in: self)
    func row(_ entry: Entry, _ kind: String, _ side: String, endpoint: Cell) -> Row {
      let bridge = bridge(of: entry, profiles)
      return self.row(entry, kind, side, endpoint: endpoint, bridge, addresses, failsOver)
    }
    var rows: [Row] = []
    for (menu, kind) in tunnelClients {
      rows += entries(menu).filter { $0.selector == nil }.map { entry in
        row(entry, kind, "client", endpoint: Cell("connect-to", of: entry))
      }
    }
    rows += entries("/ppp/secret").filter { $0.selector == nil }.map { entry in
      let kind = entry.value("service").text ?? "any"
      return row(entry, kind, "server", endpoint: Cell(nil))
    }
    return rows
  }

  private func row(
    _ entry: Entry, _ kind: String, _ side: String, endpoint: Cell, _ bridge: Cell,
    _ addresses: [String: [Row]], _ failsOver: Bool
  ) -> Row {
    let name = entry.value("name").text ?? kind
    let own = side == "client" && bridge.text != name ? addresses[name] : nil
    let inner = (bridge.text.flatMap { addresses[$0] } ?? []) + (own ?? [])
    let evidence = inner.first?.cell("address")?.evidence
    func list(_ column: String) -> Cell {
      let texts = inner.compactMap { $0.text(column) }
      if case .unknown(let cause) = bridge.content { return Cell(.unknown(cause), .set) }
      return Cell(texts.isEmpty ? .unset : .known(texts), .set, at: evidence)
    }
    return Row(
      "\(side) \(name)", entry: entry, place: entry.place,
      cells: [
        "bridge": bridge, "fails-over": Cell(failsOver), "inner-address": list("host"),
        "inner-prefix": list("prefix"), "kind": Cell(kind, .choice), "remote-endpoint": endpoint,
        "side": Cell(side, .choice),
        "user": side == "client" ? Cell("user", of: entry) : Cell("name", of: entry),
      ])
  }

  /// The bridge that the PPP profile in force puts the tunnel into (MikroTik's manual, "PPP AAA").
  private func bridge(of entry: Entry, _ profiles: NamedEntries) -> Cell {
    guard let name = entry.value("profile").text else { return Cell(nil, .name) }
    guard let profile = profiles[name] else {
      let cause = Cause(
        "PPP profile '\(name)' is not in this export", remedy: "export /ppp profile, too")
      return Cell(.unknown(cause), .name)
    }
    return Cell("bridge", of: profile)
  }
}
