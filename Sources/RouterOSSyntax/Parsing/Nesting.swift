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
    case .backslash where isOutermost:
      if isLeftOpen(text, at: offset) { return false }
      skipEscape(text)
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
      // A router breaks no string without a backslash.
      if isOutermost, isExport || text.beginsLineOfExport(at: offset) { return false }
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

}
