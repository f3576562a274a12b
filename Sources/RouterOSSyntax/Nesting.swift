/// How the scan of a string or of something in brackets ended.
enum NestingEnd: Equatable {
  case closed
  /// The innermost thing left open, by the offset of its opener.
  case unclosed(at: Int)
}

extension Cursor {
  /// Moves past the string or bracketed code that opens at the position, whatever nests in it.
  ///
  /// Strings may hold code (`$[…]`, `$(…)`) and code may hold strings, so that a stack of closers
  /// decides; it is a value and not recursion, because input can nest as deep as it is long. With
  /// `withinLine` the scan gives up at the first line break that no backslash hides. Linear.
  mutating func skipNested(withinLine: Bool) -> NestingEnd {
    var open: [(closer: UInt8, offset: Int)] = []
    repeat {
      guard let byte = peek() else { return .unclosed(at: open.first?.offset ?? offset) }
      if byte == .backslash {
        advance(1 + max(1, lineBreakLength(1)))
      } else if open.last?.closer == .quote {
        guard skipInString(byte, &open, withinLine) else {
          return .unclosed(at: open.last?.offset ?? offset)
        }
      } else if byte == .lineFeed && withinLine {
        return .unclosed(at: open.first?.offset ?? offset)
      } else {
        skipInCode(byte, &open)
      }
    } while !open.isEmpty
    return .closed
  }

  /// Takes one byte of a string; false when the string must have ended before.
  private mutating func skipInString(
    _ byte: UInt8, _ open: inout [(closer: UInt8, offset: Int)], _ withinLine: Bool
  ) -> Bool {
    if byte == .quote {
      open.removeLast()
    } else if byte == .dollar, let closer = peek(1).flatMap(closer(of:)), peek(1) != .leftBrace {
      open.append((closer, offset + 1))
      advance()
    } else if byte == .lineFeed, withinLine || startsStatement(at: offset + 1) {
      return false
    }
    advance()
    return true
  }

  /// Takes one byte, or one comment, of code in brackets.
  private mutating func skipInCode(
    _ byte: UInt8, _ open: inout [(closer: UInt8, offset: Int)]
  ) {
    if let closer = closer(of: byte) ?? (byte == .quote ? .quote : nil) {
      open.append((closer, offset))
    } else if byte == open.last?.closer {
      open.removeLast()
    } else if byte == .hash, isAtCommandStart {
      return skipLine()
    }
    advance()
  }

  /// Whether only blanks stand between the position and the line, block or statement before it.
  private var isAtCommandStart: Bool {
    var index = offset - 1
    while index >= 0, bytes[index].isBlank { index -= 1 }
    return index < 0 || [.lineFeed, .semicolon, .leftBrace].contains(bytes[index])
  }

  /// Whether a line that only a new statement would begin with starts at `start`, or the file ends.
  private func startsStatement(at start: Int) -> Bool {
    guard start < bytes.count else { return true }
    let line = bytes[start..<min(start + 4, bytes.count)]
    if line.first == .slash { return line.dropFirst().first.map { 0x61...0x7A ~= $0 } ?? false }
    return line.elementsEqual("add ".utf8) || line.elementsEqual("set ".utf8)
  }

  private func closer(of opener: UInt8) -> UInt8? {
    switch opener {
    case .leftBracket: .rightBracket
    case .leftParenthesis: .rightParenthesis
    case .leftBrace: .rightBrace
    default: nil
    }
  }
}
