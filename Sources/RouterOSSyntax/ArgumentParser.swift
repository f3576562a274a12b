import SourceText

extension Parser {
  /// Reads the arguments of a statement up to its end, or up to the first problem.
  mutating func parseArguments(of command: Command, problemsBefore: Int) {
    /// The part before the last dot of the property before, which `.name` goes on from.
    var prefix: ArraySlice<UInt8> = []
    while !cursor.isAtStatementEnd, problems.count == problemsBefore {
      parseArgument(&prefix)
      cursor.skipToWord()
    }
  }

  private mutating func parseArgument(_ prefix: inout ArraySlice<UInt8>) {
    let start = cursor.offset
    let isUnset = cursor.peek() == .exclamationMark
    if isUnset { cursor.advance() }
    let nameStart = cursor.offset
    cursor.skip { $0.isNameByte }
    let nameEnd = cursor.offset
    if nameEnd > nameStart, cursor.peek() == .equals {
      let name = internProperty(nameStart..<nameEnd, &prefix)
      cursor.advance()
      parsePairValue(name, start)
    } else if isUnset, nameEnd > nameStart, cursor.peek().map({ $0.endsWord }) ?? true {
      let name = internProperty(nameStart..<nameEnd, &prefix)
      appendArgument(name, start, cursor.offset, .unset)
    } else {
      cursor.offset = start
      skipValue()
      appendArgument(0, start, start, .positional)
    }
  }

  private mutating func parsePairValue(_ name: NameTable.ID, _ start: Int) {
    while cursor.skipContinuation() {}
    let valueStart = cursor.offset
    skipValue()
    appendArgument(name, start, valueStart, .pair)
  }

  private mutating func appendArgument(
    _ name: NameTable.ID, _ start: Int, _ valueStart: Int, _ kind: Argument.Kind
  ) {
    arguments.append(
      ArgumentRecord(
        name: name, start: UInt32(start), valueStart: UInt32(valueStart),
        end: UInt32(cursor.offset), kind: kind))
  }

  /// The number of a property name, spelt in full: `.as` behind `remote.address` is `remote.as`.
  private mutating func internProperty(
    _ range: Range<Int>, _ prefix: inout ArraySlice<UInt8>
  ) -> NameTable.ID {
    let name = file.bytes[range]
    if name.first == .dot { return names.intern(prefix + name) }
    prefix = name.lastIndex(of: .dot).map { name[..<$0] } ?? []
    return names.intern(name)
  }

  /// Moves past a value: a string, something in brackets, or a bare run of bytes.
  private mutating func skipValue() {
    switch cursor.peek() {
    case .quote: skipString()
    case .leftBracket, .leftParenthesis, .leftBrace: skipBrackets()
    default: skipBareValue()
    }
  }

  private mutating func skipString() {
    let start = cursor.offset
    let end = cursor.skipNested(withinLine: stringsStayOnLine)
    if end != .closed {
      if cursor.isAtEnd { stringsStayOnLine = true }
      cursor.offset = start
      cursor.skipStatement()
      return report(.unclosedString, Span(start, start + 1))
    }
    checkEscapes(start..<cursor.offset)
    if let next = cursor.peek(), !next.endsWord, !isContinuation {
      report(.textAfterString, Span(cursor.offset, cursor.offset + 1))
    }
  }

  private var isContinuation: Bool {
    cursor.peek() == .backslash && cursor.lineBreakLength(1) > 0
  }

  private mutating func skipBrackets() {
    let start = cursor.offset
    let end = cursor.skipNested(withinLine: bracketsStayOnLine)
    guard end == .closed else {
      if cursor.isAtEnd { bracketsStayOnLine = true }
      cursor.offset = start
      cursor.skipStatement()
      let opener = String(decoding: [file.bytes[start]], as: UTF8.self)
      return report(.unclosedBracket(opener: opener), Span(start, start + 1))
    }
  }

  private mutating func skipBareValue() {
    let start = cursor.offset
    while let byte = cursor.peek(), !byte.endsWord {
      if byte == .backslash {
        if cursor.skipContinuation() { continue }
        guard cursor.peek(1) != nil else {
          return report(.nothingAfterBackslash, Span(cursor.offset, cursor.offset + 1))
        }
        cursor.advance()
      }
      cursor.advance()
    }
    checkEscapes(start..<cursor.offset)
    // A control byte ends a word but is no blank: it is taken alone, so that the scan goes on.
    if cursor.offset == start { takeControlByte() }
  }

  private mutating func takeControlByte() {
    let span = Span(cursor.offset, cursor.offset + 1)
    cursor.advance()
    report(.notACommand(shortened(span)), span)
  }

  /// Reports the first escape of a value that RouterOS does not know.
  private mutating func checkEscapes(_ range: Range<Int>) {
    guard file.bytes[range].contains(.backslash) else { return }
    var index = range.lowerBound
    while index < range.upperBound - 1 {
      guard file.bytes[index] == .backslash else { index += 1; continue }
      let next = file.bytes[index + 1]
      let isKnown =
        escapedByte(next) != nil || next == .lineFeed || next == .carriageReturn
        || isHexadecimalPair(at: index + 1)
      if !isKnown {
        let span = Span(index, index + 2)
        return report(.unknownEscape(shortened(span)), span)
      }
      index += 2
    }
  }

  private func isHexadecimalPair(at index: Int) -> Bool {
    index + 1 < file.bytes.count && file.bytes[index].hexadecimalValue != nil
      && file.bytes[index + 1].hexadecimalValue != nil
  }
}
