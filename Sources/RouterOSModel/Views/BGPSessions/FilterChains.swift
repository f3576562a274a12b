import RouterOSSyntax

/// What routing filters make of the paths that pass them.
struct FilterChains {
  /// What becomes of paths in a chain.
  enum Outcome {
    case one(Preference)
    /// None passes.
    case nothing
    case unknown(Cause)
  }

  /// Why a filter could not be followed.
  struct Unfollowed: Error {
    let cause: Cause
  }

  private var rules: [String: [Entry]] = [:]
  var outcomes: [String: Outcome] = [:]
  private var knownSteps: [String: [FilterStep?]] = [:]
  private var knownLists: [String: [IPPrefix?]]?
  let configuration: Configuration
  /// So many rules are held against networks.
  var left = 1 << 22
  /// So many jumps are followed.
  private var jumps = 1 << 16
  let isOld: Bool
  let gap: Cause?
  /// Why a rule may be in any chain; nil when none may.
  private let stray: Cause?

  init(_ configuration: Configuration) {
    self.configuration = configuration
    isOld = configuration.version.map { $0.major < 7 } ?? false
    let menu = isOld ? "/routing/filter" : "/routing/filter/rule"
    gap = configuration.incompleteness(of: [menu]) ?? configuration.alteration(ofMenu: menu)
    var stray: Cause?
    for rule in configuration.entries(menu) where rule.value("disabled").text != "yes" {
      let chain = Cell("chain", of: rule)
      stray = stray ?? chain.writtenDoubt
      if let name = chain.text { rules[name, default: []].append(rule) }
    }
    self.stray = stray
  }

  mutating func steps(of chain: String) -> [FilterStep?] {
    if let known = knownSteps[chain] { return known }
    let found = (rules[chain] ?? []).map(step)
    knownSteps[chain] = found
    return found
  }

  /// Of filters, those that hold no rule which is switched on, and so let everything pass; unknown where nobody
  /// documents what such a filter does.
  func open(_ filters: [Cell]) -> Cell {
    if let doubt = filters.lazy.compactMap(\.doubt).first { return Cell(.unknown(doubt), .set) }
    let empty = Set(filters.compactMap(\.text)).filter { rules[$0] == nil }.sorted()
    guard let first = empty.first else { return Cell(.unset, .set) }
    if let cause = gap ?? stray { return Cell(.unknown(cause), .set) }
    return isOld ? Cell(.known(empty), .set) : Cell(.unknown(.empty(first)), .set)
  }

  /// Counts a chain that is entered, so that chains which jump to each other end.
  mutating func enter(_ chain: String, _ depth: Int) throws(Unfollowed) {
    if let doubt = doubt(of: chain) { throw Unfollowed(cause: doubt) }
    if depth == 0 { return }
    jumps -= 1
    guard jumps > 0, depth < Self.mostJumps else {
      throw Unfollowed(cause: .unreadableFilter(chain))
    }
  }

  /// So many chains may jump to each other in a row.
  private static let mostJumps = 16

  /// Nobody documents what RouterOS 7 does by a chain that has no rules.
  private func doubt(of chain: String) -> Cause? {
    isOld || rules[chain] != nil ? nil : .empty(chain)
  }

  /// The networks of each address list; none of any when lists may be missing.
  mutating func networksOfLists() -> [String: [IPPrefix?]] {
    if let knownLists { return knownLists }
    let menus = ["/ip/firewall/address-list", "/ipv6/firewall/address-list"]
    var lists: [String: [IPPrefix?]] = [:]
    let isComplete = configuration.incompleteness(of: menus) == nil
    for entry in isComplete ? menus.flatMap(configuration.entries) : []
    where entry.value("disabled").text != "yes" {
      guard let list = entry.value("list").text else { continue }
      lists[list, default: []].append(entry.value("address").text.flatMap { IPPrefix($0) })
    }
    knownLists = lists
    return lists
  }

  private func step(_ rule: Entry) -> FilterStep? {
    if isOld { return FilterStep(ofRouterOS6: rule) }
    let cells = ["disabled", "rule"].map { Cell($0, of: rule) }
    guard cells.allSatisfy({ $0.writtenDoubt == nil }) else { return nil }
    return FilterStep(ofRouterOS7: rule.value("rule").text ?? "")
  }
}

extension Cause {
  fileprivate static func empty(_ chain: String) -> Cause {
    Cause("filter '\(chain)' has no rules", remedy: "write what it accepts, and reject the rest")
  }

  static func unreadableFilter(_ chain: String) -> Cause {
    Cause(
      "filter '\(chain)' does more than can be followed here",
      remedy: "set the local preference by a number, in rules without other actions")
  }
}
