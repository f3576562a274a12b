import SourceText

/// Strings and brackets, whatever nests in them: strings may hold code (`$[…]`, `$(…)`) and code may
/// hold strings.
///
/// The openers that wait for their closer are kept in a list and not by recursion, because input can
/// nest as deep as it is long.
extension Parser {
  /// Moves past the string or bracket that opens at the place; false when a problem was reported, and
  /// then the place is where the scan could go on: behind it, or at its beginning.
  mutating func skipNested(_ text: RawSpan) -> Bool {
    let known = problems.count
    var nesting = Nesting(start: offset, endsStringsWithLine: openStrings >= Self.patience)
    if scan(text, &nesting) { return problems.count == known }
    scannedInVain += offset - nesting.start
    let hasStringInCode = nesting.open.dropFirst().contains { text.byte(at: Int($0)) == .quote }
    if hasStringInCode, !nesting.endsStringsWithLine {
      // Perhaps only a quote is missing: if strings end with their line, the block may close.
      openStrings += 1
      problems.removeSubrange(known...)
      offset = nesting.start
      nesting = Nesting(start: offset, endsStringsWithLine: true)
      if scan(text, &nesting) { return false }
    }
    problems.removeSubrange(known...)
    reportUnclosed(text, nesting)
    return false
  }

  /// How many times the length of the text may be scanned in vain before strings and brackets have to
  /// end on their line, so that the work stays linear; and how often a quote is looked for that is missing.
  private static let patience = 16

  /// Scans until everything that was opened is closed; false when something never is.
  private mutating func scan(_ text: RawSpan, _ nesting: inout Nesting) -> Bool {
    let limit = limit(text, from: nesting.start)
    repeat {
      guard offset < limit else { return false }
      let byte = text.byte(at: offset)
      let opener = nesting.open.last.map { text.byte(at: Int($0)) }
      if opener == .quote {
        guard scanInString(text, byte, &nesting) else { return false }
      } else {
        scanInCode(text, byte, opener, &nesting)
      }
    } while !nesting.open.isEmpty
    offset = min(offset, text.byteCount)
    return true
  }

  /// How far a scan that begins at `start` may go.
  private mutating func limit(_ text: RawSpan, from start: Int) -> Int {
    guard scannedInVain >= Self.patience * text.byteCount else { return text.byteCount }
    if scanLimit <= start { scanLimit = endOfDamage(text, from: start) }
    return scanLimit
  }

  /// Takes one byte of a string, or a run of plain ones; false when the string must have ended before.
  private mutating func scanInString(
    _ text: RawSpan, _ byte: UInt8, _ nesting: inout Nesting
  ) -> Bool {
    let isOutermost = nesting.open.count == 1
    switch byte {
    case .quote:
      if isOutermost, nesting.spansLines, !text.closesString(at: offset) { return false }
      nesting.open.removeLast()
      offset += 1
    case .backslash where isOutermost: skipEscape(text)
    case .backslash: offset += max(2, text.continuationLength(at: offset))
    case .dollar where text.opensCode(at: offset):
      nesting.open.append(UInt32(offset + 1))
      offset += 2
    case .lineFeed where nesting.endsStringsWithLine && !isOutermost,
      .carriageReturn where nesting.endsStringsWithLine && !isOutermost:
      let opener = Int(nesting.open.removeLast())
      report(.unclosedString, opener..<opener + 1)
    case .lineFeed, .carriageReturn:
      offset += text.lineBreakLength(at: offset)
      if isOutermost, text.beginsLineOfExport(at: offset, isExport) { return false }
      nesting.spansLines = true
    default: offset = text.endOfStringText(from: offset + 1)
    }
    return true
  }

  /// Takes one byte, or one comment, of code.
  private mutating func scanInCode(
    _ text: RawSpan, _ byte: UInt8, _ opener: UInt8?, _ nesting: inout Nesting
  ) {
    switch byte {
    case .quote, .leftBracket, .leftParenthesis, .leftBrace:
      nesting.open.append(UInt32(offset))
      offset += 1
    case .rightBracket, .rightParenthesis, .rightBrace:
      if opener?.closer == byte {
        nesting.open.removeLast()
        offset += 1
      } else {
        mend(text, byte, opener, &nesting)
      }
    case .backslash: offset += max(2, text.continuationLength(at: offset))
    case .hash where text.isAtCommandStart(offset): offset = text.endOfLine(from: offset)
    default: offset += 1
    }
  }

  /// A closer that does not fit: braces are strong, so that a `}` says that something inside was left
  /// open, while any other closer inside braces is one too many.
  private mutating func mend(
    _ text: RawSpan, _ byte: UInt8, _ opener: UInt8?, _ nesting: inout Nesting
  ) {
    if byte != .rightBrace, opener == .leftBrace {
      report(.strayCloser(String(UnicodeScalar(byte))), offset..<offset + 1)
      offset += 1
    } else if let opener, let place = nesting.open.popLast() {
      report(.unclosedBracket(opener: String(UnicodeScalar(opener))), Int(place)..<Int(place) + 1)
    }
  }

  /// Says where the thing that is never closed opens, and goes back to the beginning of the scan. That is
  /// the innermost string, if it opens in what the damage costs, and else what opens first.
  private mutating func reportUnclosed(_ text: RawSpan, _ nesting: Nesting) {
    let string = nesting.open.last.flatMap { text.byte(at: Int($0)) == .quote ? $0 : nil }
    let isNear = string.map { Int($0) < endOfDamage(text, from: nesting.start) } ?? false
    let place = isNear ? string : nesting.open.first
    let start = place.map(Int.init) ?? nesting.start
    if text.byte(at: start) == .quote {
      report(.unclosedString, start..<start + 1)
    } else {
      let opener = String(UnicodeScalar(text.byte(at: start)))
      report(.unclosedBracket(opener: opener), start..<start + 1)
    }
    offset = nesting.start
  }
}

/// The state of a scan through nested strings and brackets.
struct Nesting {
  /// Where the outermost opens.
  let start: Int
  /// Whether a string within code ends with its line, which is how a missing quote is got over.
  let endsStringsWithLine: Bool
  /// Where each opens that is not closed yet, outermost first.
  var open: [UInt32] = []
  /// Whether the outermost string has a line break in it that no backslash hides.
  var spansLines = false
}

extension RawSpan {
  /// Whether a quote on a later line closes a string rather than opens another one: an opening quote
  /// stands behind `=`, and something follows it.
  func closesString(at offset: Int) -> Bool {
    guard let next = peek(offset + 1) else { return true }
    let endsValue =
      next.endsWord || next == .backslash || next == .rightBrace || next == .rightBracket
      || next == .rightParenthesis
    return endsValue && byte(at: offset - 1) != .equals
  }

  /// Whether nothing but blanks and line breaks follows `offset`.
  func isBlankToTheEnd(from offset: Int) -> Bool {
    var place = offset
    while let byte = peek(place), byte.isBlank || byte == .lineFeed || byte == .carriageReturn {
      place += 1
    }
    return place >= byteCount
  }
}
