/// A position in the bytes of a script. Every read is checked; reading past the end gives nil.
///
/// Bytes, never `Character`: to Swift a carriage return with its line feed is one character.
struct Cursor {
  let bytes: [UInt8]
  var offset = 0

  var isAtEnd: Bool { offset >= bytes.count }

  /// The byte `ahead` of the position, without moving.
  @inline(__always)
  func peek(_ ahead: Int = 0) -> UInt8? {
    let index = offset &+ ahead
    return index < bytes.count ? bytes[index] : nil
  }

  mutating func advance(_ count: Int = 1) { offset = min(offset + count, bytes.count) }

  /// Moves past all bytes that meet `condition`.
  @inline(__always)
  mutating func skip(while condition: (UInt8) -> Bool) {
    while offset < bytes.count, condition(bytes[offset]) { offset &+= 1 }
  }

  /// The length of the line break `ahead` of the position: a line feed, a carriage return, or both.
  func lineBreakLength(_ ahead: Int = 0) -> Int {
    switch peek(ahead) {
    case .lineFeed: 1
    case .carriageReturn: peek(ahead + 1) == .lineFeed ? 2 : 1
    default: 0
    }
  }

  /// Moves past a backslash, the line break it hides, and the blanks that begin the next line.
  mutating func skipContinuation() -> Bool {
    guard peek() == .backslash else { return false }
    let length = lineBreakLength(1)
    guard length > 0 else { return false }
    offset += 1 + length
    skip { $0.isBlank }
    return true
  }

  /// Moves past blanks and continuations, to the next word of the statement or to its end.
  mutating func skipToWord() {
    repeat { skip { $0.isBlank } } while skipContinuation()
  }

  /// Moves to the end of the line, in front of its line break.
  mutating func skipLine() {
    skip { $0 != .lineFeed && $0 != .carriageReturn }
  }

  /// Moves to the end of the line and of all lines that a backslash continues it on.
  mutating func skipStatement() {
    skipLine()
    while offset > 0, bytes[offset - 1] == .backslash, lineBreakLength() > 0 {
      advance(lineBreakLength())
      skipLine()
    }
  }

  /// Whether the position ends a statement: a line break, a semicolon, or the end of the file.
  var isAtStatementEnd: Bool {
    guard let byte = peek() else { return true }
    return byte == .lineFeed || byte == .carriageReturn || byte == .semicolon
  }
}
