import SourceText

/// The walk over comments, menu lines and statements in the order of the file.
///
/// Comments wait for what follows them, because they describe it: RouterOS writes the state of an
/// entry between its menu line and its statement, in terse exports, too, where such a statement gets
/// a menu line of its own.
struct FormatWalk {
  private(set) var parts: [FormattedScript.Part] = []
  var writer: LineWriter

  private let script: Script
  private let layout: Layout
  private var statements: StatementWriter
  /// The menu that the last menu line written names; nil before the first.
  private var openMenu: String?
  /// Whether no statement was written behind it.
  private var isSectionEmpty = false
  /// A menu line that was read and not yet written; only a terse export has to wait for what follows.
  private var waitingSection: String?
  /// The comments that were read behind it and not yet written.
  private var waitingComments: [Int] = []
  private var originalEnd = 0
  private var formattedEnd = 0

  init(_ script: Script, _ layout: Layout) {
    self.script = script
    self.layout = layout
    writer = LineWriter(width: layout.width, lineEnd: layout.lineEnd)
    statements = StatementWriter(script, layout)
  }

  mutating func run() {
    if saysNothing {
      writer.writeAsItIs(script.text)
      return endPart(at: script.text.count)
    }
    writer.reserve(script.text.count + script.text.count / 8)
    if layout.hasByteOrderMark { writer.writeByteOrderMark() }
    var lines = LineWalk(script)
    for index in script.statementRecords.indices {
      takeLines(before: script.statementRecords[index].start, from: &lines)
      take(statement: index)
    }
    takeLines(before: .max, from: &lines)
    flush()
    endPart(at: script.text.count)
    if !layout.endsInLineBreak { removeLastLineEnd() }
  }

  /// Whether the file holds blank lines and nothing that RouterOS would print.
  private var saysNothing: Bool {
    script.statementRecords.isEmpty && script.sectionRecords.isEmpty
      && script.commentRanges.isEmpty
  }

  /// Takes the comments and menu lines before an offset.
  private mutating func takeLines(before offset: UInt32, from lines: inout LineWalk) {
    while let line = lines.next(before: offset) {
      switch line {
      case .comment(let index): waitingComments.append(index)
      case .section(let index): take(section: index)
      }
    }
  }

  private mutating func take(section: Int) {
    flush()
    let record = script.sectionRecords[section]
    let menu = script.names[Int(record.menu)]
    switch layout.style {
    case .terse: waitingSection = menu
    case .section:
      // RouterOS names a menu once until another one comes.
      if menu != openMenu { write(section: menu) }
      endPart(at: Int(record.end))
    }
  }

  private mutating func take(statement index: Int) {
    let menu = script.statement(index).menu
    switch layout.style {
    case .section:
      if menu != openMenu {
        flush(keepingStates: true)
        write(section: menu)
      }
      flush()
      statements.write(index, isInline: false, to: &writer)
    case .terse:
      let isWrittenInline = script.text[Int(script.statementRecords[index].start)] == .slash
      let isBelowSection = !waitingComments.isEmpty && !isWrittenInline
      if !isWrittenInline { waitingSection = nil }
      if isBelowSection, menu != openMenu || !isSectionEmpty { write(section: menu) }
      flush()
      statements.write(index, isInline: !isBelowSection, to: &writer)
    }
    isSectionEmpty = false
    endPart(at: Int(script.statementRecords[index].end))
  }

  private mutating func write(section menu: String) {
    statements.writeSection(menu, to: &writer)
    openMenu = menu
    isSectionEmpty = true
  }

  /// Writes what waits; with `keepingStates` not the comments at the end that describe an entry.
  private mutating func flush(keepingStates: Bool = false) {
    if let section = waitingSection, section != openMenu { write(section: section) }
    waitingSection = nil
    var kept = waitingComments.endIndex
    if keepingStates {
      while kept > 0, case .state = script.comment(waitingComments[kept - 1]).kind { kept -= 1 }
    }
    for index in waitingComments[..<kept] { write(comment: index) }
    if kept > 0 {
      endPart(at: Int(script.commentRanges[waitingComments[kept - 1]].upperBound))
    }
    waitingComments.removeSubrange(..<kept)
  }

  /// Writes a comment as it is, but for the line break of one that RouterOS wrapped.
  private mutating func write(comment index: Int) {
    let range = script.commentRanges[index]
    let text = script.text[Int(range.lowerBound)..<Int(range.upperBound)]
    for line in text.split(whereSeparator: { $0 == .lineFeed || $0 == .carriageReturn }) {
      writer.writeLine(line)
    }
  }

  private mutating func removeLastLineEnd() {
    writer.removeLastLineEnd()
    parts = parts.map { part in
      let range = part.formatted.clamped(to: 0..<writer.count)
      return FormattedScript.Part(original: part.original, formatted: range)
    }
  }

  /// Ends a part of the file behind the line break at or after `offset`.
  private mutating func endPart(at offset: Int) {
    let text = script.text
    var end = max(offset, originalEnd)
    while end < text.count, text[end].isBlank { end += 1 }
    if end < text.count {
      end += unsafe text.span.bytes.lineBreakLength(at: end)
    }
    let formatted = formattedEnd..<writer.count
    parts.append(FormattedScript.Part(original: Span(originalEnd, end), formatted: formatted))
    originalEnd = end
    formattedEnd = writer.count
  }
}
