import Diagnostics
import Policy
import RouterOSModel

/// A rule that expects what its `where` has already decided never fails, or always does.
extension RuleCheck {
  func checkExpectAgainstWhere(_ columns: Columns) throws(SourceError) {
    for expected in rule.expect.conditions.clauses {
      let name = expected.column.text
      guard
        let chosen = rule.select.conditions.clauses.first(where: { $0.column.text == name }),
        let type = try? column(expected.column, columns).type,
        let verdicts = verdicts(of: expected.condition, under: chosen.condition, type)
      else { continue }
      if verdicts == [true] {
        throw error(
          "'\(name)' repeats what 'where' says, so that the rule never fails", expected.column)
      }
      if verdicts == [false] {
        throw error(
          "'\(name)' denies what 'where' says, so that the rule always fails", expected.column)
      }
    }
  }

  /// What `expected` comes to over all values that `chosen` lets through; nil when one of them compares
  /// with another entry, so that nobody can tell.
  ///
  /// Between the values that they name nothing changes: those, one below and above each, one that
  /// neither names, and none at all stand for all. Of more than 64 values nobody can tell, which bounds
  /// the cost on hostile input.
  private func verdicts(
    of expected: Condition, under chosen: Condition, _ type: ValueType
  ) -> Set<Bool>? {
    guard let named = expected.literals, let others = chosen.literals else { return nil }
    guard named.count + others.count <= 64 else { return nil }
    let texts = Set((named + others).map(type.canonical))
    var samples = texts.map { Sample(text: $0, order: type.order(of: $0)) }
    for order in samples.compactMap(\.order) {
      samples += [Sample(order: order - 1), Sample(order: order + 1)]
    }
    samples += [Sample(text: "\u{0}"), Sample()]
    return Set(
      samples.filter { $0.meets(chosen, type) }.map { $0.meets(expected, type) })
  }
}

/// A value that a column may have; neither text nor order is none.
private struct Sample {
  var text: String?
  var order: Int?

  func meets(_ condition: Condition, _ type: ValueType) -> Bool {
    switch condition {
    case .all(let conditions): conditions.allSatisfy { meets($0, type) }
    case .atLeast(let operand): compare(operand, type) { $0 >= $1 }
    case .atMost(let operand): compare(operand, type) { $0 <= $1 }
    case .equals(let operands):
      operands.contains { operand in text != nil && operand.literal.map(type.canonical) == text }
    case .not(let inner): !meets(inner, type)
    case .present(let wanted): (text != nil || order != nil) == wanted
    case .addresses, .list, .matches: false
    }
  }

  private func compare(_ operand: Operand, _ type: ValueType, _ holds: (Int, Int) -> Bool) -> Bool {
    guard let order, let limit = operand.literal.flatMap({ type.order(of: type.canonical($0)) })
    else { return false }
    return holds(order, limit)
  }
}

extension Condition {
  /// The values it names; nil when it compares with another entry,
  /// or in a way that a few values cannot stand for all.
  fileprivate var literals: [String]? {
    switch self {
    case .all(let conditions): Self.joined(conditions.map(\.literals))
    case .atLeast(let operand), .atMost(let operand): operand.literal.map { [$0] }
    case .equals(let operands): Self.joined(operands.map { $0.literal.map { [$0] } })
    case .not(let inner): inner.literals
    case .present: []
    case .addresses, .list, .matches: nil
    }
  }

  private static func joined(_ parts: [[String]?]) -> [String]? {
    let known = parts.compactMap(\.self)
    return known.count == parts.count ? known.flatMap(\.self) : nil
  }
}

extension Operand {
  fileprivate var literal: String? {
    if case .literal(let word) = self { word.text } else { nil }
  }
}
