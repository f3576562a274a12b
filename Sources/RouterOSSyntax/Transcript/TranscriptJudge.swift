import SourceText

/// Tells which commands of a transcript can be relied on.
struct TranscriptJudge {
  /// Exports of the transcript: their menu, and the first statement they wrote.
  private var exports: [(menu: String, start: Int)] = []
  /// The comments that begin the last export which names its release.
  private var header = 0..<0

  /// Looks at what became of one part.
  mutating func look(
    at part: TranscriptText.Part, since mark: Mark, _ parser: inout Parser, _ text: [UInt8]
  ) {
    if let export = part.export {
      if export.isWhole { exports.append((export.menu, mark.statements)) }
      findHeader(since: mark, parser, text)
      return
    }
    if let tool = part.tool { return parser.takeTool(tool, since: mark) }
    for index in mark.statements..<parser.statements.count { parser.reportUndecidable(index, text) }
    switch part.answer {
    case .silence: parser.confirmMenu(part.nextMenu, since: mark)
    case .refusal: parser.refuse(since: mark, text)
    case .output: parser.doubt(since: mark, mayBeCut: part.mayBeCut)
    }
  }

  /// The comments before the first menu line and statement of an export.
  private mutating func findHeader(
    since mark: Mark, _ parser: borrowing Parser, _ text: [UInt8]
  ) {
    let statement =
      mark.statements < parser.statements.count ? parser.statements[mark.statements].start : .max
    let section =
      mark.sections < parser.sections.count ? parser.sections[mark.sections].start : .max
    let comments = parser.comments[mark.comments...].prefix {
      $0.upperBound <= min(statement, section)
    }
    let names = comments.contains { range in
      decodeText(text[Int(range.lowerBound)..<Int(range.upperBound)].prefix(200)).contains(
        "RouterOS ")
    }
    if names || header.isEmpty { header = comments.startIndex..<comments.endIndex }
  }

  /// What was typed before an export of its menu is void: the export shows what became of it.
  func finish(_ parser: inout Parser) {
    parser.header = header
    guard !exports.isEmpty else { return }
    let shown = ExportedMenus(exports)
    var lastExports: [NameTable.ID: Int] = [:]
    for index in parser.statements.indices {
      let menu = parser.statements[index].menu
      let last = lastExports[menu] ?? shown.lastExport(of: Array(parser.names.spelling(of: menu)))
      lastExports[menu] = last
      if last > index { parser.statements[index].isVoid = true }
    }
  }
}
