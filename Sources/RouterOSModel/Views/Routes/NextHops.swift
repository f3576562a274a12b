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
  let facts: [RouteFacts]
  let tables: RouteTables
  let surroundings: Surroundings
  var places: [Node: Int] = [:]
  var states: [State] = []
  /// The nodes that wait to be settled together, and those that are being looked at.
  var waiting: [Int] = []
  var path: [Int] = []
  /// The same while all works, when an interface is taken to be down.
  let whole: WholeNextHops?

  /// An address to reach, or a destination with all its routes.
  enum Node: Hashable {
    case hop(table: String, address: IPAddress, targetScope: Int)
    case destination(table: String, prefix: IPPrefix, targetScope: Int)
  }

  /// What may lead on from a node.
  enum Candidate {
    case destination(Node, unless: Cause?)
    case route(Int)
    case final(Reach)
  }

  struct State {
    var low: Int
    var candidates: [Candidate]
    var next = 0
    /// The best that was found, while routes of the same distance may share the load.
    var best: (egress: Egress, distance: Int)?
    /// Whether it leads back to itself by way of others.
    var isInCircle = false
    var hasOtherWay = false
    /// What was found before it is known whether the circle leads elsewhere.
    var found: Reach?
    var result: Reach?
  }

  init(_ facts: [RouteFacts], _ surroundings: Surroundings) {
    self.facts = facts
    self.surroundings = surroundings
    tables = RouteTables(facts)
    whole = nil
  }

  /// Next hops with an interface taken to be down.
  init(_ whole: WholeNextHops, without interface: String) {
    facts = whole.hops.facts
    surroundings = whole.hops.surroundings.without(interface)
    tables = whole.hops.tables
    self.whole = whole
  }

  /// How the next hop of a route is reached, by its place among all.
  mutating func reach(of place: Int) -> Reach {
    switch step(from: place) {
    case .known(let reach): return reach
    case .after(let node): return reach(of: node)
    }
  }

  mutating func reach(of node: Node) -> Reach {
    let root = places[node] ?? enter(node)
    while let current = path.last { advance(current) }
    return states[root].result ?? .nothing
  }

  enum Step {
    case known(Reach)
    case after(Node)
  }

  /// What the next hop of a route hangs on.
  func step(from place: Int) -> Step {
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

  mutating func enter(_ node: Node) -> Int {
    let place = states.count
    places[node] = place
    if let result = lasting(node) {
      states.append(State(low: place, candidates: [], result: result))
      return place
    }
    states.append(State(low: place, candidates: candidates(of: node)))
    waiting.append(place)
    path.append(place)
    return place
  }

  private func candidates(of node: Node) -> [Candidate] {
    switch node {
    case .destination(let table, let prefix, let scope):
      tables.routes(to: prefix, in: table)
        .filter { mayLead(from: $0, within: scope) }.map(Candidate.route)
    case .hop(let table, let address, let scope): candidates(table, address, scope)
    }
  }

  /// Whether a route may resolve a next hop. One that throws packets away also takes the packets that look
  /// whether the next hop is there, whatever its scope.
  private func mayLead(from place: Int, within scope: Int) -> Bool {
    if whole != nil, facts[place].isHole { return true }
    return facts[place].scope.map { $0 <= scope } ?? true
  }

  /// What becomes of a node whatever happens to the interface that is taken to be down; nil when it hangs on
  /// that. What leads nowhere with all interfaces does not lead on with fewer.
  private func lasting(_ node: Node) -> Reach? {
    guard let whole else { return nil }
    let result = whole.hops.reach(of: node)
    guard case .reached(let egress, _) = result else { return result }
    guard let interface = egress.interface else {
      return .unknown(egress.doubt ?? Surroundings.unreadable)
    }
    return interface == surroundings.lost ? nil : result
  }

  private func candidates(_ table: String, _ address: IPAddress, _ scope: Int) -> [Candidate] {
    if let cause = tables.doubt(in: table, within: scope) { return [.final(.unknown(cause))] }
    let connected = surroundings.connected(address, table, within: scope)
    let longer = tables.destinations(holding: address, in: table)
      .prefix { $0.length > connected?.length ?? -1 }
    let isPlaced = isPlaced(address, table, longer.first)
    // A network that nobody wrote may be longer than any but that of a single host.
    let cause = longer.isEmpty || isPlaced ? nil : surroundings.unknownNetwork(holding: address)
    return longer.map { prefix in
      .destination(
        .destination(table: table, prefix: prefix, targetScope: scope),
        unless: prefix.length == address.family.width ? nil : cause)
    } + [
      .final(
        connected?.reach ?? surroundings.beyond(address, within: scope, isPlaced: isPlaced))
    ]
  }

  /// Whether it is known where an address is when the interface is down that led there: it has a route of its
  /// own, or lies in the network of that interface, and so is in no network that nobody wrote.
  private func isPlaced(_ address: IPAddress, _ table: String, _ longest: IPPrefix?) -> Bool {
    guard let whole else { return false }
    let networks = whole.hops.surroundings.networks
    return longest.map(\.isHost) ?? false || networks.longest(holding: address, in: table) != nil
  }
}

/// Next hops while all that is switched on works, for what asks what would be without an interface.
final class WholeNextHops {
  fileprivate(set) var hops: NextHops

  init(_ hops: NextHops) { self.hops = hops }
}
