import Diagnostics
import RouterOSModel

/// A column as a rule may use it.
struct Column {
  /// How its values are compared.
  let type: ValueType
  /// The words that can stand in it, sorted; nil where anything of the type may.
  var words: [String]?

  /// Whether it holds several values, of which equality would mean any or all.
  var isList: Bool { type == .list || type == .set }

  /// Why `text` can never be a value of the column; nil when it can.
  func complaint(about text: String) -> String? {
    if let words = type == .boolean ? ["no", "yes"] : words {
      if words.contains(text) { return nil }
      let near = nearestWord(to: text, among: words)
      let hint = near.map { "; did you mean '\($0)'?" } ?? ""
      return "'\(text)' is not one of \(words.joined(separator: ", "))\(hint)"
    }
    return isOfType(text) ? nil : "'\(text)' is no value of type \(type.rawValue)"
  }

  private func isOfType(_ text: String) -> Bool {
    switch type {
    case .address: IPAddress(text) != nil
    case .interfaceAddress: InterfaceAddress(text) != nil
    case .prefix: IPPrefix(text) != nil
    case .asNumber, .duration, .integer, .microseconds, .size:
      type.order(of: type.canonical(text)) != nil
    case .addresses, .boolean, .choice, .date, .durations, .flag, .grants, .interface, .keepalive,
      .limit, .list, .macAddress, .name, .numbers, .pair, .ports, .protocol, .rateLimit, .rates,
      .script, .set, .text, .timeWindow:
      true
    }
  }
}

/// The columns that a selection offers; a property is looked at when it is asked for.
struct Columns {
  /// Whether its rows have a far end on another router.
  let hasFarEnd: Bool
  /// What rows answer to whatever they are made from.
  private let columns: [String: Column]
  /// The menu that was selected; nil for a view.
  private let menu: Menu?
  /// The menus that the rows of a view are made from.
  private let menusBehind: [Menu]

  init(_ view: View) {
    hasFarEnd = view.hasFarEnd
    columns = Self.ofViews[view] ?? [:]
    menu = nil
    menusBehind = view.menus.map(Catalogue.shipped.menu)
  }

  init(_ menu: Menu) {
    hasFarEnd = false
    columns = Self.byName(ViewColumn.ofEveryRow)
    self.menu = menu
    menusBehind = []
  }

  /// Whether some of its entries can be switched off.
  var canBeDisabled: Bool { self["disabled"] != nil }

  subscript(name: String) -> Column? {
    if let column = menu?.column(name) ?? columns[name] { return column }
    let further = menusBehind.compactMap { $0.column(name) }
    guard let first = further.first else { return nil }
    return further.dropFirst().reduce(first) { $0.merged(with: $1) }
  }

  /// The names of those that were made for people to ask about, sorted: a view's, else a menu's.
  var ownNames: [String] {
    Set(columns.keys).union(menu.map { Set($0.properties.keys) } ?? []).sorted()
  }

  /// The names of the properties of the entries that a view is made from, sorted.
  var furtherNames: [String] { Set(menusBehind.flatMap { $0.properties.keys }).sorted() }

  /// The columns of each view, gathered once for many rules.
  private static let ofViews = Dictionary(
    uniqueKeysWithValues: View.allCases.map { view in
      let columns =
        ViewColumn.ofEveryRow + ViewColumn.ofProject + view.columns
        + (view.hasFarEnd ? ViewColumn.ofFarEnds : [])
      return (view, byName(columns))
    })

  private static func byName(_ columns: [ViewColumn]) -> [String: Column] {
    Dictionary(columns.map { ($0.name, Column(type: $0.type, words: $0.words)) }) { $1 }
  }
}

extension Menu {
  /// A property as a rule may use it.
  fileprivate func column(_ name: String) -> Column? {
    properties[name].map { Column(type: $0.type, words: words(of: name)) }
  }
}

extension Column {
  /// A column that holds what either of two menus allows.
  fileprivate func merged(with other: Column) -> Column {
    guard type == other.type else { return Column(type: .text) }
    guard let words, let others = other.words else { return Column(type: type) }
    return Column(type: type, words: Set(words).union(others).sorted())
  }
}
