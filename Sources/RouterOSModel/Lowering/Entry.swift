public import RouterOSSyntax
public import SourceText

/// One thing a router is configured with: a route, an address, the settings of DNS.
///
/// Written arguments are kept by number and decoded when they are asked for, so that an entry costs
/// a few bytes for each of them.
public struct Entry: Sendable {
  /// The menu the entry belongs to.
  public let menu: Menu
  /// The script that writes it; nil only in a configuration without one.
  let script: Script
  /// The release whose defaults hold; nil stands for the newest.
  let version: RouterOSVersion?
  /// Whether secrets that are not written were left out rather than never set.
  let hidesSecrets: Bool
  /// The entry that is there without any line, if this is one.
  public internal(set) var builtIn: Menu.BuiltIn?
  /// How the export addresses the entry instead of adding it, for example `[ find default-name=wlan1 ]`
  /// without its brackets and blanks; nil for entries that are added.
  public internal(set) var selector: String?
  /// The statements that write it, in file order, by number.
  var statements: [Int] = []
  /// The number of the argument that last wrote each property.
  var arguments: [String: Int] = [:]
  /// What last switched the entry on or off, if a command did and no argument.
  var switching: Switching?
  /// Whether a later line removes it.
  var isRemoved = false

  /// A command that switches entries on or off.
  struct Switching {
    let isOff: Bool
    let span: Span
  }

  /// Whether any line of the export speaks of the entry.
  public var isWritten: Bool { !statements.isEmpty }

  /// The first statement that speaks of it.
  public var statement: Statement? { statements.first.map(script.statement) }

  /// The properties that lines of the export give, sorted by name.
  public var writtenProperties: [String] {
    (arguments.keys + (switching == nil ? [] : ["disabled"])).sorted()
  }

  /// What `property` is, from the export or else by default.
  ///
  /// A value that is code, or none of its type, is unknown: only a router could tell.
  public func value(_ property: String) -> Value {
    if let cause = doubt(of: property) { return Value(text: nil, origin: .unknown, cause: cause) }
    return statedValue(property)
  }

  /// What `property` is as the export states it: like ``value(_:)``, but a variable stands for itself.
  ///
  /// Two exports are compared by it.
  public func statedValue(_ property: String) -> Value {
    if property == "disabled", let switching {
      return Value(text: switching.isOff ? "yes" : "no", origin: .written(switching.span))
    }
    if let index = arguments[property] { return written(property, index) }
    return fallback(property)
  }

  /// Whether `property` has the value it would have if no line gave it one.
  public func isDefault(_ property: String) -> Bool {
    let fallback = fallback(property)
    return fallback.isKnown && (fallback.text ?? "") == (statedValue(property).text ?? "")
  }

  private func fallback(_ property: String) -> Value {
    if let builtIn, let text = property == "name" ? builtIn.name : builtIn.values[property] {
      return Value(text: menu.type(of: property).canonical(text), origin: .defaulted(by: version))
    }
    if menu.isSecret(property), hidesSecrets { return Value(text: nil, origin: .hidden) }
    switch menu.properties[property]?.fallback(in: version) {
    case .value(let text):
      return Value(text: menu.type(of: property).canonical(text), origin: .defaulted(by: version))
    case .none?:
      return Value(text: nil, origin: .unset)
    case .undocumented, nil:
      return Value(text: nil, origin: .unknown)
    }
  }

  private func written(_ property: String, _ index: Int) -> Value {
    let argument = script.argument(index)
    if argument.kind == .unset { return Value(text: nil, origin: .unset) }
    if argument.kind == .positional { return Value(text: "yes", origin: .written(argument.span)) }
    let text = menu.type(of: property).canonical(argument.value)
    return Value(text: text, origin: .written(argument.span))
  }

  /// The argument that last gave `property` a value; nil when none did.
  public func argument(of property: String) -> Argument? {
    arguments[property].map(script.argument)
  }

  /// What a line gives `property`, letter by letter as RouterOS takes it in; nil when none does.
  func spelling(of property: String) -> String? {
    guard let index = arguments[property] else { return nil }
    return script.argument(index).value
  }

  /// The best place to point at for `property`: its argument, else the command of the entry.
  public func place(of property: String) -> Span? {
    if property == "disabled", let switching { return switching.span }
    if let index = arguments[property] { return script.argument(index).span }
    return statement?.verbSpan
  }
}
