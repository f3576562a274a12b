public import SourceText

/// One export or script as it was written: a flat list of statements over the bytes of its file.
///
/// Statements and arguments are small records of offsets; nothing is decoded until it is asked for.
/// Bytes between them are blanks, line breaks, continuations and comments, so the file can always be
/// spelt back.
public final class Script: Sendable {
  /// The file the offsets point into.
  public let file: SourceFile
  /// What the first comments say of the router.
  public let header: Header
  /// What could not be read, in file order.
  public let problems: [Problem]
  /// Every comment from `#` to the end of its line, in file order.
  public let comments: [Span]
  let names: [String]
  let statementRecords: [StatementRecord]
  let argumentRecords: [ArgumentRecord]

  init(_ parser: consuming Parser) {
    file = parser.file
    header = parser.header
    problems = parser.problems
    comments = parser.comments
    names = parser.names.names
    statementRecords = parser.statements
    argumentRecords = parser.arguments
  }

  /// All statements in file order; lines that only name a menu are none.
  public var statements: some RandomAccessCollection<Statement> {
    statementRecords.indices.lazy.map { Statement(script: self, index: $0) }
  }

  /// The number of statements.
  public var count: Int { statementRecords.count }

  /// The statement at `index`, which counts from zero.
  public func statement(_ index: Int) -> Statement { Statement(script: self, index: index) }

  /// The argument at `index` of the whole script, which counts from zero.
  public func argument(_ index: Int) -> Argument { Argument(script: self, index: index) }
}

/// One statement of the arena. Offsets count bytes.
struct StatementRecord: Sendable {
  var start: UInt32
  var end: UInt32
  var verbStart: UInt32
  var verbEnd: UInt32
  var menu: NameTable.ID
  var verb: NameTable.ID
  var firstArgument: UInt32
  var isDamaged: Bool
}

/// One argument of the arena. `name` is unused for positional arguments.
struct ArgumentRecord: Sendable {
  var name: NameTable.ID
  var start: UInt32
  var valueStart: UInt32
  var end: UInt32
  var kind: Argument.Kind
}
