/// What resolving next hops asks of a route, read from its row once.
struct RouteFacts {
  /// The table it is in; nil when that is not known.
  let table: String?
  /// Where it leads; nil when that is not known.
  let destination: IPPrefix?
  let distance: Int?
  let scope: Int?
  let targetScope: Int?
  /// Its first next hop; nil when it has none, or none that is known.
  let gateway: Gateway?
  let family: IPAddress.Family
  /// Whether packets end at it: it is a blackhole, or of another such type.
  let isHole: Bool
  /// Whether it asks its next hop for a sign of life, by ping or ARP.
  var checks: Bool
  /// Whether it is certainly switched off.
  let isOff: Bool
  /// Why it may not be there, or not as it is read; nil when it is.
  let doubt: Cause?
  init(_ row: Row) {
    func number(_ column: String) -> Int? { row.text(column).flatMap { Int($0) } }
    table = row.text("routing-table")
    family = row.text("family") == "ip6" ? .ip6 : .ip
    destination = row.text("dst-address").flatMap { IPPrefix($0) }
    distance = number("distance")
    scope = number("scope")
    targetScope = number("target-scope")
    let gateways = row.cell("gateway")
    gateway = gateways?.texts.first.flatMap(Gateway.init)
    let type = row.cell("type")
    isHole = ["blackhole", "prohibit", "unreachable"].contains(type?.text)
    checks = ["arp", "ping"].contains(row.text("check-gateway"))
    isOff = row.text("disabled") == "yes"
    let columns = ["disabled", "distance", "routing-table", "scope", "target-scope", "type"]
    doubt =
      row.doubt ?? columns.lazy.compactMap { row.cell($0)?.doubt }.first
      ?? gateways?.writtenDoubt
  }
}
