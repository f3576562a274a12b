import Policy
import RouterOSModel

/// What `find` looks for, for one entry after another.
///
/// When a column must equal one, or one of several, of the entry outside, only the rows that may hold such
/// a value are looked at, so that the work does not grow with the product of both.
final class Finder {
  private let reader: Reader
  private let selection: Selection
  /// The column that must equal one of these of the entry outside; nil when no clause says so.
  private let link: (column: String, outer: [Operand])?
  /// Whether nothing else depends on the entry outside.
  private let isLinkAll: Bool
  private var selections: [Int: ReadySelection] = [:]
  private var verdictsForUnknown: [Int: Truth] = [:]

  init(_ reader: Reader, _ selection: Selection) {
    self.reader = reader
    self.selection = selection
    link =
      selection.conditions.clauses.lazy.compactMap { clause in
        guard case .equals(let operands) = clause.condition, operands.areOfTheEntryOutside
        else { return nil }
        return (clause.column.text, operands)
      }.first
    let clauses = selection.conditions.clauses + selection.conditions.any.joined()
    isLinkAll =
      link?.outer.count == 1
      && clauses.flatMap(\.condition.operands).count { $0.column != nil } == 1
  }

  /// Whether the selection finds as many as it wants on `device`, for the entry `outer`.
  func finds(on device: Int, for outer: Row) -> Truth {
    let ready = selection(on: device)
    guard let link else { return ready.finds(outer: outer) }
    var wanted: [[String]] = []
    for operand in link.outer {
      switch values(operand, of: outer) {
      case .known(let texts): wanted.append(texts)
      case .leftOut: return ready.finds(outer: outer)
      case .unknown(let cause): return findsForUnknown(cause, device, outer)
      }
    }
    let places = ready.table.index(by: link.column).places(equalToOneOf: wanted)
    return ready.finds(among: places, outer: outer)
  }

  /// What an operand comes to for the entry outside.
  private enum Values {
    case known([String])
    case leftOut
    case unknown(Cause)
  }

  private func values(_ operand: Operand, of outer: Row) -> Values {
    switch reader.read(operand.word.text, of: outer) {
    case .cell(let cell):
      if case .unknown(let cause) = cell.content { return .unknown(cause) }
      return .known(cell.texts)
    case .leftOut: return .leftOut
    case .unknown(let cause): return .unknown(cause)
    }
  }

  /// All entries whose value is unknown find the same, each for a cause of its own.
  private func findsForUnknown(_ cause: Cause, _ device: Int, _ outer: Row) -> Truth {
    if isLinkAll, let known = verdictsForUnknown[device] {
      if case .unknown = known { return .unknown(cause) }
      return known
    }
    let verdict = selection(on: device).finds(outer: outer)
    verdictsForUnknown[device] = verdict
    return verdict
  }

  private func selection(on device: Int) -> ReadySelection {
    if let selection = selections[device] { return selection }
    let ready = reader.ready(selection, on: device)
    selections[device] = ready
    return ready
  }
}
