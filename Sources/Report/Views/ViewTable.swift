/// Lays out columns of text side by side, none wider than the width given.
///
/// Columns that do not fit stand in further blocks beneath, the first column before each, so that no
/// value is lost.
struct ViewTable {
  /// What stands over each column.
  let names: [String]
  /// One cell for each column, row by row.
  let rows: [[String]]
  /// The most characters in a line.
  let width: Int

  /// So many characters of one cell are shown.
  private static let greatestWidth = 40
  private static let gap = 2

  /// The lines of the table, block by block.
  func lines(_ palette: Palette) -> [String] {
    let widths = names.indices.map { column in
      min(Self.greatestWidth, ([names[column]] + rows.map { $0[column] }).map(\.count).max() ?? 0)
    }
    return blocks(widths).enumerated().flatMap { index, columns in
      (index == 0 ? [] : [""])
        + [palette.paint(line(names, columns, widths), .faint)]
        + rows.map { line($0, columns, widths) }
    }
  }

  /// Which columns stand side by side.
  private func blocks(_ widths: [Int]) -> [[Int]] {
    var blocks: [[Int]] = [[]]
    var used = 0
    for column in names.indices {
      let wanted = widths[column] + Self.gap
      if used + widths[column] > width, blocks[blocks.count - 1].count > 1 {
        blocks.append([0])
        used = (widths.first ?? 0) + Self.gap
      }
      blocks[blocks.count - 1].append(column)
      used += wanted
    }
    return blocks
  }

  private func line(_ cells: [String], _ columns: [Int], _ widths: [Int]) -> String {
    var line = ""
    for (place, column) in columns.enumerated() {
      let text = cut(cells[column])
      line += text
      if place < columns.count - 1 {
        line += String(repeating: " ", count: widths[column] - text.count + Self.gap)
      }
    }
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }

  private func cut(_ text: String) -> String {
    text.count <= Self.greatestWidth ? text : text.prefix(Self.greatestWidth - 1) + "…"
  }
}
