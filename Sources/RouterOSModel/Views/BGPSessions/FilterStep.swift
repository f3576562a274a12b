/// One rule of a routing filter, as far as it decides how much a path is preferred.
struct FilterStep {
  /// What a rule does with a route.
  enum Action: Equatable {
    case set(Preference.Part, Int)
    case accept
    case reject
    /// Nobody here can tell.
    case other
  }

  /// What it may do: one list of actions when it has no condition, otherwise one for each outcome.
  let alternatives: [[Action]]
}

/// How much the paths of a session are preferred; what nobody sets has the value that RouterOS gives it.
struct Preference: Hashable {
  /// What can be set of a path.
  enum Part: String, CaseIterable {
    case localPreference = "local-pref"
    case med
    case prepend
    case weight

    /// The value of paths of which nobody sets it (MikroTik's manual, "BGP").
    fileprivate var initial: Int { self == .localPreference ? 100 : 0 }
  }

  private var values: [Part: Int] = [:]

  /// Sets a part.
  mutating func set(_ part: Part, _ value: Int) {
    values[part] = value == part.initial ? nil : value
  }

  /// What is set, in words and in order.
  var words: [String] {
    Part.allCases.compactMap { part in values[part].map { "\(part.rawValue) \($0)" } }
  }
}

extension FilterStep {
  /// Reads a rule of `/routing filter` of RouterOS 6, whose conditions are properties of their own.
  init(ofRouterOS6 rule: Entry) {
    var actions: [Action] = []
    var hasCondition = false
    for property in rule.writtenProperties {
      let cell = Cell(property, of: rule)
      if let part = Self.parts6[property] {
        if cell.texts.isEmpty && cell.doubt == nil { continue }
        let count =
          property == "set-bgp-prepend-path"
          ? cell.text.map { $0.split(separator: ",").count } : cell.text.flatMap { Int($0) }
        actions.append(count.map { .set(part, $0) } ?? .other)
      } else if !Self.isNoCondition(property) {
        hasCondition = hasCondition || cell.doubt != nil || !cell.texts.isEmpty
      }
    }
    switch rule.value("action").text {
    case "accept": actions.append(.accept)
    case "discard", "reject": actions.append(.reject)
    case "log", "passthrough": break
    case _: actions.append(.other)
    }
    let mayBeOff = Cell("disabled", of: rule).doubt != nil
    alternatives = hasCondition || mayBeOff ? [actions, []] : [actions]
  }

  private static let parts6: [String: Preference.Part] = [
    "set-bgp-local-pref": .localPreference, "set-bgp-med": .med, "set-bgp-prepend": .prepend,
    "set-bgp-prepend-path": .prepend, "set-bgp-weight": .weight,
  ]

  private static func isNoCondition(_ property: String) -> Bool {
    property.hasPrefix("set-") || property.hasPrefix("append-")
      || ["action", "chain", "comment", "disabled", "jump-target"].contains(property)
  }

  /// Reads a rule of RouterOS 7: `if (condition) { actions } else { actions }`, or actions alone.
  init(ofRouterOS7 text: String) {
    var words = FilterWords(text)
    guard words.next == "if" else {
      alternatives = [words.actions(until: nil)]
      return
    }
    words.take()
    words.passCondition()
    let first = words.block()
    var second: [Action]? = []
    if words.next == "else" {
      words.take()
      second = words.next == "{" ? words.block() : nil
    }
    guard let first, let second, words.next == nil || words.next == ";" else {
      alternatives = [[.other]]
      return
    }
    alternatives = [first, second]
  }
}

/// The words of a rule of RouterOS 7, read from the front.
private struct FilterWords {
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

  /// Passes what stands in brackets.
  mutating func passCondition() {
    var depth = 0
    while let word = next {
      if word == "(" { depth += 1 }
      if word == ")" { depth -= 1 }
      take()
      if depth <= 0 { return }
    }
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
