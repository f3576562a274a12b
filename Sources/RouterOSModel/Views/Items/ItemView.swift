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
    menus.flatMap { path in
      let menu = catalogue.menu(path)
      let key: Cell.Content = menu.key.isEmpty ? .unset : .known(menu.key.sorted())
      return entries(path).filter(\.isWritten).map { entry in
        Row(
          "\(path) \(entry.title)", entry: entry, place: entry.place,
          cells: [
            "disabled": menu.properties["disabled"] == nil ? .none : Cell("disabled", of: entry),
            "key": Cell(key, .set), "kind": Cell(menu.kind.rawValue, .choice),
            "menu": Cell(path), "name": Cell(entry.title.isEmpty ? "settings" : entry.title),
          ])
      }
    }
  }
}
