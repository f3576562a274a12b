/// What was seen of the rest of a damaged statement.
struct DamagedText {
  /// Whether the line is a comment between lines that go on.
  var isComment = false
  private var isInString = false
  private var depth = 0
  private var lastWritten: (byte: UInt8, place: Int)?

  /// Whether neither a string nor a bracket is open.
  var isOutside: Bool { !isInString && depth == 0 }

  /// The brace that was the last thing seen; nil when something else was.
  var blockAtEnd: Int? {
    guard !isInString, let (byte, place) = lastWritten, byte == .leftBrace else { return nil }
    return place
  }

  /// Takes the next byte.
  mutating func take(_ byte: UInt8, at place: Int) {
    if byte.isBlank { return }
    lastWritten = (byte, place)
    if byte == .quote {
      isInString.toggle()
    } else if !isInString {
      if byte.closer != nil { depth += 1 }
      if byte.isCloser { depth = max(0, depth - 1) }
    }
  }

  /// Says that the last block is closed.
  mutating func closeBlock() {
    depth = max(0, depth - 1)
    lastWritten = nil
  }
}
