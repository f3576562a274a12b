import SourceText

extension Parser {
  /// Reads a value: a string, something in brackets, or a bare run of bytes.
  mutating func parseValue(_ text: RawSpan, _ command: Command) -> ValueForm {
    guard let byte = text.peek(offset) else { return .plain }
    if byte == .quote { return parseString(text) }
    if byte.closer != nil { return parseCode(text, command) }
    let end = text.endOfPlainText(from: offset, equals: false)
    if end == text.byteCount || text.byte(at: end).endsWord {
      // A variable stands for what only a router knows.
      defer { offset = end }
      return byte == .dollar && end > offset ? .code : .plain
    }
    return parseMixedValue(text, command)
  }

  /// Reads a string up to its closing quote.
  private mutating func parseString(_ text: RawSpan) -> ValueForm {
    let start = offset
    guard skipString(text), let next = text.peek(offset), !next.endsWord,
      text.continuationLength(at: offset) == 0
    else { return .quoted }
    if takesInLine(text, start..<offset) {
      // Most likely it is the next line that the last quote opens a string in.
      report(.unclosedString, start..<start + 1)
      offset = start
    } else {
      report(.textAfterString, offset..<offset + 1)
    }
    return .quoted
  }

  private mutating func parseCode(_ text: RawSpan, _ command: Command) -> ValueForm {
    guard skipNested(text) else { return .code }
    if let next = text.peek(offset), next.isSmallLetter || next.isDigit,
      text.byte(at: offset - 1) == .rightBracket
    {
      report(.textAfterBracket, offset..<offset + 1)
      return .code
    }
    // What goes on behind a bracket, as in `$a->"b"` or `[…].[…]`, belongs to the expression.
    if let next = text.peek(offset), !next.endsWord { return parseMixedValue(text, command) }
    return .code
  }

  /// Reads a bare value that holds more than plain text: escapes, continuations, or the code of a
  /// script with its strings and brackets.
  mutating func parseMixedValue(_ text: RawSpan, _ command: Command) -> ValueForm {
    let start = offset
    let known = problems.count
    var form = text.byte(at: start) == .dollar ? ValueForm.code : .plain
    while offset < text.byteCount, problems.count == known {
      offset = text.endOfPlainText(from: offset, equals: false)
      guard let byte = text.peek(offset), !byte.endsWord else { break }
      switch byte {
      case .backslash:
        if form == .plain { form = .escaped }
        if skipContinuation(text) {
          // What the backslash hides may be the end of the statement.
          _ = canContinue(text, command, .withinWord)
        } else {
          skipEscape(text)
        }
      case .quote:
        guard isStringExpected(text, from: start) else {
          report(.quoteInsideWord, offset..<offset + 1)
          break
        }
        form = offset == start + 1 && text.byte(at: start) == .exclamationMark ? .quoted : .code
        _ = skipString(text)
      case .leftBracket, .leftParenthesis, .leftBrace:
        form = .code
        _ = skipNested(text)
      case .rightBracket, .rightParenthesis, .rightBrace:
        report(.strayCloser(String(UnicodeScalar(byte))), offset..<offset + 1)
      default: offset += 1
      }
    }
    return form
  }

  /// Whether a quote within a word can begin a string: behind an operator, as in `$a->"b"` or
  /// `name~"b"`, or behind a `!` that begins the value.
  private func isStringExpected(_ text: RawSpan, from start: Int) -> Bool {
    guard offset > start else { return true }
    switch text.byte(at: offset - 1) {
    case .exclamationMark: return offset == start + 1
    case .comma, .dollar, .dot, .equals, .greaterThan, .lessThan, .plus, .tilde: return true
    default: return false
    }
  }
}
