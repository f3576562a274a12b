/// What carries the traffic that tunnels take over when it fails: interfaces by which routes to the same
/// network go at a lower distance, or sessions with the same autonomous system.
struct TunnelBackups {
  /// What is known of one interface of tunnels.
  private struct Firsts {
    var names: Set<String> = []
    var doubt: Cause?
  }

  private var firsts: [String: Firsts] = [:]
  private let tunnels: Set<String>
  private let gap: Cause?
  private let networks: ConnectedNetworks
  /// Why a way of which nobody knows what it leaves by may be that of any tunnel.
  private var doubt: Cause?
  /// Why it may be that of a tunnel whose addresses the far end gives.
  private var doubtOfGiven: Cause?

  /// So many names of interfaces are told at most.
  private static let mostNames = 16

  init(_ views: RouterViews) {
    tunnels = Set(
      views[.tunnels].filter { !$0.isUplink }.flatMap { OwnInterfaces(of: $0).names })
    gap = views.configuration.incompleteness(
      of: View.routes.menus + View.routes.sources + View.bgpSessions.menus)
    networks = views.surroundings.networks
    if tunnels.isEmpty { return }
    let (routes, sessions) = (views.waysByDestination(), views.waysByNeighbour())
    for key in routes.keys.sorted() { note(routes: routes[key] ?? []) }
    for key in sessions.keys.sorted() { note(sessions: sessions[key] ?? []) }
  }

  /// The interfaces whose traffic a tunnel takes over.
  func cell(of tunnel: Row) -> Cell {
    let own = OwnInterfaces(of: tunnel)
    guard !tunnel.isUplink, !own.names.isEmpty || own.doubt != nil else {
      return Cell(.unset, .set)
    }
    let found = own.names.compactMap { firsts[$0] }
    let names = Set(found.flatMap(\.names)).sorted()
    let isGiven = own.names.contains { networks.isGiven($0, .ip) || networks.isGiven($0, .ip6) }
    let doubts = [own.doubt, gap, doubt, isGiven ? doubtOfGiven : nil] + found.map(\.doubt)
    if let cause = doubts.lazy.compactMap({ $0 }).first {
      return Cell(atLeast: names, cause, .set)
    }
    return Cell(names.isEmpty ? .unset : .known(names), .set)
  }

  /// Of routes to one network, those of a lower distance go first.
  private mutating func note(routes ways: [CarryingWay]) {
    var before = Firsts()
    for way in ways where way.rank == nil { before.doubt = before.doubt ?? way.cause }
    let sorted = ways.filter { $0.rank != nil }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
    var start = sorted.startIndex
    while start < sorted.endIndex {
      let end = sorted[start...].firstIndex { $0.rank != sorted[start].rank } ?? sorted.endIndex
      for way in sorted[start..<end] { take(way, after: before) }
      for way in sorted[start..<end] { add(way, to: &before) }
      start = end
    }
  }

  /// Of sessions with one neighbour, any may be the first.
  private mutating func note(sessions ways: [CarryingWay]) {
    var all = Firsts()
    for way in ways { add(way, to: &all) }
    for way in ways { take(way, after: all) }
  }

  private func add(_ way: CarryingWay, to firsts: inout Firsts) {
    guard let name = way.interface, way.doubt == nil else {
      if way.interface.map({ !tunnels.contains($0) }) ?? true {
        firsts.doubt = firsts.doubt ?? way.cause
      }
      return
    }
    if !tunnels.contains(name), firsts.names.count < Self.mostNames { firsts.names.insert(name) }
  }

  private mutating func take(_ way: CarryingWay, after before: Firsts) {
    if before.names.isEmpty, before.doubt == nil { return }
    guard let name = way.interface else {
      if way.gateway == nil { doubt = doubt ?? way.cause }
      doubtOfGiven = doubtOfGiven ?? way.cause
      return
    }
    guard tunnels.contains(name) else { return }
    if way.doubt == nil { firsts[name, default: Firsts()].names.formUnion(before.names) }
    let cause = way.doubt ?? (before.names.isEmpty ? before.doubt : nil)
    if let cause, firsts[name]?.doubt == nil { firsts[name, default: Firsts()].doubt = cause }
  }
}

/// A route or a session that leaves by an interface.
private struct CarryingWay {
  /// The interface; nil when it is not known.
  let interface: String?
  /// The distance of a route, the lowest first; nil when it is not known.
  let rank: Int?
  /// Why it may not be there; nil when it is.
  let doubt: Cause?
  /// The address it goes to; nil when none is known.
  let gateway: IPAddress?
  /// Why something of it is not known.
  let cause: Cause
}

extension RouterViews {
  /// The routes that lead on, by table and network.
  fileprivate func waysByDestination() -> [String: [CarryingWay]] {
    var ways: [String: [CarryingWay]] = [:]
    for row in self[.routes] where row.text("disabled") != "yes" && row.text("type") == "unicast" {
      guard let network = row.text("dst-address"), let table = row.text("routing-table") else {
        continue
      }
      let egress = row.cell("egress") ?? .none
      guard egress.text != nil || egress.doubt != nil else { continue }
      let distance = row.cell("distance")
      let doubt = row.doubt ?? row.cell("disabled")?.doubt
      let way = CarryingWay(
        interface: egress.text, rank: distance?.text.flatMap { Int($0) }, doubt: doubt,
        gateway: row.text("gateway").flatMap { Gateway($0)?.address },
        cause: egress.doubt ?? doubt ?? distance?.doubt ?? Surroundings.unreadable)
      ways["\(table) \(network)", default: []].append(way)
    }
    return ways
  }

  /// The sessions with other autonomous systems, by table and neighbour.
  fileprivate func waysByNeighbour() -> [String: [CarryingWay]] {
    var ways: [String: [CarryingWay]] = [:]
    for row in self[.bgpSessions] where row.text("disabled") != "yes" {
      guard row.text("type") == "external", let far = row.text("remote-as"),
        let table = row.text("vrf"), let egress = row.cell("egress")
      else { continue }
      guard egress.text != nil || egress.doubt != nil else { continue }
      let doubt = row.cell("disabled")?.doubt
      let way = CarryingWay(
        interface: egress.text == "varies" ? nil : egress.text, rank: 0, doubt: doubt,
        gateway: row.text("remote-address").flatMap { IPAddress($0) },
        cause: egress.doubt ?? doubt ?? .manyWays)
      ways["\(table) \(far)", default: []].append(way)
    }
    return ways
  }
}

extension Cause {
  fileprivate static let manyWays = Cause(
    "a session leaves by whichever route is up", remedy: "write a route to its neighbour alone")
}
