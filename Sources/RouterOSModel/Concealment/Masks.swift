/// Whether a value is what a tool or a person writes in place of a secret, rather than a secret.
///
/// Only these are accepted, because a guess would let secrets pass that look like masks: at least five
/// stars, or five times `x`, and nothing else; `REDACTED` and `***REMOVED***`; these words in angle, round
/// or square brackets, in any case of letters: `<hidden>`, `<masked>`, `<password>`, `<redacted>`,
/// `<removed>`, `<secret>`, `<secret hidden>`, `<configuration removed>`; and the whole of what a tool puts
/// in later: `{{ name }}`, `${NAME}`, `<<name>>`, `ENC[…]`.
func isMask(_ value: [UInt8]) -> Bool {
  guard let first = value.first, "$([{*<EeRrXx".utf8.contains(first) else { return false }
  if value.count >= 5, value.allSatisfy({ $0 == first }) { return "*Xx".utf8.contains(first) }
  if templates.contains(where: { isWrapped(value, by: $0) }) { return true }
  guard value.count <= 25 else { return false }
  let text = String(decoding: value, as: UTF8.self).lowercased()
  if ["***removed***", "redacted"].contains(text) { return true }
  return brackets.contains(where: { isWrapped(value, by: $0) })
    && masks.contains(text.dropFirst().dropLast())
}

private func isWrapped(_ value: [UInt8], by pair: (start: String, end: String)) -> Bool {
  value.count > pair.start.utf8.count + pair.end.utf8.count
    && value.starts(with: pair.start.utf8)
    && value.suffix(pair.end.utf8.count).elementsEqual(pair.end.utf8)
}

private let templates = [("{{", "}}"), ("${", "}"), ("<<", ">>"), ("ENC[", "]")]

private let brackets = [("<", ">"), ("(", ")"), ("[", "]")]

private let masks: Set<Substring> = [
  "configuration removed", "hidden", "masked", "password", "redacted", "removed", "secret",
  "secret hidden",
]
