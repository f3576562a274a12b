public import SourceText

/// One export or script as it was written: a flat list of statements over the bytes of its file.
///
/// Statements and arguments are small records of offsets; nothing is decoded until it is asked for.
/// Bytes between them are blanks, line breaks, continuations, menu lines and comments, so the file
/// can always be spelt back. Every span lies in ``file``.
public final class Script: Sendable {
  /// The file the spans point into.
  public let file: SourceFile
  /// What the first comments say of the router.
  public let header: Header
  /// What could not be read, in file order.
  public let problems: ProblemList
  /// Whether the file is the transcript of a terminal: prompts and output lie between the statements.
  public let isTranscript: Bool
  /// For the transcript of a terminal, the number of lines that are output and no commands; else 0.
  public let skippedLines: Int
  /// For the transcript of a terminal, what the commands in it exported, in file order; else empty.
  public let exports: [PrintedExport]

  /// Whether a comment of the header can only come from a router.
  let isPrinted: Bool
  /// The bytes that were parsed: those of the file, or a text made of them.
  let text: [UInt8]
  /// Where the bytes of ``text`` come from; nil when they are those of the file.
  let origins: TextOrigins?
  let names: [String]
  let statementRecords: [StatementRecord]
  let argumentRecords: [ArgumentRecord]
  let sectionRecords: [SectionRecord]
  let commentRanges: [Range<UInt32>]

  init(
    _ parser: consuming Parser, _ text: [UInt8], of file: SourceFile, origins: TextOrigins?,
    isTranscript: Bool = false, skippedLines: Int = 0,
    exports: [PrintedExport] = [], greeting: (text: String, range: Range<Int>)? = nil
  ) {
    self.file = file
    self.text = text
    self.origins = origins
    self.isTranscript = isTranscript
    self.skippedLines = skippedLines
    self.exports = exports
    names = parser.names.names(beginningWith: CommandWords.spellings)
    statementRecords = parser.statements
    argumentRecords = parser.arguments
    sectionRecords = parser.sections
    commentRanges = parser.comments
    header = Header(parser.headerComments(text), origins, greeting: greeting)
    isPrinted = parser.isPrinted
    problems = parser.problems.moved(by: origins)
  }

  /// All statements in file order; lines that only name a menu are none.
  public var statements: Statements { Statements(script: self) }

  /// Every line that only names a menu, in file order.
  public var sections: some RandomAccessCollection<Section> {
    sectionRecords.lazy.map { [self] record in
      Section(span: place(record.start, record.end), menu: names[Int(record.menu)])
    }
  }

  /// Every comment from `#` to the end of its line, in file order.
  public var comments: some RandomAccessCollection<Comment> {
    commentRanges.indices.lazy.map { [self] in comment($0) }
  }

  /// Whether a statement could not be read.
  public var isDamaged: Bool { problems.contains { $0.severity == .error } }

  /// The number of statements.
  public var count: Int { statementRecords.count }

  /// The statement at `index`, which counts from zero.
  public func statement(_ index: Int) -> Statement { Statement(script: self, index: index) }

  /// The statement that holds the argument at `index` of the whole script. Logarithmic.
  public func holder(ofArgument index: Int) -> Statement {
    statement(statementRecords.partitioningIndex { Int($0.firstArgument) > index } - 1)
  }

  /// The argument at `index` of the whole script, which counts from zero.
  public func argument(_ index: Int) -> Argument { Argument(script: self, index: index) }

  /// The place in the file of a range of the text that was parsed.
  func place(_ start: UInt32, _ end: UInt32) -> Span {
    guard let origins else { return Span(Int(start), Int(end)) }
    return origins.span(of: Int(start)..<Int(end))
  }
}

/// A line that names the menu of the statements below it.
public struct Section: Sendable {
  /// The line, without blanks around it.
  public let span: Span
  /// The menu in slash form.
  public let menu: String
}
