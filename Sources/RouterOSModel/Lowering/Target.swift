public import RouterOSSyntax

/// Which entries of a menu a command such as `set` applies to.
public enum Target: Equatable, Sendable {
  /// No entry is named: the settings of a menu.
  case settings
  /// The entries of this name, or of these: `set telnet,ftp`.
  case named(String)
  /// What a search finds: `[find name=a]`; of all entries without conditions.
  case found([Condition])
  /// One of what a search finds, counted from zero: `[:pick [find comment=a] 1]`.
  case picked([Condition], Int)
  /// Only a router could tell.
  case unreadable

  /// What a search asks of a property.
  public struct Condition: Hashable, Sendable {
    /// The property in full.
    public let property: String
    /// The value it must have, decoded.
    public let value: String

    /// A condition on a property.
    public init(property: String, value: String) {
      self.property = property
      self.value = value
    }
  }

  /// What the target of a statement means; settings when it has none.
  public init(of statement: Statement) {
    var target: Argument?
    for (place, argument) in statement.arguments.enumerated() {
      let isTarget =
        argument.kind == .positional
        ? place == 0 || argument.value.hasPrefix("[") : argument.name == "numbers"
      guard isTarget else { continue }
      // What follows in a line that moves entries is where they go.
      if target != nil, statement.verb == "move" { break }
      if target != nil { self = .unreadable; return }
      target = argument
    }
    guard let target else { self = .settings; return }
    self.init(target)
  }

  /// What an argument such as `place-before` means.
  public init(_ argument: Argument) {
    let text = argument.value
    if argument.isCode {
      self = Self.conditions(of: text).map(Self.found) ?? Self.pick(text) ?? .unreadable
    } else {
      // Internal numbers such as *FFFFFFFE count in hexadecimal.
      self = .named(text.hasPrefix("*") ? text.uppercased() : text)
    }
  }

  /// How an entry that no line adds is called by those that speak of it; `[ find default=yes ]` and
  /// `[find default=yes]` are the same.
  public var selector: String? {
    switch self {
    case .settings: ""
    case .named(let name): name
    case .found(let conditions):
      conditions.map { "\($0.property)=\($0.value)" }.joined(separator: " ")
    case .picked, .unreadable: nil
    }
  }

  /// Reads `[:pick [find comment=a] 1]`.
  private static func pick(_ text: String) -> Self? {
    let start = "[:pick "
    guard text.hasPrefix(start), text.hasSuffix("]"),
      let end = text.dropLast().lastIndex(of: "]")
    else { return nil }
    let search = text[text.index(text.startIndex, offsetBy: start.count)...end]
    let place = text[end...].dropFirst().dropLast().drop { $0 == " " }
    guard let place = Int(place), place >= 0, let conditions = conditions(of: String(search)) else {
      return nil
    }
    return .picked(conditions, place)
  }

  /// The conditions of `[find where name="a b" and disabled=no]`; nil for what cannot be worked out
  /// without a router.
  private static func conditions(of text: String) -> [Condition]? {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    var rest = text.dropFirst().dropLast()[...]
    guard takeWord(&rest) == "find" else { return nil }
    var conditions: [Condition] = []
    var isFirst = true
    while let word = takeWord(&rest) {
      if word == "where", isFirst { isFirst = false; continue }
      if word == "and" || word == "&&", !conditions.isEmpty { continue }
      isFirst = false
      guard let condition = condition(word) else { return nil }
      conditions.append(condition)
    }
    return conditions
  }

  /// Takes the next word with the quoted parts in it; nil at the end.
  private static func takeWord(_ rest: inout Substring) -> Substring? {
    rest = rest.drop(while: \.isWhitespace)
    guard !rest.isEmpty else { return nil }
    var isQuoted = false
    var isEscaped = false
    let word = rest.prefix { character in
      if isEscaped { isEscaped = false; return true }
      isEscaped = character == "\\"
      if character == "\"" { isQuoted.toggle() }
      return isQuoted || !character.isWhitespace
    }
    rest = rest.dropFirst(word.count)
    return word
  }

  private static func condition(_ word: Substring) -> Condition? {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return nil }
    let property = word[..<equals]
    var value = word[word.index(after: equals)...]
    guard property.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0)) })
    else { return nil }
    if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
      value = value.dropFirst().dropLast()
      if value.contains("\"") || value.contains("\\") || value.contains("$") { return nil }
    } else if value.isEmpty || value.contains(where: "\"\\$()[]{};<>~!&|,".contains) {
      return nil
    }
    return Condition(property: String(property), value: String(value))
  }
}
