public import Diagnostics
public import RouterOSModel
public import RouterOSSyntax

/// What a script that is written for a router needs to know of its rows, which are known by their numbers: that
/// of an entry of the export is its place among the entries of its menu.
extension Router {
  /// Runs one statement; the numbers of the rows it added or meant. Throws what RouterOS refuses, and then
  /// nothing of it is done.
  public mutating func run(_ statement: Statement) throws(SourceError) -> [Int] {
    try execute(statement)
  }

  /// The numbers of the rows that a `remove` would take away; none is taken, and none is meant by a name that
  /// nobody bears.
  ///
  /// Throws where only a router can tell, and where the export does not show the menu whole.
  public mutating func rowsRemoved(by statement: Statement) throws(SourceError) -> [Int] {
    try requireWhole(statement)
    guard case .named(let names) = Target(of: statement), Int(names) == nil else {
      return try rows(meantBy: statement)
    }
    return names.split(separator: ",").flatMap {
      rows(of: statement.menu, with: "name", String($0)).certain.sorted()
    }
  }

  /// The rows that certainly meet all conditions, and all that may.
  public mutating func matches(
    _ conditions: [Target.Condition], in menu: String
  ) -> (certain: Set<Int>, possible: Set<Int>) {
    var certain: Set<Int>?
    var possible: Set<Int>?
    for condition in conditions {
      let (known, doubtful) = rows(of: menu, with: condition.property, condition.value)
      certain = certain.map { $0.intersection(known) } ?? known
      possible = possible.map { $0.intersection(known.union(doubtful)) } ?? known.union(doubtful)
    }
    return (certain ?? [], possible ?? [])
  }

  /// The place of a row among those that meet all conditions, in their order; nil when it is not certain which
  /// these are, or it is none of them.
  public mutating func place(
    ofRow number: Int, among conditions: [Target.Condition], in menu: String
  ) -> Int? {
    let (certain, possible) = matches(conditions, in: menu)
    guard certain == possible, certain.contains(number) else { return nil }
    return table(menu)?.present.filter(certain.contains).firstIndex(of: number)
  }

  /// How statements call a row that no line adds; nil for others.
  public mutating func address(ofRow number: Int, in menu: String) -> String? {
    load(menu)
    guard let table = table(menu), table.rows.indices.contains(number) else { return nil }
    return selector(of: table.rows[number])
  }

  /// The properties of a row that a search can ask for, sorted, with their values: those that a line spells as
  /// they are compared, and no secrets.
  public mutating func searchable(row number: Int, in menu: String) -> [Target.Condition] {
    load(menu)
    guard let table = table(menu), table.rows.indices.contains(number) else { return [] }
    let row = table.rows[number]
    let absent = ["comment", "disabled"].compactMap { property -> Target.Condition? in
      guard !row.writtenProperties.contains(property),
        let text = row.menu.defaultText(of: property, in: row.version), row.text(property) == text
      else { return nil }
      return Target.Condition(property: property, value: text)
    }
    return absent
      + row.writtenProperties.compactMap { property in
        guard !row.menu.isSecret(property), let text = row.text(property), !text.isEmpty,
          let spelling = row.spelling(property), spelling == spelled(text),
          !spelling.contains("\\"), isPlainCondition(spelling)
        else { return nil }
        return Target.Condition(property: property, value: text)
      }
  }

  private func isPlainCondition(_ spelling: String) -> Bool {
    spelling.hasPrefix("\"") || !spelling.contains { "\"\\$()[]{};<>~!&|,".contains($0) }
  }
}
