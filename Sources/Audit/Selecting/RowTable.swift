import Policy
import RouterOSModel

/// The rows that selections of one source choose from on one router, with what was found out of them already,
/// since many rules ask the same.
final class RowTable {
  /// The rows in order.
  let rows: [Row]
  /// Why there may be more rows; nil when there are none.
  private(set) lazy var incompleteness = reader.incompleteness(of: source, on: device)
  /// Why the rows may be different from what was read; nil when they are not.
  private(set) lazy var alteration = reader.alteration(of: source, on: device)

  private let source: Selection.Source
  private let device: Int
  /// Keeps no tables, since one of those is this.
  private let reader: Reader
  private var columns: [String: RowColumn] = [:]
  private var indexes: [String: RowIndex] = [:]

  init(_ source: Selection.Source, on device: Int, of fleet: Fleet) {
    self.source = source
    self.device = device
    reader = Reader(fleet: fleet)
    rows = reader.rows(of: source, on: device)
  }

  /// One column of the rows.
  func column(_ name: String) -> RowColumn {
    if let column = columns[name] { return column }
    let column = RowColumn(name, of: rows, reader)
    columns[name] = column
    return column
  }

  /// The rows by the values of one column.
  func index(by name: String) -> RowIndex {
    if let index = indexes[name] { return index }
    let index = RowIndex(column(name), count: rows.count)
    indexes[name] = index
    return index
  }

  /// The places of rows that may meet a condition on a telling column, in order; nil when there is no such
  /// condition.
  func candidates(for conditions: Conditions) -> [Int]? {
    guard case .view(let view) = source else { return nil }
    for column in Self.tellingColumns[view.text] ?? [] {
      for clause in conditions.clauses where clause.column.text == column {
        if let texts = clause.condition.equalTexts {
          return index(by: column).places(equalToOneOf: [texts])
        }
        if clause.condition.asksForValue { return index(by: column).placesWithValue }
      }
    }
    return nil
  }

  /// The columns that tell the rows of a long view, the best first.
  private static let tellingColumns = [
    "items": ["menu"], "values": ["refers-to", "property", "menu"],
  ]
}

/// The tables of one audit of a router.
final class RowTables {
  /// Menus begin with a slash, and views do not.
  private struct Key: Hashable {
    let device: Int
    let source: String
  }

  private var tables: [Key: RowTable] = [:]

  /// The table of a source; `work` makes it the first time.
  func table(of source: Selection.Source, on device: Int, _ work: () -> RowTable) -> RowTable {
    let key = Key(device: device, source: source.word.text)
    if let table = tables[key] { return table }
    let table = work()
    tables[key] = table
    return table
  }
}

extension Condition {
  /// Whether it certainly does not hold where there is no value.
  fileprivate var asksForValue: Bool {
    switch self {
    case .all(let conditions): conditions.contains(where: \.asksForValue)
    case .present(let wanted): wanted
    case .addresses, .atLeast, .atMost, .equals, .list, .matches, .not: false
    }
  }
}
