extension ViewDefinition {
  static let items = ViewDefinition(
    meaning: "every entry of every menu, and what identifies it",
    columns: [
      ViewColumn("menu", .text, "the menu in slash form"),
      ViewColumn("name", .text, "what people call it"),
      ViewColumn(
        "kind", .choice, "how the entries of its menu belong together",
        words: Menu.Kind.allCases.map(\.rawValue)),
      ViewColumn("key", .set, "the properties that identify it, where RouterOS enforces any"),
      .disabled,
    ],
    menus: [],
    rows: { $0.configuration.itemRows() })
}

extension Configuration {
  /// One row for each entry that a line speaks of, menu by menu in the order of their paths.
  func itemRows() -> [Row] {
    let entries = menus.flatMap { path in self.entries(path).filter(\.isWritten) }
    let cells = ItemCells(entries)
    return entries.enumerated().map { place, entry in
      Row(entry, place: entry.place, askingFor: cells, at: place)
    }
  }
}

/// What items are, told when somebody asks: nearly all of them are only looked at to find a few.
private final class ItemCells: FurtherCells {
  let columns: Set<String> = ["disabled", "key", "kind", "menu", "name"]
  private let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  func title(at place: Int) -> String { "\(entries[place].menu.path) \(entries[place].title)" }

  func cell(_ column: String, at place: Int) -> Cell? {
    let entry = entries[place]
    let menu = entry.menu
    switch column {
    case "disabled": return menu.properties[column] == nil ? Cell.none : Cell(column, of: entry)
    case "key": return Cell(menu.key.isEmpty ? .unset : .known(menu.key.sorted()), .set)
    case "kind": return Cell(menu.kind.rawValue, .choice)
    case "menu": return Cell(menu.path)
    case "name":
      let title = entry.title
      return Cell(title.isEmpty ? "settings" : title)
    default: return nil
    }
  }
}
