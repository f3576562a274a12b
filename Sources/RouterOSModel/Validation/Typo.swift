import Diagnostics

/// Whether a word is most likely one of `words`, spelt wrong, rather than one that nobody listed: the
/// nearest differs in letters only, since names with other numbers are other names.
func isTypo(_ word: String, _ words: some Sequence<String>) -> Bool {
  guard word.utf8.count > 3, let near = nearestWord(to: word, among: words) else { return false }
  return abs(near.utf8.count - word.utf8.count) <= 1 && signs(of: near) == signs(of: word)
}

/// What of a word is no letter.
private func signs(of word: String) -> [UInt8] {
  word.utf8.filter { !(0x61...0x7A ~= $0 || 0x41...0x5A ~= $0) }
}
