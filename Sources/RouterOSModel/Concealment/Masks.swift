/// Whether a value is what a tool or a person writes in place of a secret, rather than a secret.
///
/// Only these are accepted, because a guess would let secrets pass that look like masks: at least five
/// stars and nothing else, `REDACTED`, and these words in angle brackets, in any case of letters:
/// `<hidden>`, `<masked>`, `<redacted>`, `<removed>`, `<secret>`, `<secret hidden>`.
func isMask(_ value: [UInt8]) -> Bool {
  guard let first = value.first, "*<Rr".utf8.contains(first) else { return false }
  if value.count >= 5, value.allSatisfy({ $0 == UInt8(ascii: "*") }) { return true }
  guard value.count <= 16 else { return false }
  let text = String(decoding: value, as: UTF8.self).lowercased()
  return masks.contains(text)
}

private let masks: Set<String> = [
  "<hidden>", "<masked>", "<redacted>", "<removed>", "<secret hidden>", "<secret>", "redacted",
]
