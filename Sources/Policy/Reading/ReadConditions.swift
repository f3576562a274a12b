import Diagnostics
import SourceText
import YAML

extension RuleReader {
  static let operators = Vocabulary.conditions.map(\.name)
  static let verbs = Vocabulary.verbs.map(\.name)

  /// A selection; only in `when` and `find` may it say how many must be found.
  func selection(_ node: Node, counts: Bool) throws(SourceError) -> Selection {
    let fields = Form.ofSelection + (counts ? [Form.howMany] : [])
    try check(node, .mapping(fields, others: nil), what: "selection")
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

  func conditions(_ node: Node, besideVerbs: Bool) throws(SourceError) -> Conditions {
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

  func condition(_ pairs: [Node.Pair], _ node: Node) throws(SourceError) -> Condition {
    guard !pairs.isEmpty else { throw error("expected a condition", node.span) }
    var conditions: [Condition] = []
    for pair in pairs { conditions.append(try condition(pair)) }
    return conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private func condition(_ pair: Node.Pair) throws(SourceError) -> Condition {
    let name = pair.key.text ?? ""
    if let relation = Condition.AddressRelation(rawValue: name) {
      return .addresses(relation, try someOperands(pair))
    }
    if let relation = Condition.ListRelation(rawValue: name) {
      return .list(relation, try someOperands(pair))
    }
    switch name {
    case "at-least": return .atLeast(operand(try word(pair.value)))
    case "at-most": return .atMost(operand(try word(pair.value)))
    case "not": return .not(try condition(pair.value))
    case "present": return .present(try yesOrNo(pair.value))
    case "matches": return try matches(try word(pair.value))
    default: throw error(unknownWord(name, "operator", among: Self.operators), pair.key.span)
    }
  }

  private func matches(_ word: Word) throws(SourceError) -> Condition {
    let operand = operand(word)
    guard case .literal = operand else { return .matches(operand, nil) }
    return .matches(operand, try compilePattern(word, in: file))
  }

  private func someOperands(_ pair: Node.Pair) throws(SourceError) -> [Operand] {
    let operands = try operands(pair.value)
    guard !operands.isEmpty else {
      throw error(
        "'\(pair.key.text ?? "")' names no value; expected one or more", pair.value.span)
    }
    return operands
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
}
