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

  /// Follows the rules of a chain with all that a path may be until then. What reaches its end is taken by
  /// RouterOS 6, and thrown away from RouterOS 7 (MikroTik's manual, "Moving from RouterOS 6 to 7").
  private mutating func work(out chain: String) -> Outcome {
    if let doubt = doubt(of: chain) { return .unknown(doubt) }
    var open: Set<Preference> = [Preference()]
    var passed: Set<Preference> = []
    for step in steps(of: chain) {
      guard let step else { return .unknown(.unreadable(chain)) }
      var next: Set<Preference> = []
      for preference in open {
        for actions in step.alternatives {
          var preference = preference
          switch Self.apply(actions, &preference) {
          case .goesOn: next.insert(preference)
          case .passes: passed.insert(preference)
          case .ends: break
          case .unreadable: return .unknown(.unreadable(chain))
          }
        }
      }
      open = next
      if open.count + passed.count > Self.mostPreferences { return .unknown(.manifold(chain)) }
      if open.isEmpty { break }
    }
    if isOld { passed.formUnion(open) }
    if passed.count > 1 { return .unknown(.manifold(chain)) }
    return passed.first.map { .one($0) } ?? .nothing
  }

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
    if let doubt = gap ?? doubt(of: chain) { return Cell(.unknown(doubt), .boolean) }
    var possible: Set<Fate> = []
    var reachesEnd = true
    for step in steps(of: chain) {
      left -= 1
      guard left > 0, let step else { return Cell(.unknown(.unreadable(chain)), .boolean) }
      let holds = holds(step.condition, network)
      var fates: Set<Fate> = []
      if holds != false { fates.insert(Self.end(step.then)) }
      if holds != true { fates.insert(Self.end(step.otherwise)) }
      if fates.contains(.unreadable) { return Cell(.unknown(.unreadable(chain)), .boolean) }
      possible.formUnion(fates.subtracting([.goesOn]))
      if !fates.contains(.goesOn) { reachesEnd = false; break }
    }
    if reachesEnd { possible.insert(isOld ? .passes : .ends) }
    guard possible.count == 1 else { return Cell(.unknown(.conditions(chain, network)), .boolean) }
    return Cell(possible.contains(.passes))
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

  private static func end(_ actions: [FilterStep.Action]) -> Fate {
    var preference = Preference()
    return apply(actions, &preference)
  }

  private func step(_ rule: Entry) -> FilterStep? {
    if isOld { return FilterStep(ofRouterOS6: rule) }
    let cells = ["disabled", "rule"].map { Cell($0, of: rule) }
    guard cells.allSatisfy({ $0.writtenDoubt == nil }) else { return nil }
    return FilterStep(ofRouterOS7: rule.value("rule").text ?? "")
  }

  private enum Fate {
    case ends
    case goesOn
    case passes
    case unreadable
  }

  private static func apply(_ actions: [FilterStep.Action], _ preference: inout Preference) -> Fate
  {
    for action in actions {
      switch action {
      case .set(let part, let value): preference.set(part, value)
      case .accept: return .passes
      case .reject: return .ends
      case .other: return .unreadable
      }
    }
    return .goesOn
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
      remedy: "set the local preference in rules that neither jump nor return")
  }

  fileprivate static func manifold(_ chain: String) -> Cause {
    Cause(
      "filter '\(chain)' prefers some paths of the session more than others",
      remedy: "compare the filters of the sessions by hand")
  }
}
