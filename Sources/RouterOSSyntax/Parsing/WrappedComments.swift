/// Comments that RouterOS wraps without a backslash, and loses a letter doing so.
extension Parser {
  /// Takes the lines that a comment of an export goes on over: behind one that is as long as they get, a line
  /// that no router begins a command or a menu with.
  mutating func skipWrappedComment(_ text: RawSpan, length: Int) {
    var length = length
    while isExport, length >= Self.shortestWrappedComment {
      let next = offset + text.lineBreakLength(at: offset)
      let end = text.endOfLine(from: next)
      guard next > offset, goesOnWithComment(text, next..<end) else { return }
      offset = end
      length = end - next
    }
  }

  /// Comments are wrapped at 79 columns, at a blank.
  private static let shortestWrappedComment = 76

  /// Whether a line is prose: no command, no menu, and neither of them torn.
  private mutating func goesOnWithComment(_ text: RawSpan, _ line: Range<Int>) -> Bool {
    let start = text.endOfBlanks(from: line.lowerBound)
    guard start < line.upperBound, text.byte(at: start).beginsProse else { return false }
    let name = names.intern(text, start..<text.endOfCommandWord(from: start))
    // The letter that is lost makes the name of a menu unlikely there.
    return !isCommand(name) && !beginsRootMenu(text, at: start)
      && !mayBeTornCommand(text, start..<line.upperBound)
  }

  /// Whether one of the first three words is `name=value`: a command, its target, and a property.
  private func mayBeTornCommand(_ text: RawSpan, _ line: Range<Int>) -> Bool {
    var place = line.lowerBound
    for _ in 0..<3 where place < line.upperBound {
      if text.beginsArgument(at: place) { return true }
      while place < line.upperBound, !text.byte(at: place).isBlank { place += 1 }
      place = text.endOfBlanks(from: place)
    }
    return false
  }
}

extension UInt8 {
  /// Whether a sentence may go on with this on a new line, but neither a command of scripts, a menu, a comment
  /// nor a block.
  fileprivate var beginsProse: Bool {
    switch self {
    case .slash, .colon, .hash, .leftBracket, .leftBrace, .rightBrace, .backslash, .dollar,
      .semicolon:
      false
    default: self > .space
    }
  }
}
