/// One rule of a routing filter, as far as it decides how much a path is preferred.
struct FilterStep {
  /// What a rule does with a route.
  enum Action: Equatable {
    case set(Preference.Part, Int)
    case accept
    case reject
    /// Goes on in another chain, and comes back from its end.
    case jump(String)
    /// Goes back to the chain that jumped here.
    case leave
    /// Nobody here can tell.
    case other
  }

  /// Which routes it concerns.
  let condition: FilterCondition
  /// What it does with those.
  let then: [Action]
  /// What it does with all others.
  let otherwise: [Action]

  /// What it may do with a route that nothing is known of.
  var alternatives: [[Action]] { condition == .always ? [then] : [then, otherwise] }
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

  /// The same with a part set.
  func setting(_ part: Part, _ value: Int) -> Preference {
    var other = self
    other.set(part, value)
    return other
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
    var conditions: Set<String> = []
    for property in rule.writtenProperties {
      let cell = Cell(property, of: rule)
      if let part = Self.parts6[property] {
        if cell.texts.isEmpty && cell.doubt == nil { continue }
        let count =
          property == "set-bgp-prepend-path"
          ? cell.text.map { $0.split(separator: ",").count } : cell.text.flatMap { Int($0) }
        actions.append(count.map { .set(part, $0) } ?? .other)
      } else if !Self.isNoCondition(property) {
        if cell.doubt != nil || !cell.texts.isEmpty { conditions.insert(property) }
      }
    }
    switch rule.value("action").text {
    case "accept": actions.append(.accept)
    case "discard", "reject": actions.append(.reject)
    case "jump": actions.append(rule.value("jump-target").text.map { .jump($0) } ?? .other)
    case "log", "passthrough": break
    case "return": actions.append(.leave)
    case _: actions.append(.other)
    }
    let mayBeOff = Cell("disabled", of: rule).doubt != nil
    condition = mayBeOff ? .other : FilterCondition(ofRouterOS6: rule, conditions)
    then = actions
    otherwise = []
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
      (condition, then, otherwise) = (.always, words.actions(until: nil), [])
      return
    }
    words.take()
    let condition = FilterCondition(ofRouterOS7: words.condition())
    let first = words.block()
    var second: [Action]? = []
    if words.next == "else" {
      words.take()
      second = words.next == "{" ? words.block() : nil
    }
    while words.next == ";" { words.take() }
    guard let first, let second, words.next == nil else {
      (self.condition, then, otherwise) = (.always, [.other], [])
      return
    }
    (self.condition, then, otherwise) = (condition, first, second)
  }
}
