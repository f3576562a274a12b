extension FilterChains {
  /// How the paths of a session are preferred, by the filters of what it learns and of what it announces:
  /// `none` when nothing sets anything.
  mutating func preference(_ incoming: Cell, _ outgoing: Cell) -> Cell {
    var words: [String] = []
    for (filter, direction) in [(incoming, "in"), (outgoing, "out")] {
      if let doubt = filter.doubt { return Cell(.unknown(doubt), .text) }
      guard let chain = filter.text else { continue }
      switch outcome(of: chain) {
      case .one(let preference): words += preference.words.map { "\(direction) \($0)" }
      case .nothing: words.append("\(direction) nothing")
      case .unknown(let cause): return Cell(.unknown(cause), .text)
      }
    }
    // The words together are one value: sessions differ as soon as one of them does.
    return Cell(words.isEmpty ? "none" : words.joined(separator: ", "))
  }

  private mutating func outcome(of chain: String) -> Outcome {
    if let outcome = outcomes[chain] { return outcome }
    let outcome = gap.map { .unknown($0) } ?? work(out: chain)
    outcomes[chain] = outcome
    return outcome
  }

  /// What reaches the end of a chain is taken by RouterOS 6, and thrown away from RouterOS 7 (MikroTik's
  /// manual, "Moving from RouterOS 6 to 7").
  private mutating func work(out chain: String) -> Outcome {
    do {
      let flow = try follow(chain, [Preference()], beneath: 0)
      let passed = isOld ? flow.passed.union(flow.open) : flow.passed
      if passed.count > 1 { return .unknown(.manifold(chain)) }
      return passed.first.map { .one($0) } ?? .nothing
    } catch {
      return .unknown(error.cause)
    }
  }

  /// Follows the rules of a chain with all that a path may be until then; `depth` chains jumped here.
  private mutating func follow(
    _ chain: String, _ start: Set<Preference>, beneath depth: Int
  ) throws(Unfollowed) -> Flow {
    try enter(chain, depth)
    var flow = Flow(open: start)
    for step in steps(of: chain) {
      left -= 1
      guard left > 0, let step else { throw Unfollowed(cause: .unreadableFilter(chain)) }
      var next: Set<Preference> = []
      for actions in step.alternatives {
        let part = try apply(actions, Flow(open: flow.open), in: chain, depth)
        next.formUnion(part.open)
        flow.passed.formUnion(part.passed)
        flow.back.formUnion(part.back)
      }
      flow.open = next
      if flow.count > Self.mostPreferences { throw Unfollowed(cause: .manifold(chain)) }
      if next.isEmpty { break }
    }
    flow.open.formUnion(flow.back)
    flow.back = []
    return flow
  }

  private mutating func apply(
    _ actions: [FilterStep.Action], _ start: Flow, in chain: String, _ depth: Int
  ) throws(Unfollowed) -> Flow {
    var flow = start
    for action in actions {
      switch action {
      case .set(let part, let value):
        flow.open = Set(flow.open.map { $0.setting(part, value) })
      case .accept:
        flow.passed.formUnion(flow.open)
        flow.open = []
      case .reject: flow.open = []
      case .leave:
        flow.back.formUnion(flow.open)
        flow.open = []
      case .jump(let target):
        let part = try follow(target, flow.open, beneath: depth + 1)
        flow.passed.formUnion(part.passed)
        flow.open = part.open
      case .other: throw Unfollowed(cause: .unreadableFilter(chain))
      }
      if flow.open.isEmpty { break }
    }
    return flow
  }

  /// What paths may have been given on the way: those that go on, those that were taken, and those that are on
  /// their way back to the chain above.
  private struct Flow {
    var open: Set<Preference>
    var passed: Set<Preference> = []
    var back: Set<Preference> = []

    init(open: Set<Preference>) { self.open = open }

    var count: Int { open.count + passed.count + back.count }
  }

  private static let mostPreferences = 32
}

extension Cause {
  fileprivate static func manifold(_ chain: String) -> Cause {
    Cause(
      "filter '\(chain)' prefers some paths of the session more than others",
      remedy: "compare the filters of the sessions by hand")
  }
}
