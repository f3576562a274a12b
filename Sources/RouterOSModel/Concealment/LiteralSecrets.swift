/// The secrets that a text certainly spells out: what stands behind `password=`, before the host of a URL,
/// and tokens of known forms.
///
/// Unlike ``SecretsInText``, which hides whatever may be one, this finds only what a person would call a
/// secret: no variable, no mask and no word of a sentence. Linear in the length of the text.
struct LiteralSecrets {
  /// One of them.
  struct Found {
    /// Where it stands in the text.
    let range: Range<Int>
    let kind: KindOfSecret
  }

  /// All of them, in order and apart.
  private(set) var found: [Found] = []
  private let text: [UInt8]
  private let isProse: Bool
  private var index = 0

  /// Those of a text; `isProse` when people write it for people, as comments.
  init(_ text: [UInt8], isProse: Bool = false) {
    self.text = text
    self.isProse = isProse
    while index < text.count { step() }
  }

  private mutating func step() {
    if isWordByte(text[index]) {
      let end = text[index...].firstIndex { !isWordByte($0) } ?? text.count
      let word = index..<end
      index = end
      takeWord(word)
    } else if text[index...].starts(with: "://".utf8) {
      takeAuthority(from: index + 3)
    } else {
      index += 1
    }
  }

  private mutating func add(_ range: Range<Int>, _ kind: KindOfSecret) {
    guard !range.isEmpty, range.lowerBound >= found.last?.range.upperBound ?? 0 else { return }
    found.append(Found(range: range, kind: kind))
    index = max(index, range.upperBound)
  }

  private mutating func takeWord(_ word: Range<Int>) {
    if let token = rangeOfToken(in: text, at: word) { return add(token, .token) }
    let name = String(decoding: text[word], as: UTF8.self)
    guard let kind = kind(ofName: name, at: word) else { return }
    if let value = valueBehindSeparator(word.upperBound, kind) {
      add(value, kind)
    } else if isProse, let value = nextWord(word.upperBound, kind) {
      add(value, kind)
    }
  }

  /// What a word would be the name of; nil when of no secret.
  private func kind(ofName name: String, at word: Range<Int>) -> KindOfSecret? {
    let before = word.lowerBound > 0 ? text[word.lowerBound - 1] : 0
    let isInQuery = before == UInt8(ascii: "?") || before == UInt8(ascii: "&")
    let lower = name.lowercased()
    if isProse && lower == "pin" { return .pin }
    if lower == "authorization" { return .token }
    guard soundsSecret(name) || isInQuery && isSecretVariable(name) else { return nil }
    return KindOfSecret(ofVariable: name)
  }

  /// The value behind `=` or `:` at or shortly behind a place, in quotes or up to the next break.
  private func valueBehindSeparator(_ start: Int, _ kind: KindOfSecret) -> Range<Int>? {
    var place = start
    while place < text.count, isFiller(text[place]), place < start + 4 { place += 1 }
    guard place < text.count, [UInt8(ascii: "="), UInt8(ascii: ":")].contains(text[place]),
      !text[place...].starts(with: "://".utf8)
    else { return nil }
    let isField = text[place] == UInt8(ascii: "=")
    place += 1
    while place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
    while place < text.count, text[place] == UInt8(ascii: "\\") { place += 1 }
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    let quote = place < text.count ? quotes.first { $0 == text[place] } : nil
    if quote != nil { place += 1 }
    var value = rangeOfValue(from: place, endingAt: quote)
    if kind == .token { value = behindScheme(value) }
    guard isLiteral(text[value]) else { return nil }
    if kind == .pin { return isPIN(text[value]) ? value : nil }
    if isField || quote != nil { return value }
    // `pass` is a verb, too.
    let isNoun = !text[..<start].reversed().starts(with: "pass".utf8.reversed())
    return looksRandom(text[value]) || isProse && isNoun && isLast(value) ? value : nil
  }

  private func rangeOfValue(from start: Int, endingAt quote: UInt8? = nil) -> Range<Int> {
    let end = text[start...].firstIndex { byte in
      quote.map { byte == $0 || byte == UInt8(ascii: "\\") } ?? endsValue(byte)
    }
    return start..<(end ?? text.count)
  }

  /// The word behind `Bearer` or `Basic`.
  private func behindScheme(_ value: Range<Int>) -> Range<Int> {
    let words = ["basic", "bearer", "token"]
    guard words.contains(String(decoding: text[value], as: UTF8.self).lowercased()),
      value.upperBound < text.count, text[value.upperBound] == UInt8(ascii: " ")
    else { return value }
    return rangeOfValue(from: value.upperBound + 1)
  }

  /// The word that follows the name of a secret in a sentence, if it can hardly be anything else.
  private func nextWord(_ start: Int, _ kind: KindOfSecret) -> Range<Int>? {
    guard start + 1 < text.count, text[start] == UInt8(ascii: " ") else { return nil }
    let isSentence = text[(start + 1)...].starts(with: "is ".utf8)
    let value = rangeOfValue(from: start + (isSentence ? 4 : 1))
    if kind == .pin { return isPIN(text[value]) ? value : nil }
    return value.count >= 6 && looksRandom(text[value]) && isLiteral(text[value])
      && !String(decoding: text[value], as: UTF8.self).lowercased().hasSuffix("ghz") ? value : nil
  }

  private func isLast(_ value: Range<Int>) -> Bool {
    text[value.upperBound...].allSatisfy { $0 <= 0x20 || endsValue($0) }
  }

  /// Takes who logs in at the host of a URL: the password, when one is written.
  private mutating func takeAuthority(from start: Int) {
    index = start
    let end = text[start...].firstIndex { endsValue($0) || $0 == UInt8(ascii: "/") } ?? text.count
    guard let at = text[start..<end].lastIndex(of: UInt8(ascii: "@")),
      let colon = text[start..<at].firstIndex(of: UInt8(ascii: ":")),
      isLiteral(text[(colon + 1)..<at])
    else { return }
    add((colon + 1)..<at, .password)
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private func isFiller(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private func endsValue(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: ")"),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}

/// Whether a value is written out: neither empty, nor for a router to work out, nor a mask, nor what a
/// template says in its place.
func isLiteral(_ value: ArraySlice<UInt8>) -> Bool {
  guard let first = value.first, first > 0x20, value.count >= 2 else { return false }
  let openers = ["$", "[", "(", "{", "<", ".", "%"]
  if openers.contains(String(decoding: [first], as: UTF8.self)) { return false }
  if isHarmlessValue(Array(value)) { return false }
  if value.allSatisfy({ $0 == first }), !(0x30...0x39 ~= first) { return false }
  if value.starts(with: "***".utf8) { return false }
  let text = String(decoding: value, as: UTF8.self)
  return !wordsInPlace.contains(text.lowercased())
    && !NameParts(text.utf8).parts.contains(where: templateWords.contains)
}

private let wordsInPlace: Set<String> = [
  "ask", "changed", "default", "empty", "in", "is", "nil", "no", "nothing", "null", "off", "on",
  "or",
  "required", "see", "set", "the", "unknown", "unset", "yes",
]

private let templateWords: Set<String> = ["placeholder", "your", "yourpass", "yourpassword"]

private func isPIN(_ value: ArraySlice<UInt8>) -> Bool {
  4...8 ~= value.count && value.allSatisfy { 0x30...0x39 ~= $0 }
}

/// Whether a word is hardly one of a language: it mixes letters and digits, or has signs that words lack.
private func looksRandom(_ value: ArraySlice<UInt8>) -> Bool {
  guard value.count >= 4 else { return false }
  let digits = value.contains { 0x30...0x39 ~= $0 }
  let letters = value.contains { 0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 }
  let signs = value.dropLast().contains { "!#%*+?@^~".utf8.contains($0) }
  return letters && digits || signs || digits && value.count >= 6
}
