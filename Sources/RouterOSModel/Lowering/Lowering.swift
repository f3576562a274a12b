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
  var tablesOfMenus: [Int32]
  static let noTable: Int32 = -1
  var tablesByPath: [String: Int32] = [:]

  /// Whether any line may say where its entry goes, or which one it copies; hardly any export does.
  let mayPlace: Bool
  /// Whether a name is `copy-from` or `place-before`, by its number in the script; nil until it is met.
  var saysPlace: [Bool?]

  /// What typed paths may mean in short; see ``menusMeant(by:)``.
  var menusInShort: [String: [String]] = [:]
  /// Whether names may be typed in short.
  let mayBeShort: Bool
  /// By table and by the number of a name in the script: whether the name is a property in short; nil until
  /// it is met. Empty for scripts of so many names that it would cost too much memory.
  var shortNames: [[Bool?]] = []
  static let mostNames = 1 << 12
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

  /// Whether a statement speaks of a menu that is known to be modelled.
  mutating func isModelled(_ statement: Statement) -> Bool {
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

  private mutating func add(_ statement: Statement) {
    let table = table(of: statement)
    guard tables[table].menu.kind != .settings else { return openGap(statement) }
    if isPlaced(statement) { return addPlaced(statement, table) }
    var entry = Entry(tables[table].context)
    entry.take(statement, isShort: isShort(statement, in: table))
    tables[table].append(entry)
    understood += 1
  }
}

/// How deep blocks may lie in each other and still be read.
private let deepestBlock = 16
