import SourceText

/// Tables of lines, each made once for its file.
final class LineTables {
  private var tables: [ObjectIdentifier: LineTable] = [:]

  subscript(file: SourceFile) -> LineTable {
    if let table = tables[ObjectIdentifier(file)] { return table }
    let table = LineTable(file)
    tables[ObjectIdentifier(file)] = table
    return table
  }
}
