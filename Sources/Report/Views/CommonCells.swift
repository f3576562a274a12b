/// The columns of a table that say the same in every row, or nothing in any.
struct CommonCells {
  /// The names of these columns.
  private(set) var columns: Set<String> = []
  private var words: [String] = []

  /// None.
  init() {}

  /// Those of a table; of one row only what it does not have. The first column always stays.
  init(_ rows: [ShownRow]) {
    guard let first = rows.first else { return }
    for place in first.cells.indices.dropFirst() {
      let cell = first.cells[place]
      guard rows.allSatisfy({ isSame($0.cells[place], cell) }) else { continue }
      let word = word(cell)
      if word == "-" {
        columns.insert(cell.column)
      } else if rows.count > 1 {
        columns.insert(cell.column)
        words.append("\(cell.column) \(word)")
      }
    }
  }

  /// What all rows have in common; nil when that is nothing.
  var sentence: String? { words.isEmpty ? nil : "in all rows: " + words.joined(separator: ", ") }

  private func isSame(_ cell: ShownRow.Cell, _ other: ShownRow.Cell) -> Bool {
    cell.cause == nil && other.cause == nil && word(cell) == word(other)
  }
}
