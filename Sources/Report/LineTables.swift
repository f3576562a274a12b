import SourceText

/// What many findings share, each worked out once: the tables of lines of files, and the paragraphs that say why
/// rules ask.
final class LineTables {
  private var paragraphs: [String: String] = [:]
  private var tables: [ObjectIdentifier: LineTable] = [:]

  subscript(file: SourceFile) -> LineTable {
    if let table = tables[ObjectIdentifier(file)] { return table }
    let table = LineTable(file)
    tables[ObjectIdentifier(file)] = table
    return table
  }

  /// The paragraph of a text that is the same for all findings of a rule.
  func paragraph(of text: String, _ work: (String) -> String) -> String {
    if let paragraph = paragraphs[text] { return paragraph }
    let paragraph = work(text)
    paragraphs[text] = paragraph
    return paragraph
  }
}
