public import RouterOSSyntax

/// Which entries of a menu a command such as `set` applies to.
public enum Target: Equatable, Sendable {
  /// No entry is named: the settings of a menu.
  case settings
  /// The entries of this name, or of these: `set telnet,ftp`.
  case named(String)
  /// What a search finds: `[find name=a]`; of all entries without conditions.
  case found([Condition])
  /// What a search finds that asks for more than equal values: `[find where name~"wan" or !disabled]`.
  case filtered(Search)
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
      self = Self(code: argument.valueBytes[...])
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
    case .filtered, .picked, .unreadable: nil
    }
  }
}
