import SourceText

extension Parser {
  /// Moves past the string that opens at the place; false when a problem was reported.
  ///
  /// Nearly every string of an export is text and escapes on one line; whatever else a string may
  /// hold is left to ``skipNested(_:)``, which then begins anew.
  @inline(__always)
  mutating func skipString(_ text: RawSpan) -> Bool {
    let start = offset
    let known = problems.count
    offset &+= 1
    while true {
      offset = text.endOfStringText(from: offset)
      guard let byte = text.peek(offset), byte != .lineFeed, byte != .carriageReturn else { break }
      if byte == .quote {
        offset &+= 1
        return problems.count == known
      }
      if byte == .dollar {
        if text.opensCode(at: offset) { break }
        offset &+= 1
      } else if let length = text.escape(at: offset)?.length {
        offset &+= length
      } else if isLeftOpen(text, at: offset) {
        break
      } else {
        skipEscape(text)
      }
    }
    problems.removeSubrange(known...)
    offset = start
    return skipNested(text)
  }

  /// Whether the continuation at `place` of a string takes in what begins a line of an export: a router
  /// indents the lines that it breaks strings into.
  func isLeftOpen(_ text: RawSpan, at place: Int) -> Bool {
    guard isExport else { return false }
    let next = place + text.continuationLength(at: place)
    guard next > place, next < text.byteCount, !text.byte(at: next - 1).isBlank else {
      return false
    }
    return beginsLineOfExport(text, at: next)
  }

  /// Whether one of the lines that a string goes on over begins as those of exports do.
  ///
  /// Looks at the string alone: the line that it stands on may be long, and hold many.
  func takesInLine(_ text: RawSpan, _ string: Range<Int>) -> Bool {
    var place = string.lowerBound
    while place < string.upperBound {
      guard text.byte(at: place).endsLine else {
        place += 1
        continue
      }
      place += text.lineBreakLength(at: place)
      if beginsLineOfExport(text, at: place) { return true }
    }
    return false
  }

  /// Whether a command or menu that exports begin their lines with stands at `line`.
  private func beginsLineOfExport(_ text: RawSpan, at line: Int) -> Bool {
    text.beginsLineOfExport(at: line)
      || (text.peek(line) == .slash && beginsRootMenu(text, at: line + 1))
  }

  /// Moves past a backslash with what it escapes, or past a continuation; reports an escape that
  /// RouterOS does not know.
  mutating func skipEscape(_ text: RawSpan) {
    let start = offset
    let continuation = text.continuationLength(at: start)
    if continuation > 0 {
      offset += continuation
    } else if let length = text.escape(at: start)?.length {
      offset += length
    } else if text.peek(start + 1) == nil {
      offset += 1
      report(.nothingAfterBackslash, start..<start + 1)
    } else if let end = text.endOfTrailingBlanks(from: start + 1) {
      offset = end
      report(.blankAfterBackslash, start..<start + 1)
    } else {
      offset = text.endOfCharacter(at: start + 1)
      report(.unknownEscape(shown(text, start + 1..<offset)), start..<offset)
    }
  }

  /// The character behind the backslash for a message; a control character is not shown.
  private func shown(_ text: RawSpan, _ range: Range<Int>) -> String {
    let bytes = text.bytes(in: range)
    let isShown = range.count > 1 || 0x20...0x7E ~= bytes[0]
    return isShown ? String(validating: bytes, as: UTF8.self) ?? "…" : "…"
  }
}

extension RawSpan {
  /// The end of the character that begins at `offset`, in UTF-8.
  func endOfCharacter(at offset: Int) -> Int {
    var end = offset + 1
    guard byte(at: offset) >= 0xC0 else { return end }
    while end < offset + 4, let next = peek(end), next & 0xC0 == 0x80 { end += 1 }
    return end
  }

  /// The end of the blanks from `offset` on, if the line ends behind them; nil when there are none.
  func endOfTrailingBlanks(from offset: Int) -> Int? {
    var end = offset
    while let byte = peek(end), byte.isBlank { end += 1 }
    return end > offset && (end == byteCount || lineBreakLength(at: end) > 0) ? end : nil
  }

  /// Whether the dollar at `offset` of a string begins code: `$[…]` or `$(…)`.
  func opensCode(at offset: Int) -> Bool {
    peek(offset + 1) == .leftBracket || peek(offset + 1) == .leftParenthesis
  }
}
