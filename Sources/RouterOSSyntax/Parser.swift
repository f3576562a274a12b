public import SourceText

/// Reads an export or a script. Never fails: what cannot be read is a problem with a place.
///
/// Linear in the size of the file.
public func parse(_ file: SourceFile) -> Script {
  var parser = Parser(file)
  parser.parseFile()
  return Script(parser)
}

/// The state of one parse: a cursor, the menu in force, and the arena being filled.
struct Parser {
  let file: SourceFile
  var cursor: Cursor
  var names = NameTable()
  var header = Header()
  var problems: [Problem] = []
  var comments: [Span] = []
  var statements: [StatementRecord] = []
  var arguments: [ArgumentRecord] = []
  /// The menu that the last section line named, in slash form; nil before the first.
  var menu: String?
  /// Set once a bracket was found open at the end of the file: from then on brackets must close on
  /// their line, so that many open brackets do not each cost a scan of the whole file.
  var bracketsStayOnLine = false
  /// The same for strings.
  var stringsStayOnLine = false

  init(_ file: SourceFile) {
    self.file = file
    cursor = Cursor(bytes: file.bytes)
    statements.reserveCapacity(file.bytes.count / 64)
    arguments.reserveCapacity(file.bytes.count / 20)
  }

  mutating func parseFile() {
    if file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { cursor.advance(3) }
    while !cursor.isAtEnd {
      cursor.skipToWord()
      if cursor.peek() == .hash {
        parseComment()
      } else if cursor.isAtStatementEnd {
        cursor.advance()
      } else {
        parseStatement()
      }
    }
  }

  private mutating func parseComment() {
    let start = cursor.offset
    cursor.skipLine()
    let span = Span(start, cursor.offset)
    comments.append(span)
    if statements.isEmpty, span.count < 512 { header.read(file.text(in: span), at: span) }
  }

  mutating func report(_ kind: Problem.Kind, _ span: Span) {
    problems.append(Problem(kind: kind, span: span))
  }
}
