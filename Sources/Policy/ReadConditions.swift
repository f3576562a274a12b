import Diagnostics
import SourceText
import YAML

extension RuleReader {
  static let operators = ["at-least", "at-most", "not", "present"]
  static let verbs = ["distinct", "find", "how-many", "same", "strictly-ordered"]

  /// A selection; only in `when` and `find` may it say how many must be found.
  func selection(_ node: Node, counts: Bool) throws(SourceError) -> Selection {
    try check(
      node, keys: ["menu", "view", "where"] + (counts ? ["how-many"] : []), what: "selection")
    let menu = try optional(node, "menu", word)
    let view = try optional(node, "view", word)
    let conditions = try optional(node, "where", self.conditions)
    return Selection(
      source: try source(menu, view, node),
      conditions: conditions ?? Conditions(clauses: [], any: []),
      howMany: try optional(node, "how-many", condition))
  }

  private func source(_ menu: Word?, _ view: Word?, _ node: Node) throws(SourceError)
    -> Selection.Source
  {
    switch (menu, view) {
    case (let menu?, nil): return .menu(menu)
    case (nil, let view?): return .view(view)
    case (_?, let view?): throw error("expected either 'menu' or 'view', not both", view.span)
    case (nil, nil): throw error("expected 'menu' or 'view'", node.span.startPoint)
    }
  }

  /// `{ column: condition, …, any: [ { … }, { … } ] }`.
  func conditions(_ node: Node) throws(SourceError) -> Conditions {
    try conditions(node, besideVerbs: false)
  }

  private func conditions(_ node: Node, besideVerbs: Bool) throws(SourceError) -> Conditions {
    guard node.pairs != nil else {
      throw error("a list could mean all or any; write one mapping for all, or 'any:'", node.span)
    }
    var any: [[Conditions.Clause]] = []
    if let alternatives = node["any"] {
      guard let items = alternatives.items, items.count > 1 else {
        throw error("'any' expects a list of two or more mappings", alternatives.span)
      }
      for item in items { any.append(try alternative(item)) }
    }
    return Conditions(clauses: try clauses(node, besideVerbs: besideVerbs), any: any)
  }

  /// One mapping of an `any`.
  private func alternative(_ node: Node) throws(SourceError) -> [Conditions.Clause] {
    if let nested = node.pairs?.first(where: { $0.key.text == "any" }) {
      throw error("'any' cannot stand inside 'any'", nested.key.span)
    }
    let clauses = try clauses(node, besideVerbs: false)
    guard !clauses.isEmpty else { throw error("expected a condition", node.span) }
    return clauses
  }

  private func clauses(_ node: Node, besideVerbs: Bool) throws(SourceError) -> [Conditions.Clause] {
    guard let pairs = node.pairs else { throw error("expected a mapping of columns", node.span) }
    var clauses: [Conditions.Clause] = []
    for pair in pairs {
      let column = try word(pair.key)
      if column.text == "any" { continue }
      if besideVerbs, Self.verbs.contains(column.text) { continue }
      clauses.append(Conditions.Clause(column: column, condition: try condition(pair.value)))
    }
    return clauses
  }

  /// Text or a list for equality, a mapping for operators that must all hold.
  func condition(_ node: Node) throws(SourceError) -> Condition {
    guard let pairs = node.pairs else { return .equals(try operands(node)) }
    return try condition(pairs, node)
  }

  private func condition(_ pairs: [Node.Pair], _ node: Node) throws(SourceError) -> Condition {
    guard !pairs.isEmpty else { throw error("expected a condition", node.span) }
    var conditions: [Condition] = []
    for pair in pairs { conditions.append(try condition(pair)) }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private func condition(_ pair: Node.Pair) throws(SourceError) -> Condition {
    let name = pair.key.text ?? ""
    switch name {
    case "at-least": return .atLeast(operand(try word(pair.value)))
    case "at-most": return .atMost(operand(try word(pair.value)))
    case "not": return .not(try condition(pair.value))
    case "present": return .present(try yesOrNo(pair.value))
    default: throw error(unknownWord(name, "operator", among: Self.operators), pair.key.span)
    }
  }

  private func yesOrNo(_ node: Node) throws(SourceError) -> Bool {
    switch node.text {
    case "yes": return true
    case "no": return false
    case .some, .none: throw error("expected 'no' or 'yes'", node.span)
    }
  }

  private func operands(_ node: Node) throws(SourceError) -> [Operand] {
    try words(node).map(operand)
  }

  private func operand(_ word: Word) -> Operand {
    func rest(_ prefix: String) -> Word? {
      guard word.text.hasPrefix(prefix), word.text.utf8.count > prefix.utf8.count else {
        return nil
      }
      return Word(text: String(word.text.dropFirst(prefix.count)), span: word.span)
    }
    if let column = rest("$this.") { return .this(column) }
    if let column = rest("$far.") { return .far(column) }
    if let name = rest("$") { return .parameter(name) }
    return .literal(word)
  }

  /// Conditions on each entry, or verbs for the group; `find` may stand beside conditions.
  func expectation(_ node: Node) throws(SourceError) -> Expectation {
    let conditions = try conditions(node, besideVerbs: true)
    let names = (node.pairs ?? []).compactMap(\.key.text)
    let ofEntry = names.first { $0 == "find" || !Self.verbs.contains($0) }
    var verbs: [Verb] = []
    for pair in node.pairs ?? [] {
      guard let verb = try verb(pair) else { continue }
      verbs.append(verb)
      if case .find = verb { continue }
      if let ofEntry {
        let message =
          "'\(pair.key.text ?? "")' judges a group and cannot stand beside '\(ofEntry)'"
        throw error(message, pair.key.span)
      }
    }
    if verbs.isEmpty, conditions.clauses.isEmpty, conditions.any.isEmpty {
      throw error("'expect' asks for nothing", node.span)
    }
    return Expectation(conditions: conditions, verbs: verbs)
  }

  /// `{ at-least: 2 }`, or with `where` to count only some of the group.
  private func howMany(_ node: Node) throws(SourceError) -> Verb {
    let chosen = try optional(node, "where", conditions) ?? Conditions(clauses: [], any: [])
    guard let pairs = node.pairs else { return .howMany(try condition(node), of: chosen) }
    return .howMany(try condition(pairs.filter { $0.key.text != "where" }, node), of: chosen)
  }

  private func columns(_ pair: Node.Pair) throws(SourceError) -> [Word] {
    let words = try words(pair.value)
    guard !words.isEmpty else {
      throw error(
        "'\(pair.key.text ?? "")' names no column; expected one or more", pair.value.span)
    }
    return words
  }

  private func verb(_ pair: Node.Pair) throws(SourceError) -> Verb? {
    switch pair.key.text {
    case "distinct": return .distinct(try columns(pair))
    case "find": return .find(try selection(pair.value, counts: true))
    case "how-many": return try howMany(pair.value)
    case "same": return .same(try columns(pair))
    case "strictly-ordered": return .strictlyOrdered(try word(pair.value))
    case .some, .none: return nil
    }
  }
}
