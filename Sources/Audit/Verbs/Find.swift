import Policy
import RouterOSModel

/// What `find` looks for, for one entry after another.
///
/// When a column must equal one of the entry outside, only the rows that may hold its value are looked
/// at, so that the work does not grow with the product of both.
final class Finder {
  private let reader: Reader
  private let selection: Selection
  /// The column that must equal a column of the entry outside; nil when no clause says so.
  private let link: (column: String, outer: String)?
  /// Whether nothing else depends on the entry outside.
  private let isLinkAll: Bool
  private var indexes: [Int: RowIndex] = [:]
  private var verdictsForUnknown: [Int: Truth] = [:]

  init(_ reader: Reader, _ selection: Selection) {
    self.reader = reader
    self.selection = selection
    link =
      selection.conditions.clauses.lazy.compactMap { clause in
        guard case .equals(let operands) = clause.condition, operands.count == 1,
          case .this(let outer) = operands[0]
        else { return nil }
        return (clause.column.text, outer.text)
      }.first
    let clauses = selection.conditions.clauses + selection.conditions.any.joined()
    isLinkAll = clauses.flatMap(\.condition.operands).count { $0.column != nil } == 1
  }

  /// Whether the selection finds as many as it wants on `device`, for the entry `outer`.
  func finds(on device: Int, for outer: Row) -> Truth {
    guard let link else { return reader.finds(selection, on: device, outer: outer) }
    let index = index(of: device, link.column)
    switch reader.read(link.outer, of: outer) {
    case .cell(let cell):
      if case .unknown(let cause) = cell.content { return findsForUnknown(cause, device, outer) }
      return reader.finds(
        selection, on: device, outer: outer, among: index.rows(equalTo: cell.texts))
    case .leftOut: return reader.finds(selection, on: device, outer: outer, among: index.rows)
    case .unknown(let cause): return findsForUnknown(cause, device, outer)
    }
  }

  /// All entries whose value is unknown find the same, each for a cause of its own.
  private func findsForUnknown(_ cause: Cause, _ device: Int, _ outer: Row) -> Truth {
    if isLinkAll, let known = verdictsForUnknown[device] {
      if case .unknown = known { return .unknown(cause) }
      return known
    }
    let verdict = reader.finds(selection, on: device, outer: outer)
    verdictsForUnknown[device] = verdict
    return verdict
  }

  private func index(of device: Int, _ column: String) -> RowIndex {
    if let index = indexes[device] { return index }
    let index = RowIndex(reader.rows(of: selection.source, on: device), by: column, reader)
    indexes[device] = index
    return index
  }
}
