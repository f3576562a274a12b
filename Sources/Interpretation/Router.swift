public import RouterOSModel
public import RouterOSSyntax

/// A router as an export describes it, on which change scripts are run.
///
/// It does what RouterOS does with `add`, `set`, `unset`, `remove`, `move`, `enable`, `disable` and
/// `comment`, and refuses what RouterOS refuses. What only a real router could tell, such as what code
/// comes to, is refused, too: a script that runs to its end has the outcome that is told.
public struct Router: Sendable {
  /// The export that it began as.
  public let configuration: Configuration
  private(set) var tables: [String: RouterTable] = [:]
  /// The menus in the order in which they were first spoken of.
  private(set) var menus: [String] = []
  var names = RouterNames()
  /// Statements that meant no entry, and so did nothing.
  public internal(set) var idle: [Statement] = []
  /// How many rows searches may still look at one by one, so that hostile scripts cost linear time.
  private var looks = 1 << 22

  /// Whether so many rows may still be looked at.
  mutating func affords(_ count: Int) -> Bool {
    guard count <= looks else { return false }
    looks -= count
    return true
  }

  /// A router that was restored from an export. Linear in the export.
  public init(_ configuration: Configuration) {
    self.configuration = configuration
    let inOrder = configuration.menus.map { menu in
      (menu, configuration.entries(menu).lazy.compactMap { $0.statement?.index }.first ?? .max)
    }
    for (menu, _) in inOrder.sorted(by: { ($0.1, $0.0) < ($1.1, $1.0) }) { load(menu) }
    load("/interface/list")
  }

  /// The rows of a menu, those that need no line included.
  mutating func load(_ path: String) {
    guard tables[path] == nil else { return }
    let entries = configuration.entries(path)
    let menu = entries.first?.menu ?? configuration.menu(path)
    let rows = entries.map { RouterRow(menu: menu, entry: $0, version: configuration.version) }
    tables[path] = RouterTable(menu, rows)
    menus.append(path)
    names.learn(menu)
    for number in rows.indices { names.enter(rows[number], RowPlace(menu: path, number: number)) }
  }

  /// The rows of a menu.
  func table(_ path: String) -> RouterTable? { tables[path] }

  /// Finds rows with a value; see ``RouterTable/rows(with:_:)``.
  mutating func rows(
    of path: String, with property: String, _ text: String
  ) -> (certain: Set<Int>, doubtful: Set<Int>) {
    load(path)
    return tables[path]?.rows(with: property, text) ?? ([], [])
  }

  /// Changes one row and what is known of names.
  mutating func change(_ place: RowPlace, _ change: (inout RouterRow) -> Void) {
    guard let before = tables[place.menu]?.rows[place.number] else { return }
    names.leave(before, place)
    tables[place.menu]?.change(place.number, change)
    if let after = tables[place.menu]?.rows[place.number] { names.enter(after, place) }
  }

  /// Adds a row, before another or at the end.
  mutating func add(_ row: RouterRow, to path: String, before other: Int?) -> RowPlace {
    load(path)
    let number = tables[path]?.add(row, before: other) ?? 0
    let place = RowPlace(menu: path, number: number)
    names.enter(row, place)
    return place
  }

  /// Puts rows before another, or at the end.
  mutating func move(_ numbers: [Int], of path: String, before other: Int?) {
    tables[path]?.move(numbers, before: other)
  }
}

/// Where a row is: its number never changes.
struct RowPlace: Hashable, Sendable {
  let menu: String
  let number: Int
}
