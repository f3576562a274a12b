import RouterOSModel

/// Who bears which name and who uses it, while a script runs.
struct RouterNames: Sendable {
  /// A name in the menu under which it is known.
  struct Key: Hashable, Sendable {
    let menu: String
    let text: String
  }

  private var bearers: [Key: Set<RowPlace>] = [:]
  private var users: [Key: Set<RowPlace>] = [:]
  private var references: [String: NamesOfMenu] = [:]
  /// The properties of a menu that name what must be there.
  private var strict: [String: [String]] = [:]

  /// Takes in what the properties of a menu name.
  mutating func learn(_ menu: Menu) {
    guard references[menu.path] == nil else { return }
    let names = NamesOfMenu(menu)
    references[menu.path] = names
    strict[menu.path] = names.properties.filter { property in
      guard let target = names.target(of: property) else { return false }
      return Catalogue.shipped.menu(target).namedBy == "name"
    }
  }

  /// The names that a value of a row holds, of what must be there.
  func names(in row: RouterRow, of property: String) -> [Key] {
    guard let names = references[row.menu.path], strict[row.menu.path]?.contains(property) ?? false,
      let target = names.target(of: property), let text = row.text(property)
    else { return [] }
    return names.names(in: text, of: property).map { Key(menu: target, text: $0) }
  }

  /// All names that a row holds.
  private func names(in row: RouterRow) -> [Key] {
    (strict[row.menu.path] ?? []).flatMap { names(in: row, of: $0) }
  }

  /// The names that a row bears.
  func keys(of row: RouterRow) -> [Key] {
    guard row.menu.namedBy == "name", let name = row.name else { return [] }
    return row.menu.namedUnder.map { Key(menu: $0, text: name) }
  }

  mutating func enter(_ row: RouterRow, _ place: RowPlace) {
    if row.isRemoved { return }
    for key in keys(of: row) { bearers[key, default: []].insert(place) }
    for key in names(in: row) { users[key, default: []].insert(place) }
  }

  mutating func leave(_ row: RouterRow, _ place: RowPlace) {
    if row.isRemoved { return }
    for key in keys(of: row) { bearers[key]?.remove(place) }
    for key in names(in: row) { users[key]?.remove(place) }
  }

  /// Whether an entry of a name is there.
  func holds(_ key: Key) -> Bool { !(bearers[key]?.isEmpty ?? true) }

  /// Whether another entry bears the name, too.
  func isShared(_ key: Key) -> Bool { (bearers[key]?.count ?? 0) > 1 }

  /// The rows that use a name.
  func users(of key: Key) -> Set<RowPlace> { users[key] ?? [] }

  /// The values of a row with one name in place of another.
  func renaming(_ row: RouterRow, _ key: Key, to name: String) -> [String: String] {
    guard let names = references[row.menu.path] else { return [:] }
    var values: [String: String] = [:]
    for property in strict[row.menu.path] ?? [] where names.target(of: property) == key.menu {
      guard let text = row.text(property) else { continue }
      let renamed = names.renaming(text, of: property) { $0 == key.text ? name : nil }
      if renamed != text { values[property] = renamed }
    }
    return values
  }
}
