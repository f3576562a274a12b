import Policy
import RouterOSModel

/// Conditions made ready to be held against many rows of one table, by their places.
struct ReadyConditions {
  private let clauses: [ReadyClause]
  private let any: [[ReadyClause]]

  init(_ conditions: Conditions, in table: RowTable, _ reader: Reader) {
    let ready = { (clause: Conditions.Clause) in ReadyClause(clause, in: table, reader) }
    clauses = conditions.clauses.map(ready)
    any = conditions.any.map { $0.map(ready) }
  }

  /// Whether the row at a place meets them; nil when all of them were left out. `outer` is the row that
  /// `$this` means, the row itself if nil.
  func judge(at place: Int, outer: Row? = nil) -> Truth? {
    Truth.all(clauses, any) { $0.judge(at: place, outer: outer) }
  }
}

/// One clause of them: a class, because it is handed on for each row.
private final class ReadyClause {
  private indirect enum Test {
    case equals(KnownEquality)
    case not(Test)
    case other(Condition)
  }

  private let column: RowColumn
  private let test: Test
  private let rows: [Row]
  private let reader: Reader

  init(_ clause: Conditions.Clause, in table: RowTable, _ reader: Reader) {
    column = table.column(clause.column.text)
    test = Self.test(clause.condition, column)
    rows = table.rows
    self.reader = reader
  }

  private static func test(_ condition: Condition, _ column: RowColumn) -> Test {
    if let texts = condition.equalTexts { return .equals(column.equality(to: texts)) }
    if case .not(let inner) = condition { return .not(test(inner, column)) }
    return .other(condition)
  }

  func judge(at place: Int, outer: Row?) -> Truth? { judge(test, at: place, outer: outer) }

  private func judge(_ test: Test, at place: Int, outer: Row?) -> Truth? {
    switch test {
    case .equals(let equality): equality.truth(at: place, of: column)
    case .not(let inner): judge(inner, at: place, outer: outer)?.inverted
    case .other(let condition):
      reader.judge(condition, column.reading(at: place), outer ?? rows[place])
    }
  }
}

extension Condition {
  /// The texts of which a value must equal one; nil for other conditions, and where a column is one of them.
  var equalTexts: [String]? {
    guard case .equals(let operands) = self, !operands.isEmpty else { return nil }
    var texts: [String] = []
    for operand in operands {
      switch operand {
      case .literal(let word), .parameter(let word): texts.append(word.text)
      case .far, .this: return nil
      }
    }
    return texts
  }
}
