/// Which default routes say again what one before them says: the same way out at the same distance, so
/// that there is nothing to choose between.
struct RepeatedRoutes {
  /// What makes two routes one, and the gateways of those that were seen.
  private var gateways: [[String]: Set<[String]>] = [:]
  private var doubts: [[String]: Cause] = [:]

  /// The interfaces that next hops which are looked up leave by.
  private var probed: [[String]: Set<String>] = [:]

  /// Whether `row` certainly repeats a row that was asked for before; rows that are not in use repeat
  /// nothing, and are not repeated. Several probes of one path are one way out. `found` are the cells that
  /// were worked out of it.
  mutating func cell(of row: Row, _ found: [String: Cell]) -> Cell {
    let same = cell(of: row)
    guard row.text("disabled") == "no", row.doubt == nil, found["resolves"]?.text == "recursive",
      let egress = found["egress"]?.text, let key = Self.key(of: row)
    else { return same }
    let isNew = probed[key, default: []].insert(egress).inserted
    return isNew || same.isYes ? same : Cell(true)
  }

  private static func key(of row: Row) -> [String]? {
    let key = ["disabled", "family", "routing-table", "dst-address", "distance", "type"].map {
      row.text($0) ?? ""
    }
    return key.contains("") ? nil : key
  }

  private mutating func cell(of row: Row) -> Cell {
    let columns = ["disabled", "family", "routing-table", "dst-address", "distance", "type"]
    let key = columns.map { row.text($0) ?? "" }
    guard key[0] == "no", row.doubt == nil, !key.contains("") else { return Cell(false) }
    let gateway = row.cell("gateway")
    if let doubt = gateway?.writtenDoubt {
      defer { doubts[key] = doubt }
      let hasOther = gateways[key] != nil || doubts[key] != nil
      return hasOther ? Cell(.unknown(doubt), .boolean) : Cell(false)
    }
    let isNew = gateways[key, default: []].insert(gateway?.texts ?? []).inserted
    if let doubt = doubts[key] { return Cell(.unknown(doubt), .boolean) }
    return Cell(!isNew)
  }
}
