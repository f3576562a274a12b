/// Which entries say again what an enabled entry of their menu before them says.
///
/// Two entries are one when they have the same key where RouterOS enforces one, routes when they lead by one
/// way to one network, and all others when nothing in them but the comment differs.
struct RepeatedItems {
  private var seen: Set<[String]> = []

  /// A cell for each entry. Linear in what lines give them.
  static func cells(of entries: [Entry]) -> [Cell] {
    var repeated = RepeatedItems()
    return entries.map { repeated.cell(of: $0) }
  }

  private mutating func cell(of entry: Entry) -> Cell {
    guard entry.menu.isModelled, [.list, .orderedList].contains(entry.menu.kind),
      entry.selector == nil, entry.builtIn == nil, !isOfFirewall(entry.menu),
      entry.value("disabled").text != "yes"
    else { return Cell(.unset, .boolean) }
    // RouterOS prints entries of its own as if somebody had added them.
    let ownNames = entry.menu.builtIns(in: entry.version).map(\.name)
    if let identity = entry.identity, ownNames.contains(identity) { return Cell(.unset, .boolean) }
    switch parts(of: entry) {
    case .failure(let doubt): return Cell(.unknown(doubt.cause), .boolean)
    case .success(let parts): return Cell(!seen.insert(parts).inserted)
    }
  }

  private func isOfFirewall(_ menu: Menu) -> Bool {
    menu.path.hasPrefix("/ip/firewall/") || menu.path.hasPrefix("/ipv6/firewall/")
  }

  private struct Doubt: Error { let cause: Cause }

  private func parts(of entry: Entry) -> Result<[String], Doubt> {
    if let identity = entry.identityParts { return .success([entry.menu.path] + identity) }
    let names = Self.telling[entry.menu.path] ?? entry.writtenProperties
    var parts = [entry.menu.path]
    for name in names where name != "comment" && name != "disabled" {
      let cell = Cell(name, of: entry)
      if let cause = cell.writtenDoubt { return .failure(Doubt(cause: cause)) }
      if cell.doubt == .hiddenSecrets { return .failure(Doubt(cause: .hiddenSecrets)) }
      if cell.texts.isEmpty || entry.isDefault(name) && Self.telling[entry.menu.path] == nil {
        continue
      }
      parts.append("\(name)=\(cell.texts.joined(separator: ","))")
    }
    return .success(parts)
  }

  /// What tells routes apart.
  private static let telling = [
    "/ip/route": [
      "blackhole", "distance", "dst-address", "gateway", "routing-mark", "routing-table", "type",
      "vrf-interface",
    ],
    "/ipv6/route": [
      "blackhole", "distance", "dst-address", "gateway", "routing-mark", "routing-table", "type",
    ],
  ]
}
