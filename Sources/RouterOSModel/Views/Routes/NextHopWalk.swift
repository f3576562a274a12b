extension NextHops {
  /// Looks at the next candidate of a node.
  mutating func advance(_ current: Int) {
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
    // Without the first way, what a circle leads to beside itself is what the next hop is found by.
    if whole != nil, let found = states[place].found { return found }
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
    let isDetour = whole != nil
    states[current].found = result
    if case .nothing = result {} else { states[current].hasOtherWay = true }
    guard states[current].low == current, let start = waiting.lastIndex(of: current) else { return }
    let hasOtherWay = waiting[start...].contains { states[$0].hasOtherWay }
    settle(through: current) { state in
      if !hasOtherWay { return .nothing }
      if isDetour, case .reached(let egress, let isRecursive)? = state.found {
        return .reached(egress, isRecursive: isRecursive)
      }
      return .unknown(Self.circle)
    }
  }

  /// Settles the last nodes that wait, down to `current`.
  private mutating func settle(through current: Int, _ result: (State) -> Reach) {
    while let node = waiting.popLast() {
      states[node].result = result(states[node])
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
