extension FilterChains {
  /// Whether a route to a network passes a chain; unknown when a condition asks for more than its
  /// destination.
  mutating func passes(_ network: IPPrefix, _ chain: String) -> Cell {
    if let gap { return Cell(.unknown(gap), .boolean) }
    do {
      var fates = try fates(of: network, in: chain, beneath: 0)
      if fates.remove(.goesOn) != nil { fates.insert(isOld ? .passes : .ends) }
      guard fates.count == 1 else { return Cell(.unknown(.conditions(chain, network)), .boolean) }
      return Cell(fates.contains(.passes))
    } catch {
      return Cell(.unknown(error.cause), .boolean)
    }
  }

  /// What may become of a route to a network in a chain; it goes on when it reaches the end.
  private mutating func fates(
    of network: IPPrefix, in chain: String, beneath depth: Int
  ) throws(Unfollowed) -> Set<Fate> {
    try enter(chain, depth)
    var possible: Set<Fate> = []
    var reachesEnd = true
    for step in steps(of: chain) {
      left -= 1
      guard left > 0, let step else { throw Unfollowed(cause: .unreadableFilter(chain)) }
      let holds = holds(step.condition, network)
      var fates: Set<Fate> = []
      if holds != false { fates.formUnion(try self.fates(of: network, step.then, chain, depth)) }
      if holds != true {
        fates.formUnion(try self.fates(of: network, step.otherwise, chain, depth))
      }
      possible.formUnion(fates.subtracting([.goesOn]))
      if !fates.contains(.goesOn) { reachesEnd = false; break }
    }
    if reachesEnd || possible.remove(.goesBack) != nil { possible.insert(.goesOn) }
    return possible.subtracting([.goesBack])
  }

  private mutating func fates(
    of network: IPPrefix, _ actions: [FilterStep.Action], _ chain: String, _ depth: Int
  ) throws(Unfollowed) -> Set<Fate> {
    var possible: Set<Fate> = []
    for action in actions {
      switch action {
      case .set: continue
      case .accept: return possible.union([.passes])
      case .reject: return possible.union([.ends])
      case .leave: return possible.union([.goesBack])
      case .jump(let target):
        let inner = try fates(of: network, in: target, beneath: depth + 1)
        possible.formUnion(inner.subtracting([.goesOn]))
        if !inner.contains(.goesOn) { return possible }
      case .other: throw Unfollowed(cause: .unreadableFilter(chain))
      }
    }
    return possible.union([.goesOn])
  }

  private mutating func holds(_ condition: FilterCondition, _ network: IPPrefix) -> Bool? {
    guard case .list(let name) = condition else {
      return condition.holds(for: network) { _ in nil }
    }
    let members = networksOfLists()[name] ?? []
    left -= members.count
    if members.isEmpty || members.contains(nil) { return nil }
    return condition.holds(for: network) { _ in members.compactMap { $0 } }
  }

  private enum Fate {
    case ends
    case goesBack
    case goesOn
    case passes
  }
}

extension Cause {
  fileprivate static func conditions(_ chain: String, _ network: IPPrefix) -> Cause {
    Cause(
      "filter '\(chain)' asks more of \(network) than its destination",
      remedy: "read the filter, or look at the advertisements on the router")
  }
}
