/// Which rules of the firewall never match, since one before them in their chain takes all that they would.
///
/// Rules are held against those before them that none takes all from, found by their addresses and ports, so
/// that many rules that are alike, or that differ in these, cost linear time. Rules that take something only
/// together are not looked for, nor what is taken before a jump.
struct ShadowedRules {
  static let columns: Set<String> = ["cut-off-by", "shadowed-by"]

  private let rows: [Row]
  private var chains: [[String]: Chain] = [:]
  /// So many parts of rules are compared in all.
  private var left = 1 << 23

  private struct Chain {
    /// The first rule that takes everything.
    var end: (name: String, action: String?, doubt: Cause?)?
    var rules = RuleIndex()
  }

  /// The cells of all rules, in the order of their rows.
  static func cells(of rows: [Row]) -> [[String: Cell]] {
    var shadowed = ShadowedRules(rows: rows)
    return rows.map { shadowed.cells(of: $0) }
  }

  private init(rows: [Row]) { self.rows = rows }

  private mutating func cells(of row: Row) -> [String: Cell] {
    if row.text("disabled") == "yes" { return Self.both(.unset) }
    if let doubt = row.cell("position")?.doubt { return Self.both(.unknown(doubt)) }
    guard let chainName = row.text("chain") else {
      return Self.both(.unknown(row.cell("chain")?.doubt ?? Self.noChain))
    }
    let key = [row.text("family") ?? "", row.text("table") ?? "", chainName]
    var chain = chains.removeValue(forKey: key) ?? Chain()
    defer { chains[key] = chain }
    if let end = chain.end {
      let cell = Cell(end.doubt.map { .unknown($0) } ?? .known([end.name]), .text)
      // What would do the same with the packets is idle, and cuts nothing off.
      if let own = row.outcome, own == end.action, end.doubt == nil {
        return ["cut-off-by": Cell(.unset, .text), "shadowed-by": cell]
      }
      return ["cut-off-by": cell, "shadowed-by": end.doubt == nil ? Cell(.unset, .text) : cell]
    }
    let match = RuleMatch(row)
    let answer = chain.rules.coverer(of: match, &left)
    if answer.name == nil, row.isFinal, !match.isFleeting {
      let name = row.nameInChain
      if match.values.isEmpty {
        chain.end = (name, row.outcome, match.doubt)
      } else {
        chain.rules.add(match, name)
      }
    }
    let doubt = answer.doubt ?? (left < 0 ? Self.tooMany : nil)
    let content: Cell.Content =
      answer.name.map { .known([$0]) } ?? doubt.map { .unknown($0) } ?? .unset
    return ["cut-off-by": Cell(.unset, .text), "shadowed-by": Cell(content, .text)]
  }

  private static func both(_ content: Cell.Content) -> [String: Cell] {
    ["cut-off-by": Cell(content, .text), "shadowed-by": Cell(content, .text)]
  }

  private static let noChain = Cause("the rule has no chain", remedy: "write its chain")

  private static let tooMany = Cause(
    "the rules of the router are too many to be compared",
    remedy: "put addresses into lists, so that fewer rules do")
}

extension Row {
  /// Whether nothing behind a rule sees what it matches (MikroTik's manual, "Filter", "NAT", "Mangle", "RAW").
  fileprivate var isFinal: Bool {
    guard let action = text("action") else { return false }
    if action.hasPrefix("mark-") || action.hasPrefix("change-") || action == "set-priority" {
      return text("passthrough") == "no"
    }
    return Self.finalActions.contains(action)
  }

  /// What a rule does with packets for good; nil where that is more than a word.
  fileprivate var outcome: String? {
    switch text("action") {
    case "drop", "reject", "tarpit": "drop"
    case "accept", "masquerade", "return": text("action")
    case _: nil
    }
  }

  private static let finalActions: Set<String> = [
    "accept", "drop", "dst-nat", "endpoint-independent-nat", "masquerade", "netmap", "redirect",
    "reject", "return", "same", "src-nat", "tarpit",
  ]

  /// What a rule is called among those of its chain.
  fileprivate var nameInChain: String {
    let comment = text("comment").flatMap { $0.isEmpty ? nil : " (\($0))" } ?? ""
    return "rule \(text("position") ?? "?")\(comment)"
  }
}
