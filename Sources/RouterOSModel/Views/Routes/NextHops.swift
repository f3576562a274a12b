/// Resolves the next hops of routes, as RouterOS does: by the longest network that holds the address among
/// connected ones and routes whose scope is at most the target-scope of the route, and there by the lowest
/// distance. A route whose own next hop is not reached does not count, and the next one is tried.
///
/// All that is switched on counts as working: a link that is down at run time is no matter of an export.
/// Routes that lead to each other resolve nothing; where one of them would have another way, which of them
/// the router uses hangs on what came up first, and that is unknown.
///
/// A next hop of each table, address and target-scope is resolved once, by an explicit stack: linear in
/// routes and, for each, in lengths of prefixes.
struct NextHops {
  private let facts: [RouteFacts]
  private let tables: RouteTables
  private let surroundings: Surroundings
  private var places: [Node: Int] = [:]
  private var states: [State] = []
  /// The nodes that wait to be settled together, and those that are being looked at.
  private var waiting: [Int] = []
  private var path: [Int] = []

  /// An address to reach, or a destination with all its routes.
  private enum Node: Hashable {
    case hop(table: String, address: IPAddress, targetScope: Int)
    case destination(table: String, prefix: IPPrefix, targetScope: Int)
  }

  /// What may lead on from a node.
  private enum Candidate {
    case destination(Node, unless: Cause?)
    case route(Int)
    case final(Reach)
  }

  private struct State {
    var low: Int
    var candidates: [Candidate]
    var next = 0
    /// The best that was found, while routes of the same distance may share the load.
    var best: (egress: Egress, distance: Int)?
    /// Whether it leads back to itself by way of others.
    var isInCircle = false
    var hasOtherWay = false
    var result: Reach?
  }

  init(_ facts: [RouteFacts], _ surroundings: Surroundings) {
    self.facts = facts
    self.surroundings = surroundings
    tables = RouteTables(facts)
  }

  /// How the next hop of a route is reached, by its place among all.
  mutating func reach(of place: Int) -> Reach {
    switch step(from: place) {
    case .known(let reach): return reach
    case .after(let node):
      let root = places[node] ?? enter(node)
      while let current = path.last { advance(current) }
      return states[root].result ?? .nothing
    }
  }

  private enum Step {
    case known(Reach)
    case after(Node)
  }

  /// What the next hop of a route hangs on.
  private func step(from place: Int) -> Step {
    let fact = facts[place]
    if fact.isHole { return .known(.hole) }
    guard let gateway = fact.gateway else {
      return .known(fact.doubt.map { .unknown($0) } ?? .nothing)
    }
    if let interface = gateway.interface { return .known(surroundings.reach(interface)) }
    guard let address = gateway.address, let scope = fact.targetScope,
      let table = gateway.table ?? fact.table.map(surroundings.tables.tableOfGateways)
    else { return .known(.unknown(fact.doubt ?? Surroundings.unreadable)) }
    return .after(.hop(table: table, address: address, targetScope: scope))
  }

  private mutating func enter(_ node: Node) -> Int {
    let place = states.count
    places[node] = place
    states.append(State(low: place, candidates: candidates(of: node)))
    waiting.append(place)
    path.append(place)
    return place
  }

  private func candidates(of node: Node) -> [Candidate] {
    switch node {
    case .destination(let table, let prefix, let scope):
      tables.routes(to: prefix, in: table)
        .filter { facts[$0].scope.map { $0 <= scope } ?? true }.map(Candidate.route)
    case .hop(let table, let address, let scope): candidates(table, address, scope)
    }
  }

  private func candidates(_ table: String, _ address: IPAddress, _ scope: Int) -> [Candidate] {
    if let cause = tables.doubt(in: table, within: scope) { return [.final(.unknown(cause))] }
    let connected = surroundings.connected(address, table, within: scope)
    let longer = tables.destinations(holding: address, in: table)
      .prefix { $0.length > connected?.length ?? -1 }
    // A network that nobody wrote may be longer than any but that of a single host.
    let cause = longer.isEmpty ? nil : surroundings.unknownNetwork(holding: address)
    return longer.map { prefix in
      .destination(
        .destination(table: table, prefix: prefix, targetScope: scope),
        unless: prefix.length == address.family.width ? nil : cause)
    } + [.final(connected?.reach ?? surroundings.beyond(address, within: scope))]
  }

  private mutating func advance(_ current: Int) {
    guard states[current].next < states[current].candidates.count else {
      return finish(current, nil)
    }
    switch states[current].candidates[states[current].next] {
    case .final(let reach): finish(current, reach)
    case .destination(let node, let doubt):
      guard let reach = result(of: node, for: current) else { return }
      take(reach, unless: doubt, current)
    case .route(let place):
      if let best = states[current].best, best.distance < facts[place].distance ?? 0 {
        return finish(current, nil)
      }
      switch step(from: place) {
      case .known(let reach): take(reach, of: place, current)
      case .after(let node):
        guard let reach = result(of: node, for: current) else { return }
        take(reach, of: place, current)
      }
    }
  }

  /// What became of a node; nil when it is looked at first, or leads back here and is passed over.
  private mutating func result(of node: Node, for current: Int) -> Reach? {
    guard let place = places[node] else {
      _ = enter(node)
      return nil
    }
    if let result = states[place].result { return result }
    states[current].low = min(states[current].low, states[place].low)
    states[current].isInCircle = true
    states[current].next += 1
    return nil
  }

  /// Takes what a destination gives an address.
  private mutating func take(_ reach: Reach, unless doubt: Cause?, _ current: Int) {
    switch reach {
    case .nothing: states[current].next += 1
    case .hole: finish(current, .nothing)
    case .unknown: finish(current, reach)
    case .reached(let egress, _):
      finish(current, doubt.map { .unknown($0) } ?? .reached(egress, isRecursive: true))
    }
  }

  /// Takes what a route gives its destination.
  private mutating func take(_ reach: Reach, of place: Int, _ current: Int) {
    switch reach {
    case .nothing: states[current].next += 1
    case .hole: finish(current, states[current].best == nil ? .hole : .unknown(Self.halfLost))
    case .unknown: finish(current, reach)
    case .reached(var egress, _):
      if let doubt = facts[place].doubt { return finish(current, .unknown(doubt)) }
      egress.isChecked = egress.isChecked || facts[place].checks
      let best = states[current].best
      states[current].best = (
        best.map { $0.egress.shared(with: egress) } ?? egress, facts[place].distance ?? 0
      )
      states[current].next += 1
    }
  }

  private mutating func finish(_ current: Int, _ reach: Reach?) {
    path.removeLast()
    let best = states[current].best.map { Reach.reached($0.egress, isRecursive: true) }
    let result = best ?? reach ?? .nothing
    guard states[current].isInCircle else { return settle(through: current) { _ in result } }
    if case .nothing = result {} else { states[current].hasOtherWay = true }
    guard states[current].low == current, let start = waiting.lastIndex(of: current) else { return }
    let hasOtherWay = waiting[start...].contains { states[$0].hasOtherWay }
    settle(through: current) { _ in hasOtherWay ? .unknown(Self.circle) : .nothing }
  }

  /// Settles the last nodes that wait, down to `current`.
  private mutating func settle(through current: Int, _ result: (Int) -> Reach) {
    while let node = waiting.popLast() {
      states[node].result = result(node)
      if node == current { return }
    }
  }

  private static let circle = Cause(
    "routes lead to the next hops of each other",
    remedy: "give the next hop a route of its own, with a scope that the others do not have")

  private static let halfLost = Cause(
    "a route that leads on and one that throws packets away have the same distance",
    remedy: "give each a distance of its own")
}
