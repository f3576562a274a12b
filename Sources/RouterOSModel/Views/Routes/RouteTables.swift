/// The routes that next hops may be resolved by, by table and destination.
struct RouteTables {
  private var tables: [String: Table] = [:]
  /// Routes that may be in any table.
  private var strays: [Stray] = []

  fileprivate struct Table {
    var routes = PrefixTable<[Int]>()
    /// The largest scope of the routes to each destination that lead on.
    var widest: [IPPrefix: Int] = [:]
    var strays: [Stray] = []
  }

  /// A route of which it is not known where it leads.
  fileprivate struct Stray {
    let cause: Cause
    let scope: Int?
  }

  init(_ facts: [RouteFacts]) {
    for (place, fact) in facts.enumerated() where !fact.isOff { add(fact, place) }
    for name in tables.keys.sorted() { tables[name]?.sort(by: facts) }
    strays = Self.least(strays)
  }

  private mutating func add(_ fact: RouteFacts, _ place: Int) {
    guard let table = fact.table else {
      if let cause = fact.doubt { strays.append(Stray(cause: cause, scope: fact.scope)) }
      return
    }
    guard let destination = fact.destination else {
      let cause = fact.doubt ?? Self.unreadable
      tables[table, default: Table()].strays.append(Stray(cause: cause, scope: fact.scope))
      return
    }
    tables[table, default: Table()].add(fact, place, to: destination)
  }

  /// The destinations in a table that hold an address, the longest first.
  func destinations(holding address: IPAddress, in table: String) -> [IPPrefix] {
    let found = tables[table]?.routes.prefixes(holding: address) ?? []
    return found.sorted { $0.length > $1.length }
  }

  /// The routes of a table to a destination, those of the lowest distance first.
  func routes(to destination: IPPrefix, in table: String) -> [Int] {
    tables[table]?.routes[destination] ?? []
  }

  /// Whether a route of a table to a destination has a scope above this.
  func hasRoute(to destination: IPPrefix, in table: String, beyond scope: Int) -> Bool {
    tables[table]?.widest[destination].map { $0 > scope } ?? false
  }

  /// Why a route that is not known may resolve next hops in a table, within a scope; nil when none may.
  func doubt(in table: String, within scope: Int) -> Cause? {
    (strays + (tables[table]?.strays ?? [])).first { $0.scope.map { $0 <= scope } ?? true }?.cause
  }

  /// Of strays, the one of the smallest scope: it resolves whatever others do.
  fileprivate static func least(_ strays: [Stray]) -> [Stray] {
    let first = strays.min { ($0.scope ?? -1, $0.cause.reason) < ($1.scope ?? -1, $1.cause.reason) }
    return first.map { [$0] } ?? []
  }

  private static let unreadable = Cause(
    "a route leads to no network that can be read", remedy: "correct its dst-address")
}

extension RouteTables.Table {
  fileprivate mutating func add(_ fact: RouteFacts, _ place: Int, to destination: IPPrefix) {
    routes.update(destination, from: []) { $0.append(place) }
    guard !fact.isHole, let scope = fact.scope else { return }
    widest[destination] = max(widest[destination] ?? 0, scope)
  }

  fileprivate mutating func sort(by facts: [RouteFacts]) {
    strays = RouteTables.least(strays)
    routes.updateAll { routes in
      routes.sort { left, right in
        (facts[left].distance ?? 0, left) < (facts[right].distance ?? 0, right)
      }
    }
  }
}
