import RouterOSSyntax

/// Menus and properties that people type in short.
extension Lowering {
  /// The menus that a typed path may mean in short, as `/ip addr` means `/ip/address`.
  mutating func menusMeant(by statement: Statement) -> [String] {
    isModelled(statement) ? [] : menusInShort(statement.menu)
  }

  private mutating func menusInShort(_ path: String) -> [String] {
    if let known = menusInShort[path] { return known }
    let menus =
      catalogue.menu(path).isModelled ? [] : catalogue.menus(inShort: path, in: version)
    menusInShort[path] = menus
    return menus
  }

  /// The menu that a statement speaks of, in full if it is typed in short and can mean only one.
  mutating func path(of statement: Statement) -> String {
    let path = statement.menu
    guard mayBeShort, !catalogue.menu(path).isRecognised else { return path }
    let menus = menusInShort(path)
    return menus.count == 1 ? menus[0] : path
  }

  /// Whether a statement gives a property that is typed in short.
  mutating func isShort(_ statement: Statement, in table: Int) -> Bool {
    guard mayBeShort else { return false }
    let isKept = statement.script === script && !shortNames[table].isEmpty
    var isShort = false
    for argument in statement.arguments {
      guard let number = argument.nameNumber else { continue }
      if isKept, let known = shortNames[table][number] {
        isShort = isShort || known
        continue
      }
      let isThis = argument.name.map { tables[table].menu.fullName($0, in: version) != $0 } ?? false
      if isKept { shortNames[table][number] = isThis }
      isShort = isShort || isThis
    }
    return isShort
  }
}
