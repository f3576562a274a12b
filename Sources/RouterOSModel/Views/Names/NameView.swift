extension ViewDefinition {
  static let names = ViewDefinition(
    meaning: "what things are called: who defines a name, and who uses it",
    columns: [
      ViewColumn("menu", .text, "the menu whose entries are called so"),
      ViewColumn("name", .name, "the name"),
      ViewColumn(
        "defined", .choice,
        "whether there is an entry of that name; deleted: only its number is left",
        words: ["built-in", "deleted", "implied", "no", "yes"]),
      ViewColumn("uses", .integer, "how many values of the export name it"),
      ViewColumn("used-by", .set, "the menus and properties that name it"),
      ViewColumn("cycle", .boolean, "whether it is part of itself, as a list that includes itself"),
    ],
    menus: [],
    rows: { $0.configuration.nameRows($0.names) })
}
