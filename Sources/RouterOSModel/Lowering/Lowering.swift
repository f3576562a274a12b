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
  /// The menus among the gaps whose entries that were read may be different, too.
  var alteredMenus: Set<String> = []
  var understood = 0
  /// The statements that were not followed, by number.
  var unfollowed: [Int] = []
  /// The place of each addressable entry in its table, by menu and selector.
  var places: [String: [String: Int]] = [:]
  /// How many entries searches may still look at, so that hostile scripts cost linear time.
  var searches = 1 << 20

  /// Whether ``openGapInAllInterfaces(_:)`` was needed already.
  var hasGapInAllInterfaces = false

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
      let before = understood
      defer { if understood == before { unfollowed.append(statement.index) } }
      if statement.isVoid {
        understood += 1
      } else if statement.isDamaged {
        openGap(statement.menu, at: statement.span, mayAlter: statement.verb != "add")
      } else {
        read(statement)
      }
    }
    for comment in script.comments {
      guard case .failedExport(let path) = comment.kind else { continue }
      let menu = catalogue.menu(path)
      openGap(
        path, at: comment.span, mayAlter: menu.kind == .settings || !menu.builtIns.isEmpty)
    }
  }

  private mutating func read(_ statement: Statement) {
    switch statement.verb {
    case "add": add(statement)
    case "comment", "disable", "enable", "move", "remove", "set", "unset": change(by: statement)
    default: follow(statement)
    }
    noteCodeInNames(of: statement)
    if runsCode(statement) { openGap("/", at: statement.span, mayAlter: true) }
    if ["add", "set"].contains(statement.verb) || effect(of: statement) == .menu {
      for menu in menusMeant(by: statement.menu) {
        openGap(menu, at: statement.span, mayAlter: true)
      }
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
    case .menu: openGap(statement)
    case .everything: openGap("/", at: statement.span, mayAlter: true)
    }
  }

  /// Notes that a statement was not followed, which may have changed anything in its menu.
  mutating func openGap(_ statement: Statement) {
    openGap(statement.menu, at: statement.span, mayAlter: true)
    if statement.menu == allInterfaces { openGapInAllInterfaces(statement) }
  }

  /// Notes that a menu was not read whole; `mayAlter` when entries that were read may be different.
  mutating func openGap(_ path: String, at span: Span, mayAlter: Bool) {
    gaps[path] = gaps[path] ?? span
    if mayAlter { alteredMenus.insert(path) }
  }

  private mutating func add(_ statement: Statement) {
    let menu = prepare(statement.menu)
    guard menu.kind != .settings, !hasUnreadableWord(statement) else { return openGap(statement) }
    var entry = Entry(
      menu: menu, script: script, version: version, hidesSecrets: hidesSecrets)
    entry.take(statement)
    let place = tables[menu.path]?.count ?? 0
    for selector in entry.selectors { places[menu.path, default: [:]][selector] = place }
    tables[menu.path, default: []].append(entry)
    understood += 1
  }

  /// A new entry for a selector that nothing answers to yet, such as a physical interface.
  mutating func addressed(_ selector: String, in menu: Menu) -> Int {
    let place = tables[menu.path]?.count ?? 0
    var entry = Entry(
      menu: menu, script: script, version: version, hidesSecrets: hidesSecrets)
    entry.selector = selector
    tables[menu.path, default: []].append(entry)
    places[menu.path, default: [:]][selector] = place
    return place
  }

  /// The menu, with its table begun: the entries that need no line come first.
  mutating func prepare(_ path: String) -> Menu {
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
    return menu.builtIns(in: version).map { builtIn in
      var entry = entry()
      entry.builtIn = builtIn
      return entry
    }
  }
}

extension Entry {
  /// Takes in the properties of a statement; what is written last wins.
  mutating func take(_ statement: Statement) {
    statements.append(statement.index)
    for argument in statement.arguments {
      guard let name = argument.name ?? flag(argument) else { continue }
      arguments[name] = argument.index
      if name == "disabled" { switching = nil }
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
    if builtIn?.isDefault == true { selectors.append("default=yes") }
    return selectors
  }
}
