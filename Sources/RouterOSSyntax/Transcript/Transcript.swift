import SourceText

extension Parser {
  /// Whether the prompt of a terminal begins at `offset`, perhaps behind a sequence that colours it.
  func isPrompt(_ text: RawSpan, at offset: Int) -> Bool {
    var start = offset
    while start > 0, text.byte(at: start - 1).isBlank { start -= 1 }
    let isAtLineStart =
      start == 0 || text.lineBreakLength(at: start - 1) > 0
      || (start == 3 && text.hasText("\u{FEFF}", at: 0))
    guard isAtLineStart else { return false }
    let end = min(text.endOfLine(from: offset), offset + 2 * Prompt.longest)
    let bytes = text.bytes(in: offset..<end)
    return TerminalLine(bytes, 0..<bytes.count, mayBeRedrawn: false).prompt != nil
  }
}

/// Reads the transcript of a terminal: its commands, and what `export` printed, as one script.
///
/// Each command is parsed for itself, so that what one leaves open does not take in the next. Linear in
/// the size of the file.
func parseTranscript(_ file: SourceFile) -> Script {
  var reader = TranscriptReader(file.bytes)
  reader.read()
  var parser = Parser(byteCount: reader.text.bytes.count)
  parser.looksForPrompts = false
  parser.promptsTellMenus = true
  var judge = TranscriptJudge()
  for part in reader.text.parts {
    let before = Mark(parser)
    parser.begin(part)
    unsafe parser.parseText(reader.text.bytes.span.bytes.extracting(first: part.end))
    parser.offset = part.end
    judge.look(at: part, since: before, &parser, reader.text.bytes)
  }
  judge.finish(&parser)
  if parser.statements.isEmpty, parser.sections.isEmpty, parser.problems.isEmpty {
    // Whoever hands in a transcript means it to say something.
    parser.report(.noCommandInTranscript, 0..<0)
  }
  return Script(
    parser, reader.text.bytes, of: file, origins: reader.text.origins,
    isTranscript: true, skippedLines: reader.skippedLines,
    exports: reader.text.parts.compactMap(\.export), greeting: reader.greeting)
}

/// How far a parse had got.
struct Mark {
  let statements: Int
  let problems: Int
  let comments: Int
  let sections: Int

  init(_ parser: borrowing Parser) {
    statements = parser.statements.count
    problems = parser.problems.count
    comments = parser.comments.count
    sections = parser.sections.count
  }
}

extension Parser {
  /// Gets ready for a part of a transcript, which knows nothing of damage in those before it.
  fileprivate mutating func begin(_ part: TranscriptText.Part) {
    lastDamaged = nil
    hasLostMenu = false
    isOutputOfRouter = part.export != nil
    isPrinted = isPrinted || part.isPrinted
    openStrings = 0
  }
}
