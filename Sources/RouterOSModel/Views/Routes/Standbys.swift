/// Which routes have another that takes over when they go: one to the same network in the same table, by
/// another next hop that is reached, at the same distance or behind. One that names the interface the other
/// leaves by is no other way.
///
/// Routes are sorted once for each network, so that many of one cost no more than of many.
struct Standbys {
  private var cells: [Int: Cell] = [:]

  private struct Destination: Hashable {
    let table: String
    let prefix: IPPrefix
  }

  init(_ rows: [Row], _ facts: [RouteFacts], _ reaches: [Reach], _ gateways: [Cell]) {
    var groups: [Destination: [Int]] = [:]
    var stray: [IPAddress.Family: Cause] = [:]
    for (place, fact) in facts.enumerated() {
      if let table = fact.table, let prefix = fact.destination {
        groups[Destination(table: table, prefix: prefix), default: []].append(place)
      } else {
        let cause = rows[place].cell("dst-address")?.doubt ?? fact.doubt ?? Self.nowhere
        cells[place] = fact.isOff ? Cell(false) : Cell(.unknown(cause), .boolean)
        if !fact.isOff { stray[fact.family] = stray[fact.family] ?? cause }
      }
    }
    for (destination, places) in groups {
      let members = places.map { place in
        Member(
          place: place, gateway: rows[place].cell("gateway")?.texts.first ?? "",
          isInterface: facts[place].gateway?.address == nil,
          egress: reaches[place].egress ?? "", distance: facts[place].distance,
          state: Self.state(facts[place], reaches[place], gateways[place]))
      }
      judge(members, facts, stray[destination.prefix.network.family])
    }
  }

  /// Whether another route takes over from the one at `place`.
  func cell(of place: Int) -> Cell { cells[place] ?? Cell(.unknown(Self.nowhere), .boolean) }

  private static let nowhere = Cause(
    "the route leads to no network that can be read", remedy: "correct its dst-address")

  private struct Member {
    let place: Int
    let gateway: String
    let isInterface: Bool
    /// The interface it leaves by; empty when that is not known.
    let egress: String
    let distance: Int?
    let state: State
  }

  private enum State {
    case working
    case out
    case possible(Cause)
  }

  private static func state(_ fact: RouteFacts, _ reach: Reach, _ gateway: Cell) -> State {
    if fact.isOff || ["own", "network", "broadcast"].contains(gateway.text) { return .out }
    switch reach {
    case .nothing, .hole: return .out
    case .unknown(let cause): return .possible(cause)
    case .reached: return (fact.doubt ?? gateway.doubt).map { .possible($0) } ?? .working
    }
  }

  private mutating func judge(_ members: [Member], _ facts: [RouteFacts], _ stray: Cause?) {
    var pool = Pool()
    for member in members where member.distance == nil { pool.add(member) }
    let sorted = members.filter { $0.distance != nil }
      .sorted { ($0.distance ?? 0, $0.place) > ($1.distance ?? 0, $1.place) }
    var start = sorted.startIndex
    while start < sorted.endIndex {
      let end = sorted[start...].firstIndex { $0.distance != sorted[start].distance }
      let batch = sorted[start..<(end ?? sorted.endIndex)]
      for member in batch { pool.add(member) }
      for member in batch { cells[member.place] = answer(member, facts, pool, stray) }
      start = batch.endIndex
    }
    for member in members where member.distance == nil {
      cells[member.place] = answer(member, facts, pool, stray)
    }
  }

  private func answer(
    _ member: Member, _ facts: [RouteFacts], _ pool: Pool, _ stray: Cause?
  ) -> Cell {
    let fact = facts[member.place]
    if fact.isOff || fact.isHole { return Cell(false) }
    if member.distance == nil, let doubt = fact.doubt { return Cell(.unknown(doubt), .boolean) }
    if pool.works(beside: member) { return Cell(true) }
    let doubt = pool.doubt(beside: member.gateway) ?? stray
    return doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(false)
  }

  /// Routes that may take over, of which two of a kind are enough to know.
  private struct Pool {
    private var egresses: Set<String> = []
    private var addresses: [String: Set<String>] = [:]
    private var possible: [(gateway: String, cause: Cause)] = []

    mutating func add(_ member: Member) {
      switch member.state {
      case .out: return
      case .working:
        if egresses.count < 2 { egresses.insert(member.egress) }
        guard !member.isInterface, addresses[member.egress]?.count ?? 0 < 2 else { return }
        addresses[member.egress, default: []].insert(member.gateway)
      case .possible(let cause):
        if possible.count < 2, !possible.contains(where: { $0.gateway == member.gateway }) {
          possible.append((member.gateway, cause))
        }
      }
    }

    func works(beside member: Member) -> Bool {
      if egresses.contains(where: { $0 != member.egress }) { return true }
      guard !member.isInterface else { return false }
      return addresses[member.egress]?.contains { $0 != member.gateway } ?? false
    }

    func doubt(beside gateway: String) -> Cause? {
      possible.first { $0.gateway != gateway }?.cause
    }
  }
}
