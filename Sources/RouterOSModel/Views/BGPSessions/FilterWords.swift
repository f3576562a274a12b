/// The words of a rule of RouterOS 7, read from the front.
struct FilterWords {
  private var words: [String] = []
  private var place = 0

  init(_ text: String) {
    var word: [UInt8] = []
    var isQuoted = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      let isMark = "{}();".utf8.contains(byte)
      let isBlank = byte == 0x20 || 0x09...0x0D ~= byte
      guard !isQuoted, isMark || isBlank else { word.append(byte); continue }
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
      if isMark { words.append(String(decoding: [byte], as: UTF8.self)) }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
  }

  var next: String? { place < words.count ? words[place] : nil }

  mutating func take() { place += 1 }

  /// The words that stand in brackets.
  mutating func condition() -> [String] {
    var depth = 0
    var inner: [String] = []
    while let word = next {
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      take()
      if depth <= 0 { break }
      inner.append(word)
    }
    return Array(inner.dropFirst())
  }

  /// The actions of a block in braces; nil when there is none.
  mutating func block() -> [FilterStep.Action]? {
    guard next == "{" else { return nil }
    take()
    let actions = self.actions(until: "}")
    guard next == "}" else { return nil }
    take()
    return actions
  }

  /// Actions up to a word, or to the end.
  mutating func actions(until end: String?) -> [FilterStep.Action] {
    var actions: [FilterStep.Action] = []
    while let word = next, word != end {
      take()
      if word == ";" { continue }
      var rest: [String] = []
      while let word = next, word != ";", word != end {
        rest.append(word)
        take()
      }
      if let action = Self.action(word, rest) { actions.append(action) }
    }
    return actions
  }

  /// What a word and those behind it do; nil for what does not matter here.
  private static func action(_ word: String, _ rest: [String]) -> FilterStep.Action? {
    switch word {
    case "accept": return .accept
    case "reject": return .reject
    case "jump":
      return rest.count == 1 ? .jump(rest[0].filter { $0 != "\"" }) : .other
    case "return": return .leave
    case "append", "delete", "filter", "rpki-verify", "unset": return nil
    case "set":
      guard let part = rest.first.flatMap({ parts[$0] }) else { return nil }
      guard rest.count == 2, let value = Int(rest[1]), !rest[1].hasPrefix("+"), value >= 0 else {
        return .other
      }
      return .set(part, value)
    case _: return .other
    }
  }

  private static let parts: [String: Preference.Part] = [
    "bgp-local-pref": .localPreference, "bgp-med": .med, "bgp-out-med": .med,
    "bgp-path-prepend": .prepend, "bgp-weight": .weight,
  ]
}
