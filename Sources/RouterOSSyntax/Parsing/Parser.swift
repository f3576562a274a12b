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
  var problems = ProblemList()
  var comments: [Range<UInt32>] = []
  var sections: [SectionRecord] = []
  var statements: [StatementRecord] = []
  var arguments: [ArgumentRecord] = []
  /// The command of the last statement with an absolute path, and where path and command stand.
  var lastCommand: (command: Command, place: Range<Int>)?
  /// The first argument of the statement that is being read.
  var firstArgument = 0
  /// The menu that the last menu line named; nil before the first, and behind damage that names another.
  var menu: NameTable.ID?
  /// Whether a menu stands in damage above, so that nobody knows which one is in force.
  var hasLostMenu = false
  /// Menus by the spelling of their absolute path, so that each spelling is resolved once; nil for those
  /// that are none.
  var spellings = NameTable()
  var menusBySpelling: [NameTable.ID?] = []
  /// Which menus are known, as far as that was asked.
  var knownMenus: [NameTable.ID: Bool] = [:]
  /// Whether the prompts of a terminal tell afterwards what is a menu, so that no list needs to.
  var promptsTellMenus = false
  /// The comments that stand before the first menu line and the first command.
  var header = 0..<0
  /// Whether a comment of the header can only come from a router.
  var isPrinted = false
  /// Whether the text is what a router printed, if it has a header; not so a command that was typed, or
  /// code in a value.
  var isOutputOfRouter = true
  /// What no router exports in the statement that is being read, but may be meant; the first of it.
  var oddity: (kind: Problem.Kind, place: Range<Int>)?
  /// The last statement that is damaged; nil when what follows has nothing to do with it.
  var lastDamaged: Int?
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
    reserveStorage(byteCount: byteCount)
    if let menu { self.menu = names.intern(Array(menu.utf8)) }
  }

  mutating func parseText(_ text: RawSpan) {
    if offset == 0, text.hasText("\u{FEFF}", at: 0) { offset = 3 }
    while offset < text.byteCount {
      switch text.byte(at: offset) {
      case .lineFeed, .carriageReturn, .space, .tab, .semicolon: offset += 1
      case .hash: parseComment(text)
      case .backslash where text.continuationLength(at: offset) > 0: skipLoneContinuation(text)
      default: parseStatement(text)
      }
    }
  }

  /// A continuation that no statement stands before; at the end of the text it continues nothing.
  private mutating func skipLoneContinuation(_ text: RawSpan) {
    let start = offset
    offset += text.continuationLength(at: start)
    if text.isBlankToTheEnd(from: offset) {
      report(.nothingAfterBackslash, start..<start + 1)
      recordDamage(text, start, since: problems.count - 1)
    }
  }

  private mutating func parseComment(_ text: RawSpan) {
    let start = offset
    offset = text.endOfLine(from: start)
    skipWrappedComment(text, length: offset - start)
    if isInHeader {
      header = 0..<comments.count + 1
      isPrinted = isPrinted || comesFromRouter(text, start..<offset)
    }
    comments.append(UInt32(start)..<UInt32(offset))
  }

  /// Whether no menu line and no command but the one that printed the export has been read.
  private var isInHeader: Bool {
    sections.isEmpty && statements.count < 2 && header.upperBound == comments.count
      && statements.allSatisfy { CommandWords.contains($0.verb) && $0.verb > CommandWords.set }
  }

  /// Whether a comment is one that a router begins its exports with. Some tools take out the first, which
  /// names release and date.
  private func comesFromRouter(_ text: RawSpan, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    if text.hasText("# software id =", at: start) || text.hasText("# serial number =", at: start)
      || text.hasText("# system id =", at: start)
    {
      return true
    }
    return range.count < 512 && Release(text.bytes(in: range)) != nil
  }

  /// Whether the statement before is damaged.
  var isBehindDamage: Bool { lastDamaged.map { $0 + 1 == statements.count } ?? false }

  mutating func report(_ kind: Problem.Kind, _ range: Range<Int>) {
    problems.append(Problem(kind: kind, span: Span(range.lowerBound, range.upperBound)))
  }

  /// The comments of the header, decoded.
  func headerComments(_ text: [UInt8]) -> [(text: String, range: Range<Int>)] {
    comments[header].filter { $0.count < 512 }.map { range in
      let range = Int(range.lowerBound)..<Int(range.upperBound)
      return (decodeText(text[range]), range)
    }
  }
}
