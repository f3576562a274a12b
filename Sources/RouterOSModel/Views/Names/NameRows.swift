import SourceText

extension Configuration {
  /// One row for each name that a line defines or uses; built-in ones that nobody names are left out.
  func nameRows(_ known: NamesOfExport) -> [Row] {
    let table = known.table
    let scripts = known.scripts
    let cycles = NameCycles(table)
    let mentioned = MentionedNames(self)
    return table.names.compactMap { name in
      let uses = table.uses[name] ?? []
      let definition = table.definition(of: name, scripts)
      if case .builtIn = definition, uses.isEmpty { return nil }
      // An interface is listed once, in its own menu when that is known.
      if name.menu == allInterfaces, uses.isEmpty { return nil }
      let isMentioned = mentioned.contains(name.text) || scripts.mention(name.text)
      return row(name, definition, uses, isMentioned: isMentioned, cycles.names.contains(name))
    }
  }

  private func row(
    _ name: Name, _ definition: NameDefinition, _ uses: [NameUse], isMentioned: Bool,
    _ isCyclic: Bool
  ) -> Row {
    let entry = definition.entry
    let first = uses.first?.span
    let users = Set(uses.map { "\($0.menu) \($0.property)" }).sorted()
    let count =
      uses.isEmpty && isMentioned
      ? Cell(.unknown(.mentioned(name.text)), .integer)
      : Cell(String(uses.count), .integer, at: first)
    return Row(
      "\(name.menu) \(name.text)", entry: nil,
      place: (entry?.isWritten ?? false ? entry?.place : nil) ?? first ?? Span(0, 0),
      cells: [
        "comment": entry.map { Cell("comment", of: $0) } ?? .none,
        "cycle": Cell(isCyclic), "defined": definition.cell(at: entry?.place ?? first),
        "menu": Cell(name.menu), "name": Cell(name.text, .name),
        "used-by": Cell(users.isEmpty ? .unset : .known(users), .set, at: first), "uses": count,
        "written": Cell(entry?.isWritten ?? false),
      ])
  }
}

extension NameDefinition {
  /// Whether there is one, as a cell; `place` defines it or first names it.
  func cell(at place: Span?) -> Cell {
    switch self {
    case .builtIn: Cell("built-in", .choice, at: place)
    case .deleted: Cell("deleted", .choice, at: place)
    case .implied: Cell("implied", .choice)
    case .missing: Cell("no", .choice, at: place)
    case .unknown(let cause): Cell(.unknown(cause), .choice, at: place)
    case .written: Cell("yes", .choice, at: place)
    }
  }

  fileprivate var entry: Entry? {
    switch self {
    case .builtIn(let entry), .written(let entry): entry
    case .deleted, .implied, .missing, .unknown: nil
    }
  }
}

extension Cause {
  fileprivate static func mentioned(_ name: String) -> Cause {
    Cause(
      "'\(name)' stands in a script or a value that need not name it",
      remedy: "look whether that means it")
  }
}
