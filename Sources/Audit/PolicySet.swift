public import Diagnostics
public import Policy
import RouterOSModel

/// Rules that were found to ask only for what views and menus have.
public struct PolicySet: Sendable {
  /// The rules, sorted by id.
  public let rules: [Rule]

  /// Checks every view, menu, column and value that the rules name. Throws one sentence with a place.
  public init(_ rules: [Rule]) throws(SourceError) {
    var seen: [String: Rule] = [:]
    for rule in rules {
      if let first = seen[rule.id.text] {
        throw SourceError(
          "rule '\(rule.id.text)' is defined twice", at: rule.id.span, in: rule.file,
          related: [Label(first.file, first.id.span, "first here")])
      }
      seen[rule.id.text] = rule
      try RuleCheck(rule: rule).run()
    }
    self.rules = rules.sorted { $0.id.text < $1.id.text }
  }
}

/// The columns that a selection offers.
private struct Columns {
  let types: [String: ValueType]
  let hasFarEnd: Bool

  init(_ view: View) {
    hasFarEnd = view.hasFarEnd
    var types = columnsOfEveryRow.merging(view.columns) { $1 }
    if hasFarEnd { types.merge(columnsOfFarEnds) { $1 } }
    for path in view.menus {
      for (name, property) in Catalogue.shipped.menu(path).properties where types[name] == nil {
        types[name] = property.type
      }
    }
    self.types = types
  }

  init(_ menu: Menu) {
    hasFarEnd = false
    types = columnsOfEveryRow.merging(menu.properties.mapValues(\.type)) { $1 }
  }
}

/// Holds one rule against the model: the place where policies and RouterOS meet.
private struct RuleCheck {
  let rule: Rule

  func run() throws(SourceError) {
    if let when = rule.when { try check(when, outer: nil) }
    let columns = try check(rule.select, outer: nil)
    for word in rule.per { _ = try type(word, columns) }
    if let mark = rule.mark { _ = try type(mark, columns) }
    try check(rule.expect.conditions, columns, columns)
    let groups = rule.expect.verbs.filter { if case .find = $0 { false } else { true } }
    if let first = rule.per.first, groups.isEmpty {
      throw error("'per' needs a verb that judges a group, such as distinct or how-many", first)
    }
    for verb in rule.expect.verbs { try check(verb, columns) }
    for word in [rule.message, rule.fix] { try checkPlaceholders(word, columns) }
  }

  private func check(_ verb: Verb, _ columns: Columns) throws(SourceError) {
    switch verb {
    case .distinct(let words), .same(let words):
      for word in words { _ = try type(word, columns) }
    case .strictlyOrdered(let word):
      guard try type(word, columns).isOrdered else {
        throw error("column '\(word.text)' has no order; expected a number or a time", word)
      }
    case .howMany(let condition, let chosen):
      try check(chosen, columns, columns)
      try checkCount(condition)
    case .find(let selection): try check(selection, outer: columns)
    }
  }

  @discardableResult
  private func check(_ selection: Selection, outer: Columns?) throws(SourceError) -> Columns {
    let columns = try columns(of: selection.source)
    try check(selection.conditions, columns, outer ?? columns)
    if let count = selection.howMany { try checkCount(count) }
    return columns
  }

  private func columns(of source: Selection.Source) throws(SourceError) -> Columns {
    switch source {
    case .view(let word):
      guard let view = View(rawValue: word.text) else {
        throw unknown("view", word, View.allCases.map(\.rawValue))
      }
      return Columns(view)
    case .menu(let word):
      let menu = Catalogue.shipped.menu(menuPath(word.text))
      guard menu.isModelled else {
        if menu.isRecognised {
          throw error(
            "menu '\(word.text)' is known only by name, so that no rule can judge it", word)
        }
        let paths = Catalogue.shipped.paths.filter { Catalogue.shipped.menu($0).isModelled }
        throw unknown("menu", word, paths, listed: false)
      }
      return Columns(menu)
    }
  }

  private func check(
    _ conditions: Conditions, _ columns: Columns, _ outer: Columns
  ) throws(SourceError) {
    for clause in conditions.clauses + conditions.any.joined() {
      try check(clause.condition, try type(clause.column, columns), clause.column, outer)
    }
  }

  private func check(
    _ condition: Condition, _ type: ValueType, _ column: Word, _ outer: Columns
  ) throws(SourceError) {
    switch condition {
    case .all(let inner): for condition in inner { try check(condition, type, column, outer) }
    case .not(let inner): try check(inner, type, column, outer)
    case .present: return
    case .equals(let operands): for operand in operands { try check(operand, type, outer) }
    case .atLeast(let operand), .atMost(let operand):
      guard type.isOrdered else {
        throw error("column '\(column.text)' has no order; expected equality or 'present'", column)
      }
      try check(operand, type, outer)
    }
  }

  private func check(_ operand: Operand, _ type: ValueType, _ outer: Columns) throws(SourceError) {
    switch operand {
    case .far(let word):
      _ = try self.type(Word(text: "far.\(word.text)", span: word.span), outer)
    case .this(let word): _ = try self.type(word, outer)
    case .parameter(let word): throw error("no parameter '\(word.text)' is defined", word)
    case .literal(let word):
      if type == .boolean, !["no", "yes"].contains(word.text) {
        throw error("'\(word.text)' is not one of no, yes", word)
      }
      if type.isOrdered, type.order(of: type.canonical(word.text)) == nil {
        throw error("'\(word.text)' is no value of type \(type.rawValue)", word)
      }
    }
  }

  private func checkCount(_ condition: Condition) throws(SourceError) {
    switch condition {
    case .all(let inner): for condition in inner { try checkCount(condition) }
    case .not(let inner): try checkCount(inner)
    case .present: return
    case .atLeast(let operand), .atMost(let operand): try checkCount(operand)
    case .equals(let operands): for operand in operands { try checkCount(operand) }
    }
  }

  private func checkCount(_ operand: Operand) throws(SourceError) {
    switch operand {
    case .literal(let word):
      if Int(word.text) == nil { throw error("'\(word.text)' is no whole number", word) }
    case .far(let word), .parameter(let word), .this(let word):
      throw error("'how-many' expects a whole number", word)
    }
  }

  private func type(_ word: Word, _ columns: Columns) throws(SourceError) -> ValueType {
    var name = word.text
    if name.hasPrefix("far.") {
      guard columns.hasFarEnd else { throw error("these entries have no far end", word) }
      name = String(name.dropFirst(4))
    }
    guard let type = columns.types[name] else {
      throw unknown("column", Word(text: name, span: word.span), columns.types.keys.sorted())
    }
    return type
  }

  private func checkPlaceholders(_ word: Word, _ columns: Columns) throws(SourceError) {
    for name in placeholders(in: word.text) where name != "how-many" {
      let column = name.hasPrefix("other.") ? String(name.dropFirst(6)) : name
      _ = try type(Word(text: column, span: word.span), columns)
    }
  }

  private func unknown(_ what: String, _ word: Word, _ words: [String], listed: Bool = true)
    -> SourceError
  {
    if let near = nearestWord(to: word.text, among: words) {
      return error("no \(what) '\(word.text)'; did you mean '\(near)'?", word)
    }
    let rest = listed ? "; expected one of \(words.sorted().joined(separator: ", "))" : ""
    return error("no \(what) '\(word.text)'\(rest)", word)
  }

  private func error(_ message: String, _ word: Word) -> SourceError {
    SourceError(message, at: word.span, in: rule.file)
  }
}
