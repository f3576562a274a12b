public import Diagnostics

/// The values that parameters of a rule are given, by name.
public typealias ParameterValues = [String: [Word]]

extension Rule {
  /// The rule with `values` for its parameters, and the defaults of those that have none there.
  ///
  /// Throws one sentence with a place when a value cannot stand where the parameter is used.
  public func with(_ values: ParameterValues) throws(SourceError) -> Rule {
    var all: ParameterValues = [:]
    for parameter in parameters {
      all[parameter.name.text] = values[parameter.name.text] ?? parameter.defaults
    }
    let settings = Settings(rule: self, values: all)
    var rule = self
    rule.values = all.mapValues { $0.map(\.text) }
    if let when { rule.when = try settings.selection(when) }
    rule.select = try settings.selection(select)
    rule.expect.conditions = try settings.conditions(expect.conditions)
    var verbs: [Verb] = []
    for verb in expect.verbs { verbs.append(try settings.verb(verb)) }
    rule.expect.verbs = verbs
    return rule
  }

  /// The rule with another severity.
  public func with(severity: Severity) -> Rule {
    var rule = self
    rule.severity = RuleSeverity(severity)
    return rule
  }

  /// The rule with another outcome where nobody can tell.
  public func with(unknown: WhenUnknown) -> Rule {
    var rule = self
    rule.unknown = unknown
    return rule
  }
}

extension Rule {
  /// The parameters that its conditions name, those that are not defined included.
  public var namesOfUsedParameters: [String] {
    conditions.flatMap(\.operands).compactMap { operand in
      if case .parameter(let word) = operand { word.text } else { nil }
    }
  }

  /// Every condition there is in it.
  private var conditions: [Condition] {
    let selections =
      [select] + (when.map { [$0] } ?? [])
      + expect.verbs.compactMap { if case .find(let selection) = $0 { selection } else { nil } }
    let ofVerbs = expect.verbs.flatMap { verb -> [Conditions] in
      switch verb {
      case .howMany(let condition, let chosen, _):
        [chosen, Conditions(clauses: [.init(column: id, condition: condition)], any: [])]
      case .inOrder(let steps): steps
      case .disjoint, .distinct, .find, .same, .strictlyOrdered: []
      }
    }
    let all = selections.map(\.conditions) + [expect.conditions] + ofVerbs
    return all.flatMap { $0.clauses + $0.any.flatMap(\.self) }.map(\.condition)
      + selections.compactMap(\.howMany)
  }
}

/// Puts values where parameters stand.
private struct Settings {
  let rule: Rule
  let values: ParameterValues

  func selection(_ selection: Selection) throws(SourceError) -> Selection {
    var selection = selection
    selection.conditions = try conditions(selection.conditions)
    if let count = selection.howMany { selection.howMany = try condition(count) }
    return selection
  }

  func conditions(_ conditions: Conditions) throws(SourceError) -> Conditions {
    var any: [[Conditions.Clause]] = []
    for alternative in conditions.any { any.append(try clauses(alternative)) }
    return Conditions(clauses: try clauses(conditions.clauses), any: any)
  }

  func verb(_ verb: Verb) throws(SourceError) -> Verb {
    switch verb {
    case .find(let found): return .find(try selection(found))
    case .howMany(let count, let chosen, let column):
      return .howMany(try condition(count), of: try conditions(chosen), column: column)
    case .inOrder(let steps):
      var set: [Conditions] = []
      for step in steps { set.append(try conditions(step)) }
      return .inOrder(set)
    case .disjoint, .distinct, .same, .strictlyOrdered: return verb
    }
  }

  private func clauses(_ clauses: [Conditions.Clause]) throws(SourceError) -> [Conditions.Clause] {
    var set = clauses
    for place in set.indices { set[place].condition = try condition(set[place].condition) }
    return set
  }

  private func condition(_ condition: Condition) throws(SourceError) -> Condition {
    switch condition {
    case .addresses(let relation, let operands): return .addresses(relation, try all(operands))
    case .all(let inner):
      var set: [Condition] = []
      for condition in inner { set.append(try self.condition(condition)) }
      return .all(set)
    case .atLeast(let operand): return .atLeast(try one(operand))
    case .atMost(let operand): return .atMost(try one(operand))
    case .equals(let operands): return .equals(try all(operands))
    case .list(let relation, let operands): return .list(relation, try all(operands))
    case .matches(let operand, let pattern):
      let operand = try one(operand)
      guard pattern == nil, case .literal(let word) = operand else { return condition }
      return .matches(operand, try compilePattern(word, in: word.file ?? rule.file))
    case .not(let inner): return .not(try self.condition(inner))
    case .present: return condition
    }
  }

  private func all(_ operands: [Operand]) throws(SourceError) -> [Operand] {
    var set: [Operand] = []
    for operand in operands { set += try words(operand) }
    return set
  }

  private func one(_ operand: Operand) throws(SourceError) -> Operand {
    let set = try words(operand)
    guard set.count == 1, let first = set.first else {
      guard case .parameter(let word) = operand else { return operand }
      throw SourceError(
        "'$\(word.text)' is a list; one value is compared with", at: word.span, in: rule.file)
    }
    return first
  }

  private func words(_ operand: Operand) throws(SourceError) -> [Operand] {
    guard case .parameter(let word) = operand else { return [operand] }
    guard let values = values[word.text] else {
      let names = values.keys.sorted()
      let hint =
        names.isEmpty
        ? "; the rule has no 'parameters'"
        : nearestWord(to: word.text, among: names).map { "; did you mean '$\($0)'?" }
          ?? "; expected one of \(names.joined(separator: ", "))"
      throw SourceError("no parameter '\(word.text)'\(hint)", at: word.span, in: rule.file)
    }
    return values.map(Operand.literal)
  }
}
