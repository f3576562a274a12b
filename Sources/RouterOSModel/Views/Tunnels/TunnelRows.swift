extension Configuration {
  /// One row for each tunnel that is dialled, and for each account that is dialled into.
  func tunnelRows(failsOver: Cell) -> [Row] {
    let addresses = Dictionary(
      grouping: addressRows().filter { $0.text("disabled") != "yes" }
    ) { $0.text("interface") ?? "" }
    let bridges = TunnelBridges(self)
    func row(_ entry: Entry, _ kind: String, _ side: String, endpoint: Cell) -> Row {
      let bridge = bridges.bridge(of: entry, kind, side)
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
    _ addresses: [String: [Row]], _ failsOver: Cell
  ) -> Row {
    let name = entry.value("name").text ?? kind
    let own = side == "client" && bridge.text != name ? addresses[name] : nil
    let all = (bridge.text.flatMap { addresses[$0] } ?? []) + (own ?? [])
    let inner = all.filter { !$0.isLinkLocal }
    let evidence = inner.first?.cell("address")?.evidence
    let doubt =
      bridge.doubt
      ?? addresses[""]?.lazy.compactMap { $0.cell("interface")?.writtenDoubt }.first
      ?? inner.lazy.compactMap { $0.cell("host")?.doubt ?? $0.cell("disabled")?.doubt }.first
    func list(_ texts: [String]) -> Cell {
      if let doubt { return Cell(.unknown(doubt), .set, at: evidence) }
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
}

extension Row {
  /// Whether an address is one that every link has of itself, and no other end answers to beyond it
  /// (RFC 4291, 2.5.6).
  fileprivate var isLinkLocal: Bool {
    text("host").flatMap { IPAddress($0) }.map(IPPrefix.linkLocal.contains) ?? false
  }
}

extension IPPrefix {
  fileprivate static let linkLocal = IPPrefix(
    IPAddress(family: .ip6, bits: 0xFE80 << 112), length: 10)
}
