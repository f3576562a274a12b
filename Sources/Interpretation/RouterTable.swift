import RouterOSModel

/// The rows of one menu, with what it takes to find them again without a walk over all.
struct RouterTable: Sendable {
  let menu: Menu
  /// All rows there ever were, by number.
  private(set) var rows: [RouterRow]
  /// The numbers of the rows in their order; those of removed rows stay until ``order`` is next asked for.
  private(set) var order: [Int]
  /// By property: the rows with each value, and those of which the value is not known.
  private var indices: [String: Index] = [:]

  /// The rows that no line adds, by what statements call them.
  private var addressed: [String: Int] = [:]

  private struct Index {
    var byText: [String: Set<Int>] = [:]
    var unknown: Set<Int> = []
  }

  init(_ menu: Menu, _ rows: [RouterRow]) {
    self.menu = menu
    self.rows = rows
    order = Array(rows.indices)
    for number in rows.indices { noteAddress(of: number) }
  }

  /// The row that no line adds and that statements call so.
  func row(addressedAs selector: String) -> Int? { addressed[selector] }

  private mutating func noteAddress(of number: Int) {
    let row = rows[number]
    let builtIn = row.entry?.builtIn
    for name in [row.selector, row.entry?.selector, builtIn?.id, builtIn?.name] {
      if let name, addressed[name] == nil { addressed[name] = number }
    }
    if builtIn?.isDefault ?? false { addressed["default=yes"] = number }
  }

  /// The numbers of the rows that are there, in their order.
  var present: [Int] { order.filter { !rows[$0].isRemoved } }

  /// Adds a row, before another or at the end; its number.
  mutating func add(_ row: RouterRow, before other: Int?) -> Int {
    let number = rows.count
    rows.append(row)
    order.insert(number, at: other.flatMap { order.firstIndex(of: $0) } ?? order.count)
    for property in indices.keys { enter(number, property) }
    noteAddress(of: number)
    return number
  }

  /// Puts rows before another, or at the end, in the order given.
  mutating func move(_ numbers: [Int], before other: Int?) {
    let moving = Set(numbers)
    order.removeAll { moving.contains($0) }
    order.insert(
      contentsOf: numbers, at: other.flatMap { order.firstIndex(of: $0) } ?? order.count)
  }

  /// Changes one row.
  mutating func change(_ number: Int, _ change: (inout RouterRow) -> Void) {
    for property in indices.keys { leave(number, property) }
    change(&rows[number])
    for property in indices.keys { enter(number, property) }
  }

  /// The rows with a value, and those of which nobody knows whether they have it.
  mutating func rows(with property: String, _ text: String) -> (
    certain: Set<Int>, doubtful: Set<Int>
  ) {
    if indices[property] == nil {
      indices[property] = Index()
      for number in rows.indices { enter(number, property) }
    }
    let index = indices[property]
    return (index?.byText[text] ?? [], index?.unknown ?? [])
  }

  private mutating func enter(_ number: Int, _ property: String) {
    let row = rows[number]
    if row.isRemoved { return }
    if row.isKnown(property) {
      indices[property]?.byText[row.text(property) ?? "", default: []].insert(number)
    } else {
      indices[property]?.unknown.insert(number)
    }
  }

  private mutating func leave(_ number: Int, _ property: String) {
    let row = rows[number]
    if row.isRemoved { return }
    if row.isKnown(property) {
      indices[property]?.byText[row.text(property) ?? ""]?.remove(number)
    } else {
      indices[property]?.unknown.remove(number)
    }
  }
}
