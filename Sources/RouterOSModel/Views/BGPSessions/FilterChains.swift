import RouterOSSyntax

/// What routing filters make of the paths that pass them.
struct FilterChains {
  /// What becomes of paths in a chain.
  private enum Outcome {
    case one(Preference)
    /// None passes.
    case nothing
    case unknown(Cause)
  }

  private var rules: [String: [Entry]] = [:]
  private var known: [String: Outcome] = [:]
  private var steps: [String: [FilterStep?]] = [:]
  private var lists: [String: [IPPrefix?]]?
  private let configuration: Configuration
  /// So many rules are held against networks.
  private var left = 1 << 22
  /// So many jumps are followed.
  private var jumps = 1 << 12
  private let isOld: Bool
  private let gap: Cause?

  init(_ configuration: Configuration) {
    self.configuration = configuration
    isOld = configuration.version.map { $0.major < 7 } ?? false
    let menu = isOld ? "/routing/filter" : "/routing/filter/rule"
    gap = configuration.incompleteness(of: [menu]) ?? configuration.alteration(ofMenu: menu)
    for rule in configuration.entries(menu) where rule.value("disabled").text != "yes" {
      guard let chain = rule.value("chain").text else { continue }
      rules[chain, default: []].append(rule)
    }
  }

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
    if let outcome = known[chain] { return outcome }
    let outcome = gap.map { .unknown($0) } ?? work(out: chain)
    known[chain] = outcome
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
      guard left > 0, let step else { throw Unfollowed(cause: .unreadable(chain)) }
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
      case .other: throw Unfollowed(cause: .unreadable(chain))
      }
      if flow.open.isEmpty { break }
    }
    return flow
  }

  /// Counts a chain that is entered, so that chains which jump to each other end.
  private mutating func enter(_ chain: String, _ depth: Int) throws(Unfollowed) {
    if let doubt = doubt(of: chain) { throw Unfollowed(cause: doubt) }
    if depth == 0 { return }
    jumps -= 1
    guard jumps > 0, depth < Self.mostJumps else { throw Unfollowed(cause: .unreadable(chain)) }
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

  /// Why a filter could not be followed.
  private struct Unfollowed: Error {
    let cause: Cause
  }

  /// So many chains may jump to each other in a row.
  private static let mostJumps = 16
  private static let mostPreferences = 32

  private mutating func steps(of chain: String) -> [FilterStep?] {
    if let known = steps[chain] { return known }
    let found = (rules[chain] ?? []).map(step)
    steps[chain] = found
    return found
  }

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
      guard left > 0, let step else { throw Unfollowed(cause: .unreadable(chain)) }
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
      case .other: throw Unfollowed(cause: .unreadable(chain))
      }
    }
    return possible.union([.goesOn])
  }

  /// Nobody documents what RouterOS 7 does by a chain that has no rules.
  private func doubt(of chain: String) -> Cause? {
    isOld || rules[chain] != nil ? nil : .empty(chain)
  }

  private mutating func holds(_ condition: FilterCondition, _ network: IPPrefix) -> Bool? {
    guard case .list(let name) = condition else {
      return condition.holds(for: network) { _ in nil }
    }
    let all = lists ?? networksOfLists()
    lists = all
    let members = all[name] ?? []
    left -= members.count
    if members.isEmpty || members.contains(nil) { return nil }
    return condition.holds(for: network) { _ in members.compactMap { $0 } }
  }

  /// The networks of each address list; none of any when lists may be missing.
  private func networksOfLists() -> [String: [IPPrefix?]] {
    let menus = ["/ip/firewall/address-list", "/ipv6/firewall/address-list"]
    guard configuration.incompleteness(of: menus) == nil else { return [:] }
    var lists: [String: [IPPrefix?]] = [:]
    for entry in menus.flatMap(configuration.entries) where entry.value("disabled").text != "yes" {
      guard let list = entry.value("list").text else { continue }
      lists[list, default: []].append(entry.value("address").text.flatMap { IPPrefix($0) })
    }
    return lists
  }

  private func step(_ rule: Entry) -> FilterStep? {
    if isOld { return FilterStep(ofRouterOS6: rule) }
    let cells = ["disabled", "rule"].map { Cell($0, of: rule) }
    guard cells.allSatisfy({ $0.writtenDoubt == nil }) else { return nil }
    return FilterStep(ofRouterOS7: rule.value("rule").text ?? "")
  }

  private enum Fate {
    case ends
    case goesBack
    case goesOn
    case passes
  }
}

extension Cause {
  fileprivate static func empty(_ chain: String) -> Cause {
    Cause("filter '\(chain)' has no rules", remedy: "write what it accepts, and reject the rest")
  }

  fileprivate static func conditions(_ chain: String, _ network: IPPrefix) -> Cause {
    Cause(
      "filter '\(chain)' asks more of \(network) than its destination",
      remedy: "read the filter, or look at the advertisements on the router")
  }

  fileprivate static func unreadable(_ chain: String) -> Cause {
    Cause(
      "filter '\(chain)' does more than can be followed here",
      remedy: "set the local preference by a number, in rules without other actions")
  }

  fileprivate static func manifold(_ chain: String) -> Cause {
    Cause(
      "filter '\(chain)' prefers some paths of the session more than others",
      remedy: "compare the filters of the sessions by hand")
  }
}
