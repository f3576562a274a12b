import RouterOSSyntax
import SourceText

/// The state of one lowering: the tables that fill while the statements are read in order.
struct Lowering {
  let script: Script
  let version: RouterOSVersion?
  let catalogue: Catalogue
  let hidesSecrets: Bool
  var tables: [String: [Entry]] = [:]
  var gaps: [String: Span] = [:]
  var understood = 0
  /// The place of each addressable entry in its table, by menu and selector.
  private var places: [String: [String: Int]] = [:]

  /// What typed paths may mean in short; see ``menusMeant(by:)``.
  private var menusInShort: [String: [String]] = [:]

  init(_ script: Script, _ version: RouterOSVersion?, _ catalogue: Catalogue) {
    self.script = script
    self.version = version
    self.catalogue = catalogue
    hidesSecrets = secretsAreHidden(in: script, of: version, catalogue)
  }

  mutating func run() {
    for statement in script.statements {
      if statement.isVoid {
        understood += 1
      } else if statement.isDamaged {
        gaps[statement.menu] = gaps[statement.menu] ?? statement.span
      } else {
        read(statement)
      }
    }
    for comment in script.comments {
      if case .failedExport(let menu) = comment.kind { gaps[menu] = gaps[menu] ?? comment.span }
    }
  }

  private mutating func read(_ statement: Statement) {
    switch statement.verb {
    case "add": add(statement)
    case "set": set(statement)
    default: follow(statement)
    }
    if runsCode(statement) { gaps["/"] = gaps["/"] ?? statement.span }
    if script.isTranscript,
      ["add", "set"].contains(statement.verb) || effect(of: statement) == .menu
    {
      for menu in menusMeant(by: statement.menu) { gaps[menu] = gaps[menu] ?? statement.span }
    }
  }

  /// The menus that a typed path may mean in short, as `/ip addr` means `/ip/address`.
  private mutating func menusMeant(by path: String) -> [String] {
    if let known = menusInShort[path] { return known }
    let menus = catalogue.menu(path).isModelled ? [] : catalogue.menus(inShort: path)
    menusInShort[path] = menus
    return menus
  }

  /// A command that makes no entry: what it may change is not known from then on.
  private mutating func follow(_ statement: Statement) {
    switch effect(of: statement) {
    case .none: understood += 1
    case .menu: gaps[statement.menu] = gaps[statement.menu] ?? statement.span
    case .everything: gaps["/"] = gaps["/"] ?? statement.span
    }
  }

  private mutating func add(_ statement: Statement) {
    let menu = prepare(statement.menu)
    guard menu.kind != .settings else { return }
    var entry = Entry(
      menu: menu, script: script, version: version, hidesSecrets: hidesSecrets)
    entry.take(statement)
    let place = tables[menu.path]?.count ?? 0
    for selector in entry.selectors { places[menu.path, default: [:]][selector] = place }
    tables[menu.path, default: []].append(entry)
    understood += 1
  }

  private mutating func set(_ statement: Statement) {
    let menu = prepare(statement.menu)
    let selector = statement.target.map { Self.selector($0.value) } ?? ""
    if menu.isModelled, menu.kind != .settings, selector.isEmpty, statement.target != nil {
      return setAll(statement, in: menu)
    }
    if menu.isModelled, (menu.kind == .settings) != selector.isEmpty { return }
    let known = places[menu.path]?[selector]
    if known == nil, menu.isModelled, menu.kind != .fixedList, !Self.isName(selector) {
      gaps[menu.path] = gaps[menu.path] ?? statement.span
      return
    }
    let place = known ?? addressed(selector, in: menu)
    tables[menu.path]?[place].take(statement)
    understood += 1
  }

  /// `set [ find ]` speaks of every entry; in a list of hardware that no line has named yet, of the one
  /// there is. Exports say it of menus with few entries, and a bound keeps the whole linear.
  private mutating func setAll(_ statement: Statement, in menu: Menu) {
    if menu.kind == .fixedList, tables[menu.path]?.isEmpty ?? true { _ = addressed("", in: menu) }
    let places = tables[menu.path]?.indices ?? 0..<0
    guard places.count <= 64 else {
      gaps[menu.path] = gaps[menu.path] ?? statement.span
      return
    }
    for place in places { tables[menu.path]?[place].take(statement) }
    understood += 1
  }

  /// A new entry for a selector that nothing answers to yet, such as a physical interface.
  private mutating func addressed(_ selector: String, in menu: Menu) -> Int {
    let place = tables[menu.path]?.count ?? 0
    var entry = Entry(
      menu: menu, script: script, version: version, hidesSecrets: hidesSecrets)
    entry.selector = selector
    tables[menu.path, default: []].append(entry)
    places[menu.path, default: [:]][selector] = place
    return place
  }

  /// The menu, with its table begun: the entries that need no line come first.
  private mutating func prepare(_ path: String) -> Menu {
    let menu = catalogue.menu(path)
    guard tables[path] == nil else { return menu }
    let entries = Self.initialEntries(of: menu, script, version, hidesSecrets)
    tables[path] = entries
    for (place, entry) in entries.enumerated() {
      for selector in entry.selectors { places[path, default: [:]][selector] = place }
    }
    return menu
  }

  /// The entries a menu has before any line is read.
  static func initialEntries(
    of menu: Menu, _ script: Script, _ version: RouterOSVersion?, _ hidesSecrets: Bool
  ) -> [Entry] {
    func entry() -> Entry {
      Entry(menu: menu, script: script, version: version, hidesSecrets: hidesSecrets)
    }
    if menu.kind == .settings { return [entry()] }
    return menu.builtIns.map { builtIn in
      var entry = entry()
      entry.builtIn = builtIn
      return entry
    }
  }

  /// Whether a selector names one entry, as exports do, rather than searching for some.
  private static func isName(_ selector: String) -> Bool {
    if selector.hasPrefix("default-name=") { return true }
    return !selector.isEmpty && !selector.contains("=") && !selector.contains(" ")
      && Int(selector) == nil
  }

  /// `[ find default=yes ]` and `[find default=yes]` are the same: only the words count.
  private static func selector(_ target: String) -> String {
    guard target.hasPrefix("["), target.hasSuffix("]") else { return target }
    let words = target.dropFirst().dropLast().split(separator: " ")
    return words.drop { $0 == "find" }.joined(separator: " ")
  }
}

extension Entry {
  /// Takes in the properties of a statement; what is written last wins.
  mutating func take(_ statement: Statement) {
    statements.append(statement.index)
    for argument in statement.arguments {
      if let name = argument.name ?? flag(argument) { arguments[name] = argument.index }
    }
  }

  /// The flag that a bare word sets, such as `blackhole`; nil for any other word.
  private func flag(_ argument: Argument) -> String? {
    let word = argument.value
    return menu.properties[word]?.type == .flag ? word : nil
  }

  /// The name given by the export.
  private var writtenName: String? {
    guard let index = arguments["name"] else { return nil }
    return script.argument(index).value
  }

  /// What later lines may call the entry by; the one entry of a settings menu is called nothing.
  var selectors: [String] {
    if menu.kind == .settings { return [""] }
    guard let name = builtIn?.name ?? writtenName else { return [] }
    var selectors = [name, "name=\(name)"]
    if let id = builtIn?.id { selectors.append(id) }
    if builtIn != nil, name == "default" { selectors.append("default=yes") }
    return selectors
  }
}
