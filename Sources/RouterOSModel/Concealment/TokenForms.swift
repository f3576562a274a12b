/// Where a token of a known form stands that begins with a word of a text; nil when none does.
///
/// Bots of Telegram, keys of GitHub, GitLab, Slack, Amazon, Google, Stripe and SendGrid, web tokens
/// (RFC 7519), the addresses at which Slack and Discord take messages, and private keys as text (RFC 7468).
func rangeOfToken(in text: [UInt8], at word: Range<Int>) -> Range<Int>? {
  if let hook = rangeOfHook(in: text, at: word) { return hook }
  if let bot = rangeOfBot(in: text, at: word) { return bot }
  if let key = rangeOfPrivateKey(in: text, at: word) { return key }
  for (prefix, shortest) in prefixes where text[word].starts(with: prefix.utf8) {
    if word.count >= prefix.utf8.count + shortest { return word }
  }
  let isWebToken =
    text[word].starts(with: "eyJ".utf8) && word.count >= 40
    && text[word].count { $0 == UInt8(ascii: ".") } == 2
  return isWebToken ? word : nil
}

/// What tokens begin with, and how many characters follow at least.
private let prefixes: [(String, Int)] = [
  ("AIza", 30), ("AKIA", 16), ("SG.", 20), ("ghp_", 20), ("gho_", 20), ("ghs_", 20),
  ("github_pat_", 20), ("glpat-", 16), ("sk_live_", 16), ("xoxa-", 10), ("xoxb-", 10),
  ("xoxp-", 10),
]

/// `123456789:` and at least thirty characters, behind `bot` or not.
private func rangeOfBot(in text: [UInt8], at word: Range<Int>) -> Range<Int>? {
  guard word.upperBound < text.count, text[word.upperBound] == UInt8(ascii: ":") else { return nil }
  let start = text[word].starts(with: "bot".utf8) ? word.lowerBound + 3 : word.lowerBound
  let number = start..<word.upperBound
  guard 6...12 ~= number.count, text[number].allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
  let rest = text[(word.upperBound + 1)...].prefix { byte in
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
  return 30...64 ~= rest.count ? start..<rest.endIndex : nil
}

/// `-----BEGIN … PRIVATE KEY-----` and all behind it.
private func rangeOfPrivateKey(in text: [UInt8], at word: Range<Int>) -> Range<Int>? {
  guard text[word].elementsEqual("-----BEGIN".utf8) else { return nil }
  let title = text[word.upperBound...].prefix(40)
  let end = Array("PRIVATE KEY-----".utf8)
  let isKey = title.indices.contains { title[$0...].starts(with: end) }
  return isKey ? word.lowerBound..<text.count : nil
}

/// The path of an address at which who knows it may write messages.
private func rangeOfHook(in text: [UInt8], at word: Range<Int>) -> Range<Int>? {
  let before = text[..<word.lowerBound]
  let isHook =
    text[word].elementsEqual("services".utf8) && before.hasSuffix("hooks.slack.com/")
    || text[word].elementsEqual("webhooks".utf8) && before.hasSuffix("/api/")
  guard isHook, word.upperBound < text.count, text[word.upperBound] == UInt8(ascii: "/") else {
    return nil
  }
  let path = text[(word.upperBound + 1)...].prefix { byte in
    byte > 0x20 && !"\"\\?&;)]}$".utf8.contains(byte)
  }
  return path.count >= 20 ? path.startIndex..<path.endIndex : nil
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
