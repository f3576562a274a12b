extension ViewDefinition {
  static let items = ViewDefinition(
    meaning: "every entry of every menu, and what identifies it",
    columns: [
      ViewColumn("menu", .text, "the menu in slash form"),
      ViewColumn("name", .text, "what people call it"),
      ViewColumn(
        "kind", .choice, "how the entries of its menu belong together",
        words: Menu.Kind.allCases.map(\.rawValue)),
      ViewColumn(
        "identified-by", .set, "the properties that identify it, where RouterOS enforces any"),
      ViewColumn("identity", .text, "the values of these"),
      ViewColumn("repeats", .boolean, "whether it says again what an entry before it says"),
      .disabled,
    ],
    menus: [],
    rows: { views in
      let rows = views.configuration.itemRows()
      return views.with(RepeatedItems.columns, rows, RepeatedItems.init) { $1.cells(of: $0) }
    })
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
            "identified-by": Cell(key, .set),
            "identity": Cell(menu.key.isEmpty ? nil : entry.identity),
            "kind": Cell(menu.kind.rawValue, .choice),
            "menu": Cell(path), "name": Cell(entry.title.isEmpty ? "settings" : entry.title),
          ])
      }
    }
  }
}
