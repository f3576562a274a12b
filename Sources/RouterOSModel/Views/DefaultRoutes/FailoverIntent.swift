/// Which routing tables of a router are meant to fail over, as far as its export shows intent.
///
/// A table is, when two default routes are written in it, even if one of them is disabled; and `main`
/// of IPv4 is, too, when its default route stands beside an LTE interface or a tunnel that is dialled,
/// and does not leave by it. A router with one uplink is not, and leftovers are no second uplink: a client
/// on a port of a bridge, and a route that is off at the distance of one that is on.
struct FailoverIntent {
  private var tables: Set<String> = []
  private var doubts: [String: Cause] = [:]

  init(_ views: RouterViews, _ rows: [Row]) {
    let configuration = views.configuration
    let uplinks = Uplinks(views, rows)
    let rows = rows.filter { !uplinks.leadsNowhere($0) }
    let intended = Dictionary(grouping: rows.filter(isIntended), by: Self.table)
      .mapValues(withoutLeftovers)
    for (table, rows) in intended where uplinks.areTwo(rows) { tables.insert(table) }
    if let main = intended[Self.main], !tables.contains(Self.main) {
      let beside = PathsBeside(configuration, main)
      if beside.isCertain { tables.insert(Self.main) } else { doubts[Self.main] = beside.doubt }
    }
    // Routes that may lead to everywhere may be what a table needs to have two.
    let possible = rows.compactMap { row in doubtOfIntent(row).map { (row: row, cause: $0) } }
    guard let first = possible.first else { return }
    let concerned = Set(intended.keys).union(possible.map { Self.table(of: $0.row) })
    for table in concerned where !tables.contains(table) && doubts[table] == nil {
      let joining = possible.map(\.row).filter { mayBelong($0, to: table) }
      if uplinks.areTwo((intended[table] ?? []) + joining) { doubts[table] = first.cause }
    }
  }

  private func mayBelong(_ row: Row, to table: String) -> Bool {
    row.cell("routing-table")?.doubt != nil
      ? table.hasPrefix("\(row.text("family") ?? "ip") ") : Self.table(of: row) == table
  }

  /// Whether the table of a default route is meant to fail over.
  func cell(of row: Row) -> Cell {
    if case .unknown(let cause)? = row.cell("routing-table")?.content {
      return Cell(.unknown(cause), .boolean)
    }
    let table = Self.table(of: row)
    if let doubt = doubts[table] { return Cell(.unknown(doubt), .boolean) }
    return Cell(tables.contains(table))
  }

  private static let main = "ip main"

  private static func table(of row: Row) -> String {
    "\(row.text("family") ?? "ip") \(row.text("routing-table") ?? "main")"
  }
}

/// Whether somebody wrote the route to be used. A client that is switched off is often a leftover, unless
/// its distance says that it was to be the second.
private func isIntended(_ row: Row) -> Bool {
  guard row.doubt == nil, row.text("type") == "unicast", row.cell("routing-table")?.doubt == nil
  else {
    return false
  }
  return row.isStatic || row.text("disabled") == "no" || row.isMeantAsSecond
}

/// Why it is not known whether a route was written to be used; nil when it is.
private func doubtOfIntent(_ row: Row) -> Cause? {
  // The route that an LTE interface may add by itself is none that was written.
  guard row.text("source") != "lte" else { return nil }
  return row.doubt ?? row.cell("type")?.writtenDoubt ?? row.cell("routing-table")?.doubt
    ?? (row.isStatic || row.isMeantAsSecond ? nil : row.cell("disabled")?.writtenDoubt)
}

/// The routes of one table without those that are off and have the distance of a client's that is on. Whoever
/// meant a route to be the second gave it a distance of its own; this is what a former provider leaves.
private func withoutLeftovers(_ routes: [Row]) -> [Row] {
  let inUse = Set(
    routes.filter { $0.text("disabled") == "no" && !$0.isStatic }.compactMap { $0.text("distance") }
  )
  return routes.filter { route in
    guard route.text("disabled") == "yes", let distance = route.text("distance") else {
      return true
    }
    return !inUse.contains(distance)
  }
}

extension Row {
  /// Whether a line of the routes writes it.
  var isStatic: Bool { ["static", "ecmp"].contains(text("source")) }

  /// Whether a line gives a client a distance behind that of a first route.
  var isMeantAsSecond: Bool {
    guard let distance = cell("distance"), distance.evidence != nil else { return false }
    return distance.text.flatMap { Int($0) }.map { $0 > 1 } ?? false
  }
}
