/// One spelling for all spellings of two values, one for each direction; a single one stands for both.
func canonicalPair(_ text: String) -> String { eachWay(text) { String($0) } ?? text }

/// The same for two time spans.
func canonicalDurations(_ text: String) -> String {
  durationsEachWay(text) ?? text
}

/// Two time spans in one spelling; nil when `text` is something else.
func durationsEachWay(_ text: String) -> String? {
  eachWay(text) { DurationValue(String($0))?.canonical }
}

/// One spelling for all spellings of the limit of an account: what is left out at its end stays so.
func canonicalRateLimit(_ text: String) -> String {
  let words = text.split(separator: " ")
  let read = words.enumerated().compactMap { place, word -> String? in
    switch place {
    case 0, 1, 2, 5: ratesEachWay(String(word)).map { "\($0.first)/\($0.last)" }
    case 3: eachWay(String(word)) { DurationValue(String($0))?.canonical }
    case 4: String(word)
    case _: nil
    }
  }
  return read.count == words.count ? read.joined(separator: " ") : text
}

/// Both values, each in the one spelling that `spelling` makes of it; nil when one is none.
private func eachWay(_ text: String, _ spelling: (Substring) -> String?) -> String? {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(spelling)
  guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
    !first.isEmpty, !last.isEmpty
  else { return nil }
  return "\(first)/\(last)"
}
