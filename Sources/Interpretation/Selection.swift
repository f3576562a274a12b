import Diagnostics
import RouterOSModel
import RouterOSSyntax

/// Which rows a statement means.
extension Router {
  /// The numbers of the rows that a statement means, in their order. A search that finds none means none.
  mutating func rows(meantBy statement: Statement) throws(SourceError) -> [Int] {
    let path = statement.menu
    load(path)
    guard let menu = table(path)?.menu else { return [] }
    // The second search of `move` is where to.
    let first = statement.verb == "move" ? statement.target.map { Target($0) } : nil
    let target = first ?? Target(of: statement)
    if menu.kind == .settings {
      guard target == .settings else {
        throw refusal("\(typed(path)) has no entries to choose from", statement)
      }
      return [0]
    }
    switch target {
    case .settings:
      throw refusal("'\(statement.verb)' does not say which entry it means", statement)
    case .filtered(let search): return try find(search, in: path, statement)
    case .unreadable:
      throw refusal("only a router can tell which entries this means", statement)
    case .named(let name): return try rows(named: name, statement)
    case .picked(let conditions, let place):
      return Array(try find(conditions, in: path, statement).dropFirst(place).prefix(1))
    case .found(let conditions):
      if conditions.count == 1, let selector = target.selector, isFactory(conditions[0]) {
        if let number = table(path)?.row(addressedAs: selector) { return [number] }
        return isAddressable(menu) ? [addressed(selector, statement)] : []
      }
      if menu.isNamedWithoutLine, conditions.count == 1, conditions[0].property == "name" {
        return [try row(named: conditions[0].value, statement)]
      }
      return try find(conditions, in: path, statement)
    }
  }

  /// Whether a search is by what an entry left the factory with.
  private func isFactory(_ condition: Target.Condition) -> Bool {
    ["default-name", "default"].contains(condition.property)
  }

  private mutating func rows(named name: String, _ statement: Statement) throws(SourceError)
    -> [Int]
  {
    if Int(name) != nil {
      throw refusal(
        "the number '\(name)' means another entry in every session; use find", statement)
    }
    var numbers: [Int] = []
    for part in name.split(separator: ",") {
      let found = try row(named: String(part), statement)
      if !numbers.contains(found) { numbers.append(found) }
    }
    return numbers
  }

  private mutating func row(named name: String, _ statement: Statement) throws(SourceError) -> Int {
    let path = statement.menu
    let found = rows(of: path, with: "name", name).certain
    if let number = found.min(), found.count == 1 { return number }
    if found.count > 1 { throw refusal("'\(name)' means \(found.count) entries", statement) }
    if let number = table(path)?.row(addressedAs: name) { return number }
    guard let menu = table(path)?.menu, isAddressable(menu) else {
      throw refusal("there is no '\(name)' in \(typed(path))", statement)
    }
    return addressed(name, statement)
  }

  /// Whether entries are there that no line mentions, such as physical interfaces and users.
  private func isAddressable(_ menu: Menu) -> Bool {
    menu.kind == .fixedList && menu.builtIns.isEmpty || !menu.isModelled || menu.isNamedWithoutLine
  }

  private mutating func addressed(_ selector: String, _ statement: Statement) -> Int {
    let path = statement.menu
    if let known = table(path)?.row(addressedAs: selector) { return known }
    var row = RouterRow(
      menu: table(path)?.menu ?? Catalogue.shipped.menu(path), entry: nil,
      version: configuration.version)
    row.selector = selector
    return add(row, to: path, before: nil).number
  }

  /// The rows that meet all conditions, in their order.
  mutating func find(
    _ conditions: [Target.Condition], in path: String, _ statement: Statement
  ) throws(SourceError) -> [Int] {
    guard let menu = table(path)?.menu else { return [] }
    var certain: Set<Int>?
    var possible: Set<Int>?
    for condition in conditions {
      let (property, text) = try readable(condition, in: menu, statement)
      let (known, doubtful) = rows(of: path, with: property, text)
      certain = certain.map { $0.intersection(known) } ?? known
      possible = possible.map { $0.intersection(known.union(doubtful)) } ?? known.union(doubtful)
    }
    guard let certain, let possible else { return table(path)?.present ?? [] }
    if possible.count > certain.count {
      throw refusal("only a router can tell whether other entries meet this search", statement)
    }
    if certain.count < 2 { return Array(certain) }
    return (table(path)?.present ?? []).filter(certain.contains)
  }

  /// The rows that a search with other conditions than equal values finds, in their order.
  mutating func find(
    _ search: Search, in path: String, _ statement: Statement
  ) throws(SourceError) -> [Int] {
    guard let table = table(path) else { return [] }
    let numbers = table.present
    guard affords(numbers.count) else {
      throw refusal("all searches together would take too long", statement)
    }
    var found: [Int] = []
    for number in numbers {
      let row = table.rows[number]
      let isFound = search.finds(in: table.menu) { (row.isKnown($0), row.text($0)) }
      guard let isFound, !isAddressable(table.menu) else {
        throw refusal("only a router can tell which entries meet this search", statement)
      }
      if isFound { found.append(number) }
    }
    return found
  }

  /// A condition in the terms of the table.
  private func readable(
    _ condition: Target.Condition, in menu: Menu, _ statement: Statement
  ) throws(SourceError) -> (String, String) {
    let type = menu.type(of: condition.property)
    let text = type.canonical(condition.value)
    guard text == condition.value || type == .boolean else {
      throw refusal(
        "nobody documents how a search reads '\(condition.value)'; write '\(text)'", statement)
    }
    return (condition.property, text)
  }
}

/// A menu as people type it: `/ip route`.
func typed(_ path: String) -> String {
  "'/" + path.split(separator: "/").joined(separator: " ") + "'"
}

/// Why a router refuses a statement.
func refusal(_ message: String, _ statement: Statement) -> SourceError {
  SourceError(message, at: statement.span, in: statement.script.file)
}
