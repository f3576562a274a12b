/// A whole number, decimal or with `0x`.
func wholeNumber(_ text: some StringProtocol) -> Int? {
  text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
}

/// One spelling for all spellings of a set of numbers: `0x10` and `16-16`, `100k` and `100000` are the same.
func canonicalNumbers(_ text: String) -> String {
  let isInverted = text.utf8.first == UInt8(ascii: "!")
  guard let ranges = numberRanges(isInverted ? text.dropFirst() : text[...]) else { return text }
  let printed = ranges.map { $0.low == $0.high ? "\($0.low)" : "\($0.low)-\($0.high)" }
  return (isInverted ? "!" : "") + Set(printed).sorted().joined(separator: ",")
}

/// The ranges that commas separate; nil when one is none. That `1000-0` has no upper end is none of its business.
func numberRanges(_ text: Substring) -> [(low: Int, high: Int)]? {
  var ranges: [(low: Int, high: Int)] = []
  for part in text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
    let ends = part.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { number(Substring($0)) }
    guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1] else {
      return nil
    }
    ranges.append((low, high))
  }
  return ranges
}

private func number(_ text: Substring) -> Int? {
  guard let first = text.utf8.first, 0x30...0x39 ~= first else { return nil }
  return wholeNumber(text) ?? SizeValue(String(text))?.count
}
