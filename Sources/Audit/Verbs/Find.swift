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
  private var indexes: [Int: RowIndex] = [:]
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
    guard let link else { return reader.finds(selection, on: device, outer: outer) }
    let index = index(of: device, link.column)
    var wanted: [[String]] = []
    for operand in link.outer {
      switch values(operand, of: outer) {
      case .known(let texts): wanted.append(texts)
      case .leftOut: return reader.finds(selection, on: device, outer: outer, among: index.rows)
      case .unknown(let cause): return findsForUnknown(cause, device, outer)
      }
    }
    return reader.finds(
      selection, on: device, outer: outer, among: index.rows(equalToOneOf: wanted))
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

/// The rows of a selection by the values of one column.
private struct RowIndex {
  private struct Key: Hashable {
    let type: ValueType
    let text: String
  }

  let rows: [Row]
  private var byValue: [Key: [Int]] = [:]
  private var types: Set<ValueType> = []
  private var without: [Int] = []
  private var unknown: [Int] = []

  init(_ rows: [Row], by column: String, _ reader: Reader) {
    self.rows = rows
    for (place, row) in rows.enumerated() {
      guard case .cell(let cell) = reader.read(column, of: row) else {
        unknown.append(place)
        continue
      }
      if case .unknown = cell.content { unknown.append(place) }
      if cell.texts.isEmpty { without.append(place) }
      types.insert(cell.type)
      for text in cell.texts {
        byValue[Key(type: cell.type, text: cell.type.canonical(text)), default: []].append(place)
      }
    }
  }

  /// The rows that hold a value of one of these lists, or none if one has none, and those that may; in
  /// order.
  func rows(equalToOneOf lists: [[String]]) -> [Row] {
    var places = Set(unknown)
    if lists.contains(where: \.isEmpty) { places.formUnion(without) }
    for type in types {
      for text in lists.joined() {
        places.formUnion(byValue[Key(type: type, text: type.canonical(text))] ?? [])
      }
    }
    return places.sorted().map { rows[$0] }
  }
}
