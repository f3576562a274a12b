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
    case .addresses, .boolean, .choice, .flag, .interface, .list, .macAddress, .name, .ports,
      .rates,
      .script, .set, .text, .timeWindow:
      true
    }
  }
}

/// The columns that a selection offers.
struct Columns {
  /// Those that were made for people to ask about, by name: a view's, else a menu's.
  let own: [String: Column]
  /// Those that rows answer to besides: the properties of the entries that a view is made from.
  let further: [String: Column]
  /// Whether its rows have a far end on another router.
  let hasFarEnd: Bool

  init(_ view: View) {
    hasFarEnd = view.hasFarEnd
    let columns =
      ViewColumn.ofEveryRow + ViewColumn.ofProject + view.columns
      + (hasFarEnd ? ViewColumn.ofFarEnds : [])
    let own = Self.byName(columns)
    self.own = own
    var further: [String: Column] = [:]
    for menu in view.menus.map(Catalogue.shipped.menu) {
      for (name, column) in Self.properties(of: menu) where own[name] == nil {
        further[name] = further[name].map { $0.merged(with: column) } ?? column
      }
    }
    self.further = further
  }

  init(_ menu: Menu) {
    hasFarEnd = false
    own = Self.byName(ViewColumn.ofEveryRow).merging(Self.properties(of: menu)) { $1 }
    further = [:]
  }

  /// Whether some of its entries can be switched off.
  var canBeDisabled: Bool { self["disabled"] != nil }

  subscript(name: String) -> Column? { own[name] ?? further[name] }

  private static func byName(_ columns: [ViewColumn]) -> [String: Column] {
    Dictionary(columns.map { ($0.name, Column(type: $0.type, words: $0.words)) }) { $1 }
  }

  private static func properties(of menu: Menu) -> [String: Column] {
    Dictionary(
      uniqueKeysWithValues: menu.properties.map { name, property in
        (name, Column(type: property.type, words: menu.words(of: name)))
      })
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
