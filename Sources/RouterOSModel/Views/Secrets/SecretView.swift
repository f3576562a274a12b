extension ViewDefinition {
  static let secrets = ViewDefinition(
    meaning: "where secrets stand, never their values",
    columns: [
      ViewColumn("menu", .text, "the menu, as people write it"),
      ViewColumn("item", .text, "the entry it stands in"),
      ViewColumn("property", .text, "the property that holds it"),
      ViewColumn("visible", .boolean, "whether it stands there in clear"),
    ],
    menus: [],
    rows: { $0.configuration.secretRows() })
}
