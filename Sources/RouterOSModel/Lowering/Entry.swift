public import RouterOSSyntax
public import SourceText

/// One thing a router is configured with: a route, an address, the settings of DNS.
///
/// An entry is a small record, because exports have a hundred thousand: nearly all are one line that adds
/// them, and hold no more than its number. Properties are found by looking through the line, and values
/// are decoded when they are asked for. Only what several lines speak of, or none, has a history.
public struct Entry: Sendable {
  let context: EntryContext
  /// The only statement that writes the entry, by number; ``none`` when there is a history, or no line.
  private var only: Int32 = Self.none
  /// One history or none: an array, because it costs eight bytes and is changed in place.
  private var histories: [EntryHistory] = []

  private static let none: Int32 = -1
  /// How many arguments a line may have that is looked through for each property.
  private static let widest = 128

  /// An entry that no line speaks of yet.
  init(_ context: EntryContext) { self.context = context }

  /// The menu the entry belongs to.
  public var menu: Menu { context.menu }
  var script: Script { context.script }
  var version: RouterOSVersion? { context.version }

  /// The entry that is there without any line, if this is one.
  public internal(set) var builtIn: Menu.BuiltIn? {
    get { histories.isEmpty ? nil : histories[0].builtIn }
    set { changeHistory { $0.builtIn = newValue } }
  }

  /// How the export addresses the entry instead of adding it, for example `[ find default-name=wlan1 ]`
  /// without its brackets and blanks; nil for entries that are added.
  public internal(set) var selector: String? {
    get { histories.isEmpty ? nil : histories[0].selector }
    set { changeHistory { $0.selector = newValue } }
  }

  /// Whether a later line removes it.
  var isRemoved: Bool { !histories.isEmpty && histories[0].isRemoved }

  private var switching: EntryHistory.Switching? {
    histories.isEmpty ? nil : histories[0].switching
  }

  /// Whether any line of the export speaks of the entry.
  public var isWritten: Bool { only != Self.none || histories.first?.statements.isEmpty == false }

  /// The first statement that speaks of it.
  public var statement: Statement? { line ?? histories.first?.statements.first }

  /// The one line that adds the entry, when nothing else speaks of it.
  var line: Statement? { only == Self.none ? nil : script.statement(Int(only)) }

  /// The properties that lines of the export give, sorted by name.
  public var writtenProperties: [String] {
    if let line { return properties(writtenBy: line) }
    guard let history = histories.first else { return [] }
    return (history.arguments.keys + (history.switching == nil ? [] : ["disabled"])).sorted()
  }

  /// In nearly all lines no property is written twice, so that to sort their few names is all there is to do.
  private func properties(writtenBy line: Statement) -> [String] {
    var names = line.arguments.compactMap(menu.property(of:))
    names.sort()
    let isDistinct = zip(names, names.dropFirst()).allSatisfy { $0 != $1 }
    return isDistinct ? names : Set(names).sorted()
  }

  /// Takes in the properties of a statement, some of which may be typed in short; what is written last wins.
  mutating func take(_ statement: Statement, isShort: Bool = false) {
    if only == Self.none, histories.isEmpty, statement.argumentRange.count <= Self.widest, !isShort,
      statement.script === script, let number = Int32(exactly: statement.index)
    {
      only = number
    } else {
      let (menu, version) = (menu, version)
      changeHistory { $0.take(statement, in: menu, shortIn: isShort ? .some(version) : nil) }
    }
  }

  /// Takes in what lines gave another entry, as `copy-from` does.
  mutating func copy(_ model: Entry) {
    var model = model
    model.changeHistory { _ in }
    changeHistory { history in
      history = model.histories[0]
      history.selector = nil
    }
  }

  /// Changes the history in place; it begins with the line that adds the entry.
  mutating func changeHistory(_ change: (inout EntryHistory) -> Void) {
    if histories.isEmpty {
      var history = EntryHistory()
      if let line { history.take(line, in: menu) }
      histories = [history]
      only = Self.none
    }
    change(&histories[0])
  }

  /// The argument that last gave `property` a value; nil when none did.
  public func argument(of property: String) -> Argument? {
    guard histories.isEmpty else { return histories[0].arguments[property] }
    let isFlag = !menu.flags.isEmpty && menu.flags.contains(property)
    return line?.lastArgument(named: property, orWord: isFlag)
  }

  /// What `property` is, from the export or else by default.
  ///
  /// A value that is code, or none of its type, is unknown: only a router could tell.
  public func value(_ property: String) -> Value {
    value(property, as: menu.properties[property])
  }

  /// The same, where it was looked up already what the catalogue says of the property.
  func value(_ property: String, as known: Property?) -> Value {
    guard let argument = argument(of: property) else { return statedValue(property, as: known) }
    guard argument.kind == .pair else { return written(property, argument, known) }
    let text = argument.value
    if let cause = doubt(of: property, argument, text, known) {
      return Value(text: nil, origin: .unknown, cause: cause)
    }
    return Value(
      text: (known?.type ?? .text).canonical(text), origin: .written(argument.span))
  }

  /// What `property` is as the export states it: like ``value(_:)``, but a variable stands for itself.
  ///
  /// Two exports are compared by it.
  public func statedValue(_ property: String) -> Value {
    statedValue(property, as: menu.properties[property])
  }

  private func statedValue(_ property: String, as known: Property?) -> Value {
    if property == "disabled", let switching {
      return Value(text: switching.isOff ? "yes" : "no", origin: .written(switching.span))
    }
    if let argument = argument(of: property) {
      return written(property, argument, known)
    }
    return fallback(property, as: known)
  }

  /// Whether `property` has the value it would have if no line gave it one.
  public func isDefault(_ property: String) -> Bool {
    let fallback = fallback(property)
    return fallback.isKnown && (fallback.text ?? "") == (statedValue(property).text ?? "")
  }

  func fallback(_ property: String) -> Value {
    fallback(property, as: menu.properties[property])
  }

  private func fallback(_ property: String, as known: Property?) -> Value {
    let type = known?.type ?? .text
    if let builtIn, let text = property == "name" ? builtIn.name : builtIn.values[property] {
      return Value(text: type.canonical(text), origin: .defaulted(by: version))
    }
    if context.hidesSecrets, menu.isSecret(property) { return Value(text: nil, origin: .hidden) }
    switch known?.fallback(in: version) {
    case .value(let text):
      return Value(text: type.canonical(text), origin: .defaulted(by: version))
    case .none?:
      return Value(text: nil, origin: .unset)
    case .undocumented, nil:
      return Value(text: nil, origin: .unknown)
    }
  }

  private func written(_ property: String, _ argument: Argument, _ known: Property?) -> Value {
    if argument.kind == .unset { return unset(known, argument.span) }
    if argument.kind == .positional, menu.flags.contains(property) {
      return Value(text: "yes", origin: .written(argument.span))
    }
    let text = (known?.type ?? .text).canonical(argument.value)
    return Value(text: text, origin: .written(argument.span))
  }

  /// `!property`: its default where it has one, unless that is another thing.
  private func unset(_ known: Property?, _ span: Span) -> Value {
    guard let known, case .value(let text) = known.fallback(in: version), !known.isOffWhenUnset
    else { return Value(text: nil, origin: .unset) }
    return Value(text: known.type.canonical(text), origin: .written(span))
  }

  /// What a line gives `property`, letter by letter as RouterOS takes it in; nil when none does.
  func spelling(of property: String) -> String? {
    argument(of: property)?.value
  }

  /// The best place to point at for `property`: its argument, else the command of the entry.
  public func place(of property: String) -> Span? {
    if property == "disabled", let switching { return switching.span }
    if let argument = argument(of: property) { return argument.span }
    return statement?.verbSpan
  }
}
