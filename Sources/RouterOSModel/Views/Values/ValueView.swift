extension ViewDefinition {
  static let values = ViewDefinition(
    meaning: "every value that a line gives, and whether it can be one and names something",
    columns: [
      ViewColumn("menu", .text, "the menu in slash form"),
      ViewColumn("item", .text, "the entry it stands in"),
      ViewColumn("property", .text, "the property"),
      ViewColumn("value", .text, "the value; of a list of names one of them"),
      ViewColumn("problem", .text, "why a router would refuse it"),
      ViewColumn("refers-to", .text, "the menu whose entries it names"),
      ViewColumn(
        "defined", .choice, "whether there is an entry of that name",
        words: ["built-in", "deleted", "implied", "no", "yes"]),
    ],
    menus: [],
    rows: { valueRows($0) })
}
