import Policy
import RouterOSModel

/// Whether rows meet conditions. Each kind of condition has a file beside this one.
extension Reader {
  /// Whether a row meets conditions; nil when all of them were left out. `outer` is the row that
  /// `$this` means, the row itself if nil.
  func judge(_ conditions: Conditions, _ row: Row, outer: Row? = nil) -> Truth? {
    let verdict = judge(conditions.clauses, row, outer: outer)
    guard !conditions.any.isEmpty else { return verdict }
    if case .no = verdict { return .no }
    let any = Truth.any(
      conditions.any.map { clauses in
        Truth.all(clauses.map { judge($0, row, outer: outer) ?? .no }) ?? .yes
      })
    return verdict?.and(any ?? .no) ?? any
  }

  /// Whether a row meets all of these; nil when all of them were left out. The first that does not hold
  /// decides, and most rows are not selected.
  private func judge(_ clauses: [Conditions.Clause], _ row: Row, outer: Row?) -> Truth? {
    var verdict: Truth?
    for clause in clauses {
      guard let truth = judge(clause, row, outer: outer) else { continue }
      if case .no = truth { return .no }
      verdict = verdict?.and(truth) ?? truth
    }
    return verdict
  }

  /// Whether a row meets one clause; nil when it was left out.
  func judge(_ clause: Conditions.Clause, _ row: Row, outer: Row? = nil) -> Truth? {
    judge(clause.condition, read(clause.column.text, of: row), outer ?? row)
  }

  private func judge(_ condition: Condition, _ reading: Reading, _ outer: Row) -> Truth? {
    switch reading {
    case .leftOut: nil
    case .unknown(let cause): .unknown(cause)
    case .cell(let cell): judge(condition, cell, outer)
    }
  }

  private func judge(_ condition: Condition, _ cell: Cell, _ outer: Row) -> Truth? {
    switch condition {
    case .addresses(let relation, let operands): relate(cell, relation, operands, outer)
    case .all(let conditions): Truth.all(conditions.compactMap { judge($0, cell, outer) })
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
