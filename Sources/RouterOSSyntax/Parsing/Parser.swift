public import SourceText

/// Reads an export, a script or the transcript of a terminal. Never fails: what cannot be read is a
/// problem with a place.
///
/// Linear in the size of the file.
public func parse(_ file: SourceFile) -> Script {
  let text = file.bytes
  var parser = Parser(byteCount: text.count)
  unsafe parser.parseText(text.span.bytes)
  guard parser.isTranscript else {
    return Script(parser, text, of: file, origins: nil)
  }
  return parseTranscript(file)
}

/// The state of one parse: a place in the text, the menu in force, and the arena being filled.
///
/// The text is handed along rather than kept, because a span must not outlive what it looks into.
struct Parser {
  var offset = 0
  var names = CommandWords.names
  var problems: [Problem] = []
  var comments: [Range<UInt32>] = []
  var sections: [SectionRecord] = []
  var statements: [StatementRecord] = []
  var arguments: [ArgumentRecord] = []
  /// The first argument of the statement that is being read.
  var firstArgument = 0
  /// The menu that the last menu line named; nil before the first.
  var menu: NameTable.ID?
  /// Menus by the spelling of their absolute path, so that each spelling is resolved once.
  var spellings = NameTable()
  var menusBySpelling: [NameTable.ID] = []
  /// The comments that stand before the first menu line and the first command.
  var headerCount = 0
  /// The first comment of the header; of a transcript, others may stand before it.
  var headerStart = 0
  /// Whether the text is what a router printed, if it has a header; not so a command that was typed, or
  /// code in a value.
  var isOutputOfRouter = true
  /// The first statement of the part that is being parsed; of anything but a transcript, zero.
  var partStart = 0
  /// Whether a line begins with the prompt of a terminal, which ends the parse.
  var isTranscript = false
  /// Whether a prompt is looked for; not in a text that was made of a transcript.
  var looksForPrompts = true
  /// How many bytes were scanned for the end of a string or bracket that has none.
  var scannedInVain = 0
  /// Where the line ends that the last scan was held to, after too many in vain.
  var scanLimit = 0
  /// How often such a scan was repeated, because only a quote may be missing.
  var openStrings = 0

  init(byteCount: Int, menu: String? = nil) {
    // Exports of real routers have a statement in 70 bytes or more, and an argument in 20.
    statements.reserveCapacity(byteCount / 80 + 4)
    arguments.reserveCapacity(byteCount / 20 + 8)
    if let menu { self.menu = names.intern(Array(menu.utf8)) }
  }

  mutating func parseText(_ text: RawSpan) {
    if offset == 0, text.hasText("\u{FEFF}", at: 0) { offset = 3 }
    while offset < text.byteCount {
      switch text.byte(at: offset) {
      case .lineFeed, .carriageReturn, .space, .tab, .semicolon: offset += 1
      case .hash: parseComment(text)
      case .backslash where text.continuationLength(at: offset) > 0:
        offset += text.continuationLength(at: offset)
      default: parseStatement(text)
      }
    }
  }

  private mutating func parseComment(_ text: RawSpan) {
    let start = offset
    offset = text.endOfLine(from: start)
    skipWrappedComment(text, length: offset - start)
    if isInHeader { headerCount = comments.count + 1 }
    comments.append(UInt32(start)..<UInt32(offset))
  }

  /// Whether no menu line and no command but the one that printed the export has been read.
  private var isInHeader: Bool {
    sections.isEmpty && statements.count < 2 && headerCount == comments.count
      && statements.allSatisfy { CommandWords.contains($0.verb) && $0.verb > CommandWords.set }
  }

  /// RouterOS wraps a long comment without a backslash, and loses a letter doing so: a line behind one
  /// that cannot begin a command belongs to it.
  private mutating func skipWrappedComment(_ text: RawSpan, length: Int) {
    let next = offset + text.lineBreakLength(at: offset)
    guard length >= Self.shortestWrappedComment, let byte = text.peek(next), next > offset,
      byte == .space || 0x61...0x7A ~= byte, !beginsCommand(text, next)
    else { return }
    offset = text.endOfLine(from: next)
  }

  /// Comments are wrapped at 79 columns, at a blank.
  private static let shortestWrappedComment = 60

  /// Whether the line at `start` begins with a command that can stand anywhere.
  private func beginsCommand(_ text: RawSpan, _ start: Int) -> Bool {
    (text.hasText("add", at: start) || text.hasText("set", at: start))
      && text.peek(start + 3)?.endsWord ?? true
  }

  mutating func report(_ kind: Problem.Kind, _ range: Range<Int>) {
    problems.append(Problem(kind: kind, span: Span(range.lowerBound, range.upperBound)))
  }

  /// The comments of the header, decoded.
  func headerComments(_ text: [UInt8]) -> [(text: String, range: Range<Int>)] {
    comments.prefix(headerCount).dropFirst(headerStart).filter { $0.count < 512 }.map { range in
      let range = Int(range.lowerBound)..<Int(range.upperBound)
      return (decodeText(text[range]), range)
    }
  }
}
