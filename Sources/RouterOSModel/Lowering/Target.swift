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
    let bytes = rest.utf8.drop { $0.isBlank }
    guard !bytes.isEmpty else { return nil }
    var isQuoted = false
    var isEscaped = false
    let word = bytes.prefix { byte in
      if isEscaped { isEscaped = false; return true }
      isEscaped = byte == UInt8(ascii: "\\")
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return isQuoted || !byte.isBlank
    }
    rest = Substring(bytes[word.endIndex...])
    return Substring(word)
  }

  private static func condition(_ word: Substring) -> Condition? {
    let bytes = word.utf8
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")), equals != bytes.startIndex else {
      return nil
    }
    let property = bytes[..<equals]
    var value = bytes[equals...].dropFirst()
    guard property.allSatisfy(\.isOfPropertyName) else { return nil }
    let quote = UInt8(ascii: "\"")
    if value.count > 1, value.first == quote, value.last == quote {
      value = value.dropFirst().dropLast()
      if value.contains(where: "\"\\$".utf8.contains) { return nil }
    } else if value.isEmpty || value.contains(where: "\"\\$()[]{};<>~!&|,".utf8.contains) {
      return nil
    }
    return Condition(property: String(Substring(property)), value: String(Substring(value)))
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || 0x09...0x0D ~= self }

  /// Whether names of properties have it.
  fileprivate var isOfPropertyName: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }
}
