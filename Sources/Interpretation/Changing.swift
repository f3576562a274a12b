import Diagnostics
import RouterOSModel
import RouterOSSyntax

/// What changes rows, and what RouterOS refuses about it.
extension Router {
  /// Adds the row that a statement gives; its number.
  mutating func add(_ statement: Statement) throws(SourceError) -> Int {
    let path = statement.menu
    load(path)
    guard let menu = table(path)?.menu else { return 0 }
    guard menu.kind != .settings, menu.kind != .fixedList else {
      throw refusal("nothing can be added to \(typed(path))", statement)
    }
    var before: Int?
    for argument in statement.arguments {
      if argument.name == "copy-from" {
        throw refusal("only a router can tell what 'copy-from' copies", statement)
      }
      if argument.name == "place-before" { before = try row(meantBy: argument, statement) }
    }
    var row = RouterRow(menu: menu, entry: nil, version: configuration.version)
    row.given = values(of: statement)
    try checkKey(of: row, nil, statement)
    try checkNames(in: row, Array(row.given.keys), statement)
    return add(row, to: path, before: before).number
  }

  /// Gives a row other values. Who uses its name follows when that changes, as on a router.
  mutating func give(
    _ values: [String: RouterRow.Given], to place: RowPlace, _ statement: Statement
  ) throws(SourceError) {
    guard let before = table(place.menu)?.rows[place.number] else { return }
    var after = before
    after.given.merge(values) { $1 }
    try checkKey(of: after, place, statement)
    try checkNames(in: after, Array(values.keys), statement)
    let renamed = zip(names.keys(of: before), names.keys(of: after)).filter { $0.0 != $0.1 }
    change(place) { $0 = after }
    for (old, new) in renamed where !names.holds(old) { follow(old, new.text) }
  }

  private mutating func follow(_ key: RouterNames.Key, _ name: String) {
    for place in names.users(of: key) {
      guard let row = table(place.menu)?.rows[place.number] else { continue }
      let values = names.renaming(row, key, to: name)
      change(place) { row in
        for (property, text) in values { row.given[property] = .text(text) }
      }
    }
  }

  /// Removes a row that nothing else names.
  mutating func remove(_ place: RowPlace, _ statement: Statement) throws(SourceError) {
    guard let row = table(place.menu)?.rows[place.number] else { return }
    guard row.isAdded, row.selector == nil else {
      if row.menu.isNamedWithoutLine {
        throw refusal("no line adds '\(row.name ?? "")', so that none can be left out", statement)
      }
      throw refusal("'\(row.name ?? "")' is part of RouterOS and cannot be removed", statement)
    }
    for key in names.keys(of: row) where !names.isShared(key) {
      let users = names.users(of: key).subtracting([place])
      if let user = users.min(by: { ($0.menu, $0.number) < ($1.menu, $1.number) }) {
        throw refusal("'\(key.text)' is still used in \(typed(user.menu))", statement)
      }
    }
    change(place) { $0.isRemoved = true }
  }

  /// Refuses a second entry with what RouterOS keeps unique.
  private mutating func checkKey(
    of row: RouterRow, _ place: RowPlace?, _ statement: Statement
  ) throws(SourceError) {
    let key = row.menu.key
    guard !key.isEmpty, row.menu.kind != .settings, row.selector == nil,
      row.entry?.builtIn == nil, row.entry?.selector == nil
    else { return }
    var same: Set<Int>?
    for property in key {
      guard let text = row.text(property) else { return }
      let found = rows(of: row.menu.path, with: property, text).certain
      same = same.map { $0.intersection(found) } ?? found
    }
    if let place { same?.remove(place.number) }
    guard let same, !same.isEmpty else { return }
    let words = key.map { "\($0)=\(row.text($0) ?? "")" }.joined(separator: " ")
    throw refusal("\(typed(row.menu.path)) has an entry with \(words) already", statement)
  }

  /// Refuses the name of what is not there.
  private mutating func checkNames(
    in row: RouterRow, _ properties: [String], _ statement: Statement
  ) throws(SourceError) {
    for property in properties.sorted() {
      for key in names.names(in: row, of: property) where !names.holds(key) {
        if key.menu != "/interface" { load(key.menu) }
        if names.holds(key) || key.text == row.name
          || existsWithoutLine(key.text, under: key.menu, in: configuration.version)
          || configuration.incompleteness(of: [key.menu]) != nil
        {
          continue
        }
        throw refusal(
          "'\(property)' names '\(key.text)', which is not in \(typed(key.menu))", statement)
      }
    }
  }
}
