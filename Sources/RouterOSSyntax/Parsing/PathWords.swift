/// The words of a path, and which of them is the command.
extension Parser {
  /// The next word of a path, behind its slash if it has one; nil where the path ends.
  mutating func nextPathWord(_ text: RawSpan) -> Range<Int>? {
    let before = offset
    while text.peek(offset) == .slash { offset += 1 }
    // A slash may stand behind a word although a blank follows.
    if offset > before { skipBlanks(text) }
    let start = offset
    if text.beginsPathWord(at: start) {
      offset = text.endOfCommandWord(from: offset)
      let next = text.peek(offset) ?? .space
      if next.endsPathWord { return start..<offset }
      if text.continuationLength(at: offset) > 0 {
        if takeBrokenWord(text, from: start) { return start..<offset }
        report(.brokenWord, offset..<offset + 1)
      }
    }
    offset = start > before && isAtStatementEnd(text) ? start : before
    return nil
  }

  /// Whether a word of a path is the command that ends it: one that is always a command, one that is a
  /// menu elsewhere only, or in front of all a command of scripts.
  mutating func endsPath(
    _ text: RawSpan, _ word: Range<Int>, behind parent: Range<Int>, isFirst: Bool
  ) -> Bool {
    // Behind `log` any word is a command, such as `info`.
    if parent.count == 3, text.hasText("log", at: parent.lowerBound) { return true }
    let name = internPathWord(text, word)
    guard CommandWords.mayBeCommand(name) else { return false }
    if CommandWords.contains(name) { return true }
    if CommandWords.isScriptWord(name) {
      return isFirst && !CommandWords.isRootMenu(names.spelling(of: name))
    }
    return CommandWords.isCommandBehindPath(name, behind: text.bytes(in: parent))
  }

  /// Moves behind a word of a path that continuations break and that begins at `start`; false when the word is
  /// not known, because hardly anybody breaks words, while stray backslashes are common.
  private mutating func takeBrokenWord(_ text: RawSpan, from start: Int) -> Bool {
    let broken = offset
    while skipContinuation(text), offset - start < Self.longestBrokenWord {
      let isIndented = text.byte(at: offset - 1).isBlank
      if !isIndented, startOfStatement(text, at: offset) != nil { break }
      offset = text.endOfCommandWord(from: offset)
    }
    let end = offset
    // A backslash behind which neither the word nor the path goes on is a stray one.
    guard text.byte(at: end - 1).isCommandByte else {
      offset = broken
      return text.peek(end) == .slash
    }
    let word = decodeText(withoutContinuations(text.bytes(in: start..<end)[...]))
    let isKnown = CommandWords.isCommand(word) || KnownMenus.words.contains(word)
    if isKnown, (text.peek(end) ?? .space).endsPathWord { return true }
    offset = broken
    return false
  }

  /// No word is longer with the continuations in it, unless somebody means harm.
  private static let longestBrokenWord = 256

  /// The number of a word of a path, without the continuations in it.
  mutating func internPathWord(_ text: RawSpan, _ word: Range<Int>) -> NameTable.ID {
    let end = text.endOfCommandWord(from: word.lowerBound)
    if end >= word.upperBound { return names.intern(text, word) }
    return names.intern(withoutContinuations(text.bytes(in: word)[...]))
  }

  /// Moves past blanks and continuations.
  @inline(__always)
  mutating func skipBlanks(_ text: RawSpan) {
    while let byte = text.peek(offset) {
      if byte.isBlank {
        offset &+= 1
      } else if byte == .backslash {
        let length = text.continuationLength(at: offset)
        if length == 0 { return }
        offset += length
      } else {
        return
      }
    }
  }
}

extension RawSpan {
  /// Whether a word of a path begins at `offset`: one with a letter in front or behind digits, such as
  /// `6to4`, or the `..` that steps back. A word of mere digits and dots is an address or a number.
  func beginsPathWord(at offset: Int) -> Bool {
    if peek(offset) == .dot {
      return peek(offset + 1) == .dot
        && (peek(offset + 2).map { $0.endsWord || $0 == .slash } ?? true)
    }
    var place = offset
    while let byte = peek(place), byte.isDigit { place += 1 }
    return peek(place)?.isSmallLetter ?? false
  }
}

extension UInt8 {
  /// Whether a word of a path ends before this.
  fileprivate var endsPathWord: Bool { endsWord || self == .slash || closer != nil }
}
