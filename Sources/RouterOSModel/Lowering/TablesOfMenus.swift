import RouterOSSyntax

/// Which table holds the entries of a menu.
extension Lowering {
  /// The number of the table that a statement speaks of; begun, if it is the first that does.
  mutating func table(of statement: Statement) -> Int {
    let isOwn = statement.script === script
    if isOwn, tablesOfMenus[statement.menuNumber] != Self.noTable {
      return Int(tablesOfMenus[statement.menuNumber])
    }
    let isOfSettings = version == nil && statement.verb == "set" && statement.target == nil
    let number = table(at: path(of: statement), isOfSettings: isOfSettings)
    if isOwn { tablesOfMenus[statement.menuNumber] = Int32(truncatingIfNeeded: number) }
    return number
  }

  /// The number of the table of a menu; begun, if no line spoke of it before. `isOfSettings` when the line
  /// that does speaks of settings, which some menus had before they had entries.
  mutating func table(at path: String, isOfSettings: Bool = false) -> Int {
    if let known = tablesByPath[path] { return Int(known) }
    let number = tables.count
    tablesByPath[path] = Int32(truncatingIfNeeded: number)
    let newest = catalogue.menu(path)
    let menu = (isOfSettings ? newest.wasSettings : nil) ?? newest.form(in: version)
    let isKept = mayBeShort && menu.isModelled && script.nameCount <= Self.mostNames
    shortNames.append(isKept ? Array(repeating: nil, count: script.nameCount) : [])
    tables.append(Table(EntryContext(menu, script, version, hidesSecrets: hidesSecrets)))
    return number
  }

  /// A new entry for a selector that nothing answers to yet, such as a physical interface.
  mutating func addressed(_ selector: String, in table: Int) -> Int {
    var entry = Entry(tables[table].context)
    entry.selector = selector
    return tables[table].append(entry)
  }

  /// A new entry for what a command calls `name` and no line speaks of yet; nil when no such thing may be
  /// there, as when what the factory called so has another name now.
  mutating func unwritten(_ name: String, for verb: String, in table: Int) -> Int? {
    let menu = tables[table].menu
    guard verb.mayBeFirst(in: menu), menu.mayHoldWithoutLine(name) else { return nil }
    if menu.isNamedWithoutLine { return addressed(name, in: table) }
    let selector = "default-name=\(name)"
    return tables[table].place(of: selector) == nil ? addressed(selector, in: table) : nil
  }
}

extension Lowering {
  /// The users that commands removed, by name.
  var removedUsers: Set<String> {
    guard let table = tables.first(where: { $0.menu.path == "/user" }) else { return [] }
    return Set(
      table.entries.lazy.filter(\.isRemoved).compactMap { $0.value("name").text ?? $0.factoryName })
  }
}

extension String {
  /// Whether the command may be the first that speaks of an entry.
  func mayBeFirst(in menu: Menu) -> Bool {
    self == "remove"
      ? menu.isNamedWithoutLine
      : ["comment", "disable", "enable", "set", "unset"].contains(self)
  }
}
