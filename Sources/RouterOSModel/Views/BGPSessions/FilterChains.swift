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
  private let isOld: Bool
  private let gap: Cause?

  init(_ configuration: Configuration) {
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
  private func work(out chain: String) -> Outcome {
    var open: Set<Preference> = [Preference()]
    var passed: Set<Preference> = []
    for rule in rules[chain] ?? [] {
      guard let step = self.step(rule) else { return .unknown(.unreadable(chain)) }
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
