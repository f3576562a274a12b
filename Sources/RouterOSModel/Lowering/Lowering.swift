import RouterOSSyntax
import SourceText

/// The state of one lowering: the tables that fill while the statements are read in order.
struct Lowering {
  let script: Script
  let version: RouterOSVersion?
  let catalogue: Catalogue
  let hidesSecrets: Bool
  /// The tables of menus that lines speak of, in the order of their first lines.
  var tables: [Table] = []
  var gaps: [String: Span] = [:]
  /// The menus among the gaps whose entries that were read may be different, too.
  var alteredMenus: Set<String> = []
  var understood = 0
  /// The statements that were not followed, by number.
  var unfollowed: [Int] = []
  /// How many entries searches may still look at, so that hostile scripts cost linear time.
  private var searches = 1 << 20
  /// The statements that were not followed because their searches would cost too much, by number.
  private(set) var unsearched: Set<Int> = []
  private var isOutOfSearches = false

  /// Whether ``openGapInAllInterfaces(_:)`` was needed already.
  var hasGapInAllInterfaces = false

  /// The number of the table of each menu, by the number of the menu in the script: statements are many,
  /// and a look at an array costs a tenth of one at a dictionary.
  private var tablesOfMenus: [Int32]
  private static let noTable: Int32 = -1
  private var tablesByPath: [String: Int32] = [:]

  /// Whether any line may say where its entry goes, or which one it copies; hardly any export does.
  let mayPlace: Bool
  /// Whether a name is `copy-from` or `place-before`, by its number in the script; nil until it is met.
  var saysPlace: [Bool?]

  /// What typed paths may mean in short; see ``menusMeant(by:)``.
  private var menusInShort: [String: [String]] = [:]
  /// Whether names may be typed in short.
  let mayBeShort: Bool
  /// By table and by the number of a name in the script: whether the name is a property in short; nil until
  /// it is met. Empty for scripts of so many names that it would cost too much memory.
  private var shortNames: [[Bool?]] = []
  private static let mostNames = 1 << 12
  /// How deep the block that is read lies in others.
  private var depth = 0

  init(_ script: Script, _ version: RouterOSVersion?, _ catalogue: Catalogue) {
    self.script = script
    self.version = version
    self.catalogue = catalogue
    hidesSecrets = secretsAreHidden(in: script, of: version, catalogue)
    mayBeShort = script.mayBeTypedInShort(version)
    mayPlace = script.holdsName(among: wordsOfPlaces)
    saysPlace = Array(repeating: nil, count: script.nameCount)
    tablesOfMenus = Array(repeating: Self.noTable, count: script.nameCount)
  }

  mutating func run() {
    for statement in script.statements {
      let before = understood
      isOutOfSearches = false
      defer {
        if understood == before {
          unfollowed.append(statement.index)
          if isOutOfSearches { unsearched.insert(statement.index) }
        }
      }
      if statement.isVoid {
        understood += 1
      } else if statement.isDamaged {
        openGap(statement.menu, at: statement.span, mayAlter: statement.verb != "add")
      } else {
        read(statement)
      }
    }
    noteFailedExports()
  }

  /// Whether so many entries, or tables, may still be looked at.
  mutating func affords(_ count: Int) -> Bool {
    guard count <= searches else { isOutOfSearches = true; return false }
    searches -= count
    return true
  }

  private mutating func read(_ statement: Statement) {
    if statement.isAddition, statement.isPlain {
      add(statement)
      // Nearly all lines end here: whatever else may be in a line is not in these.
      if isModelled(statement) { return }
    } else if let block = statement.plainBlock, depth < deepestBlock {
      return readBlock(block)
    } else {
      switch statement.verb {
      case "add" where hasUnreadableWord(statement): openGap(statement)
      case "add": add(statement)
      case "comment", "disable", "enable", "move", "remove", "set", "unset": change(by: statement)
      default: follow(statement)
      }
      noteCodeInNames(of: statement)
      if runsCode(statement) { openGap("/", at: statement.span, mayAlter: true) }
    }
    if ["add", "set"].contains(statement.verb) || effect(of: statement) == .menu {
      for menu in menusMeant(by: statement) {
        openGap(menu, at: statement.span, mayAlter: true)
      }
    }
  }

  /// Reads the commands of a block that stands alone; it is understood when all of them are.
  private mutating func readBlock(_ block: Script) {
    let before = understood
    depth += 1
    for statement in block.statements {
      if statement.isDamaged {
        openGap(statement.menu, at: statement.span, mayAlter: statement.verb != "add")
      } else {
        read(statement)
      }
    }
    depth -= 1
    understood = before + (understood - before == block.count ? 1 : 0)
  }

  /// The menus that a typed path may mean in short, as `/ip addr` means `/ip/address`.
  private mutating func menusMeant(by statement: Statement) -> [String] {
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

  /// Whether a statement speaks of a menu that is known to be modelled.
  private mutating func isModelled(_ statement: Statement) -> Bool {
    guard statement.script === script else {
      return catalogue.menu(path(of: statement), in: version).isModelled
    }
    let table = tablesOfMenus[statement.menuNumber]
    return table != Self.noTable && tables[Int(table)].menu.isModelled
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
    let path = path(of: statement)
    openGap(path, at: statement.span, mayAlter: true)
    if path == allInterfaces { openGapInAllInterfaces(statement) }
  }

  /// Notes that a menu was not read whole; `mayAlter` when entries that were read may be different.
  mutating func openGap(_ path: String, at span: Span, mayAlter: Bool) {
    gaps[path] = gaps[path] ?? span
    if mayAlter { alteredMenus.insert(path) }
  }

  private mutating func add(_ statement: Statement) {
    let table = table(of: statement)
    guard tables[table].menu.kind != .settings else { return openGap(statement) }
    if isPlaced(statement) { return addPlaced(statement, table) }
    var entry = Entry(tables[table].context)
    entry.take(statement, isShort: isShort(statement, in: table))
    tables[table].append(entry)
    understood += 1
  }

  /// A new entry for a selector that nothing answers to yet, such as a physical interface.
  mutating func addressed(_ selector: String, in table: Int) -> Int {
    var entry = Entry(tables[table].context)
    entry.selector = selector
    return tables[table].append(entry)
  }

  /// The number of the table that a statement speaks of; begun, if it is the first that does.
  mutating func table(of statement: Statement) -> Int {
    let isOwn = statement.script === script
    if isOwn, tablesOfMenus[statement.menuNumber] != Self.noTable {
      return Int(tablesOfMenus[statement.menuNumber])
    }
    let path = path(of: statement)
    let number = tablesByPath[path] ?? Int32(truncatingIfNeeded: tables.count)
    if tablesByPath.updateValue(number, forKey: path) == nil {
      let newest = catalogue.menu(path)
      let isOfSettings = version == nil && statement.verb == "set" && statement.target == nil
      let menu = (isOfSettings ? newest.wasSettings : nil) ?? newest.form(in: version)
      let isKept = mayBeShort && menu.isModelled && script.nameCount <= Self.mostNames
      shortNames.append(isKept ? Array(repeating: nil, count: script.nameCount) : [])
      tables.append(Table(EntryContext(menu, script, version, hidesSecrets: hidesSecrets)))
    }
    if isOwn { tablesOfMenus[statement.menuNumber] = number }
    return Int(number)
  }
}

/// How deep blocks may lie in each other and still be read.
private let deepestBlock = 16
