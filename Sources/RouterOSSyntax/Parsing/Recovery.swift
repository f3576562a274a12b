import SourceText

/// What a problem costs: the rest of its statement, and nothing behind it.
extension Parser {
  /// A statement that could not be read: it keeps its place and the menu in force, and no more.
  ///
  /// `known` problems were reported before it.
  mutating func recordDamage(_ text: RawSpan, _ start: Int, since known: Int) {
    let end = takeDamage(text, from: start, since: known)
    appendDamage(start..<end)
  }

  /// A damaged statement of the menu in force.
  mutating func appendDamage(_ range: Range<Int>) {
    let menuName = menu ?? names.intern([.slash])
    let noVerb = names.intern([])
    statements.append(
      StatementRecord(
        range: range, verbStart: range.lowerBound, menu: menuName, verb: noVerb,
        firstArgument: arguments.count, isDamaged: true))
  }

  /// Moves behind the damaged statement that begins at `start`, whose problems stand behind the first
  /// `known`; where the statement ends, without blanks.
  mutating func takeDamage(_ text: RawSpan, from start: Int, since known: Int) -> Int {
    lastDamaged = statements.count
    let place = max(offset, start)
    if problems[known...].contains(where: { $0.kind.isUnclosed && $0.span.start >= place }) {
      // Whatever follows may stand in what is never closed.
      offset = endOfDamage(text, from: place)
    } else {
      offset = problems.last.map { max(place, Int($0.span.end)) } ?? place
      skipRest(text)
    }
    var end = offset
    // A control byte is no blank, and may be what is wrong.
    while end > start, text.byte(at: end - 1).isBlank || text.byte(at: end - 1).endsLine {
      end -= 1
    }
    if namesMenu(text, start..<end) { loseMenu() }
    return end
  }

  /// Moves to the end of a damaged statement: a separator before what begins another one for certain, or
  /// the end of its last line.
  private mutating func skipRest(_ text: RawSpan) {
    var rest = DamagedText()
    while let byte = text.peek(offset) {
      if byte == .semicolon, rest.isOutside, beginsStatement(text, behindSeparator: offset) {
        return
      }
      if byte.endsLine {
        guard goesOn(text, &rest) else { return }
      } else {
        rest.take(byte, at: offset)
        let hidesNext = byte == .backslash && !(text.peek(offset + 1)?.endsLine ?? true)
        offset += hidesNext ? 2 : 1
      }
    }
  }

  /// Moves past the line break at the place, or past the block that opens before it, when the damaged
  /// statement goes on behind; false when it ends here.
  private mutating func goesOn(_ text: RawSpan, _ rest: inout DamagedText) -> Bool {
    let next = offset + text.lineBreakLength(at: offset)
    let isContinued =
      rest.isComment
      ? text.beginsComment(at: next) || text.beginsArgument(at: next)
      : text.endsInBackslash(at: offset) && !beginsLine(text, at: next, rest)
    if isContinued {
      offset = next
      rest.isComment = text.beginsComment(at: next)
      if rest.isComment { offset = text.endOfLine(from: next) }
      return true
    }
    guard let opener = rest.blockAtEnd, !isExport else { return false }
    return skipBlock(text, at: opener, &rest)
  }

  /// Whether a line that a backslash continues into begins a statement, which may be indented.
  private mutating func beginsLine(_ text: RawSpan, at line: Int, _ rest: DamagedText) -> Bool {
    if startOfStatement(text, at: line) != nil { return true }
    return rest.isOutside && plainVerb(text, at: text.endOfBlanks(from: line)) != nil
  }

  /// Moves past the block that opens at `opener`, whatever problems are in it; false when nothing
  /// closes it.
  private mutating func skipBlock(
    _ text: RawSpan, at opener: Int, _ rest: inout DamagedText
  ) -> Bool {
    let lineEnd = offset
    let known = problems.count
    offset = opener
    _ = skipNested(text)
    problems.removeSubrange(known...)
    let isClosed = offset > opener
    if isClosed { rest.closeBlock() } else { offset = lineEnd }
    return isClosed
  }

  /// The end of the line at `place`, and of all lines that a backslash continues it on.
  func endOfDamage(_ text: RawSpan, from place: Int) -> Int {
    var end = text.endOfLine(from: place)
    while end < text.byteCount {
      let next = end + text.lineBreakLength(at: end)
      // No line of an export begins with a blank but one that goes on.
      let isIndented = isExport && text.peek(next)?.isBlank ?? false
      guard isIndented || text.endsInBackslash(at: end) else { break }
      if text.beginsLineOfExport(at: next) || text.beginsMenu(at: next) { break }
      end = text.endOfLine(from: next)
    }
    return end
  }
}

extension RawSpan {
  /// Whether the line that ends at `end` has a backslash last, or one with blanks behind it.
  func endsInBackslash(at end: Int) -> Bool {
    var place = end
    while place > 0, byte(at: place - 1).isBlank { place -= 1 }
    return place > 0 && byte(at: place - 1) == .backslash
  }
}

extension Problem.Kind {
  /// Whether something opens at the place of the problem and is never closed.
  fileprivate var isUnclosed: Bool {
    switch self {
    case .unclosedBracket, .unclosedString: true
    case .argumentWithoutCommand, .bareEquals, .blankAfterBackslash, .brokenWord,
      .commandAfterArguments,
      .commandAfterBackslash, .commandInUnknownMenu, .commandOutsideMenu, .commentAfterBackslash,
      .cutOff, .dollarBeforeName, .emptyValue,
      .interactiveCommand, .noCommandInTranscript, .notACommand, .nothingAfterBackslash,
      .nothingToGoOnFrom, .positionalNumber, .quoteInsideWord, .refusedCommand, .strayCloser,
      .textAfterBracket, .textAfterString, .tooManyNames, .unexpectedWord, .unexplainedOutput,
      .unknownEscape, .unknownMenu:
      false
    }
  }
}
