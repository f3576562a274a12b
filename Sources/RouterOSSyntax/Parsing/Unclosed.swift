import SourceText

/// Strings and brackets that are not closed, or not by what closes them.
extension Parser {
  /// A closer that does not fit: braces are strong, so that a `}` says that something inside was left
  /// open, while any other closer inside braces is one too many.
  mutating func mend(
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
  mutating func reportUnclosed(_ text: RawSpan, _ nesting: Nesting) {
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
