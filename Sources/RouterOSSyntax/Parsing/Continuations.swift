import SourceText

/// Continuations, and what none of them is meant to take in: a statement that begins a line of its own.
extension Parser {
  /// Where in a statement a continuation stands.
  enum BreakPlace {
    case beforeValue, betweenWords, withinWord
  }

  /// Moves past a continuation; false when there is none.
  mutating func skipContinuation(_ text: RawSpan) -> Bool {
    let length = text.continuationLength(at: offset)
    offset &+= length
    return length > 0
  }

  /// Whether what follows a continuation between words can belong to the statement: not the end of the text,
  /// not a comment, and not another statement.
  mutating func canGoOn(_ text: RawSpan, _ command: Command) -> Bool {
    let byte = text.peek(offset) ?? .lineFeed
    if byte <= .space, text.isBlankToTheEnd(from: offset) {
      goBackToBackslash(text)
      report(.nothingAfterBackslash, offset - 1..<offset)
      return false
    }
    if byte == .hash {
      goBackToBackslash(text)
      report(.commentAfterBackslash, offset - 1..<offset)
      return false
    }
    return canContinue(text, command, .betweenWords)
  }

  /// Whether what follows the continuation before the place can belong to the statement; else the statement
  /// ends at the backslash, which is reported.
  mutating func canContinue(_ text: RawSpan, _ command: Command, _ place: BreakPlace) -> Bool {
    let isIndented = text.byte(at: offset - 1).isBlank
    guard !isIndented || plainVerb(text) != nil, let next = startOfStatement(text, at: offset),
      isTakenIn(text, next, by: command, place, isIndented: isIndented)
    else { return true }
    goBackToBackslash(text)
    let name = decodeText(text.bytes(in: next))
    report(.commandAfterBackslash(verb: name), offset - 1..<offset)
    return false
  }

  /// Whether the command or menu `next`, with which a line begins, is none of the words of `command`.
  private mutating func isTakenIn(
    _ text: RawSpan, _ next: Range<Int>, by command: Command, _ place: BreakPlace,
    isIndented: Bool
  ) -> Bool {
    if isIndented {
      // Lines that go on are indented, and only 'add' and 'set' are never among the words of a statement.
      let isTarget = command.verb == CommandWords.set && arguments.count == firstArgument
      return !isTarget && place != .beforeValue && !isOfScripts(command)
    }
    let isMenu = text.byte(at: next.lowerBound) == .slash
    let isOfRoot = isMenu && beginsRootMenu(text, at: next.lowerBound + 1)
    if isOfScripts(command) { return plainVerb(text, at: next.lowerBound) != nil || isOfRoot }
    // Values may be paths, so that only menus of the root are believed to be menus.
    return !isMenu || isOfRoot || place == .betweenWords
  }

  /// Whether a command takes expressions, in which nearly any word may stand.
  private func isOfScripts(_ command: Command) -> Bool {
    switch names.spelling(of: command.verb).first {
    case nil, .colon, .dollar: true
    default: CommandWords.isScriptWord(command.verb)
    }
  }

  /// Moves back to just behind the backslash of the continuation that ends at the place.
  private mutating func goBackToBackslash(_ text: RawSpan) {
    while text.byte(at: offset - 1) != .backslash { offset -= 1 }
  }
}
