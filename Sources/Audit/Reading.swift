import Policy
import RouterOSModel

/// What a column says of a row.
enum Reading {
  case cell(Cell)
  /// The far end has no such row, so that a condition on it asks nothing.
  case leftOut
  /// Nothing that was read tells.
  case unknown(Cause)
}

/// Rows with the far ends that a fleet gives them.
struct Reader {
  let fleet: Fleet

  /// The value of `column`, which may begin with `far.`, for a row. A column that other rows of the view
  /// have and this one does not is known to have no value here.
  func read(_ column: String, of row: Row) -> Reading {
    if column.hasPrefix("far.") {
      switch fleet.farEnd(of: row) {
      case .paired(let far):
        if let doubt = alteration(of: far) { return .unknown(doubt) }
        return read(String(column.dropFirst(4)), of: far)
      case .unanswered: return .leftOut
      case .unknown(let cause): return .unknown(cause)
      }
    }
    if column == "link" { return .cell(fleet.link(of: row)) }
    return .cell(row.cell(column) ?? .none)
  }

  /// Why a row may be different from what was read; nil when it is not.
  private func alteration(of row: Row) -> Cause? {
    row.id.flatMap { fleet.devices[$0.device].configuration.alteration(of: $0.view) }
  }

  /// Whether a row meets conditions; nil when all of them were left out. `outer` is the row that
  /// `$this` means, the row itself if nil.
  func judge(_ conditions: Conditions, _ row: Row, outer: Row? = nil) -> Truth? {
    let verdicts = conditions.clauses.compactMap { judge($0, row, outer: outer) }
    let verdict = verdicts.reduce(Truth?.none) { $0?.and($1) ?? $1 }
    guard !conditions.any.isEmpty else { return verdict }
    var any = Truth.no
    for clauses in conditions.any {
      var all = Truth.yes
      for clause in clauses { all = all.and(judge(clause, row, outer: outer) ?? .no) }
      any = any.or(all)
    }
    return verdict?.and(any) ?? any
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
    case .all(let conditions):
      return conditions.compactMap { judge($0, cell, outer) }
        .reduce(Truth?.none) { $0?.and($1) ?? $1 }
    case .not(let inner): return judge(inner, cell, outer)?.inverted
    case .present(let wanted):
      if case .unknown(let cause) = cell.content { return .unknown(cause) }
      return Truth(cell.texts.isEmpty != wanted)
    case .equals(let operands): return equals(cell, operands, outer)
    case .atLeast(let operand): return compare(cell, operand, outer) { $0 >= $1 }
    case .atMost(let operand): return compare(cell, operand, outer) { $0 <= $1 }
    }
  }

  private func equals(_ cell: Cell, _ operands: [Operand], _ outer: Row) -> Truth? {
    var verdict: Truth?
    for operand in operands {
      guard let truth = equals(cell, resolve(operand, cell, outer)) else { continue }
      verdict = verdict?.or(truth) ?? truth
    }
    return operands.isEmpty ? .no : verdict
  }

  private func equals(_ cell: Cell, _ reading: Reading) -> Truth? {
    switch reading {
    case .leftOut: return nil
    case .unknown(let cause): return .unknown(cause)
    case .cell(let other):
      switch (cell.content, other.content) {
      case (.unknown(let cause), _), (_, .unknown(let cause)): return .unknown(cause)
      case (.unset, _), (_, .unset): return Truth(cell.texts.isEmpty && other.texts.isEmpty)
      case (.known(let left), .known(let right)):
        let wanted = Set(right.map(cell.type.canonical))
        return Truth(left.contains { wanted.contains(cell.type.canonical($0)) })
      }
    }
  }

  private func compare(
    _ cell: Cell, _ operand: Operand, _ outer: Row, _ holds: (Int, Int) -> Bool
  ) -> Truth? {
    if case .unknown(let cause) = cell.content { return .unknown(cause) }
    switch resolve(operand, cell, outer) {
    case .leftOut: return nil
    case .unknown(let cause): return .unknown(cause)
    case .cell(let other):
      if case .unknown(let cause) = other.content { return .unknown(cause) }
      guard let left = cell.text.flatMap(cell.type.order(of:)),
        let right = other.text.flatMap(cell.type.order(of:))
      else { return .no }
      return Truth(holds(left, right))
    }
  }

  private func resolve(_ operand: Operand, _ cell: Cell, _ outer: Row) -> Reading {
    switch operand {
    case .far(let column): read("far." + column.text, of: outer)
    case .this(let column): read(column.text, of: outer)
    case .literal(let word), .parameter(let word): .cell(cell.saying(word.text))
    }
  }
}
