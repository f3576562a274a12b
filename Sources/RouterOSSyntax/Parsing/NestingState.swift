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
    let endsValue = next.endsWord || next == .backslash || next.isCloser
    return endsValue && byte(at: offset - 1) != .equals
  }

  /// Whether nothing but blanks and line breaks follows `offset`.
  func isBlankToTheEnd(from offset: Int) -> Bool {
    var place = offset
    while let byte = peek(place), byte.isBlank || byte.endsLine {
      place += 1
    }
    return place >= byteCount
  }
}
