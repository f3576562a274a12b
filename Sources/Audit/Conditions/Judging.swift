import Policy
import RouterOSModel

/// Whether rows meet conditions. Each kind of condition has a file beside this one.
extension Reader {
  /// Whether a row meets conditions; nil when all of them were left out. `outer` is the row that
  /// `$this` means, the row itself if nil.
  func judge(_ conditions: Conditions, _ row: Row, outer: Row? = nil) -> Truth? {
    Truth.all(conditions.clauses, conditions.any) { judge($0, row, outer: outer) }
  }

  /// Whether a row meets one clause; nil when it was left out.
  func judge(_ clause: Conditions.Clause, _ row: Row, outer: Row? = nil) -> Truth? {
    judge(clause.condition, read(clause.column.text, of: row), outer ?? row)
  }

  /// Whether what was read meets a condition; nil when it was left out.
  func judge(_ condition: Condition, _ reading: Reading, _ outer: Row) -> Truth? {
    switch reading {
    case .leftOut: nil
    case .unknown(let cause): .unknown(cause)
    case .cell(let cell): judge(condition, cell, outer)
    }
  }

  private func judge(_ conditions: [Condition], _ cell: Cell, _ outer: Row) -> Truth? {
    var verdict: Truth?
    for condition in conditions {
      guard let truth = judge(condition, cell, outer) else { continue }
      if case .no = truth { return .no }
      verdict = verdict?.and(truth) ?? truth
    }
    return verdict
  }

  private func judge(_ condition: Condition, _ cell: Cell, _ outer: Row) -> Truth? {
    switch condition {
    case .addresses(let relation, let operands): relate(cell, relation, operands, outer)
    case .all(let conditions): judge(conditions, cell, outer)
    case .atLeast(let operand): compare(cell, operand, outer) { $0 >= $1 }
    case .atMost(let operand): compare(cell, operand, outer) { $0 <= $1 }
    case .equals(let operands): equals(cell, operands, outer)
    case .list(let relation, let operands): relate(cell, relation, operands, outer)
    case .matches(_, let pattern): matches(cell, pattern)
    case .not(let inner): judge(inner, cell, outer)?.inverted
    case .present(let wanted): isPresent(cell, wanted)
    }
  }
}
