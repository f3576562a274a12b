extension ViewDefinition {
  static let secrets = ViewDefinition(
    meaning: "where secrets stand and what they are worth, never their values",
    columns: [
      ViewColumn("menu", .text, "the menu, as people write it"),
      ViewColumn("item", .text, "the entry it stands in"),
      ViewColumn("property", .text, "the property that holds it"),
      ViewColumn(
        "found-in", .choice, "what holds it: a property made for it, or something else",
        words: FoundSecret.Holder.allCases.map(\.rawValue)),
      ViewColumn(
        "kind", .choice, "what it is for", words: KindOfSecret.allCases.map(\.rawValue)),
      ViewColumn("visible", .boolean, "whether it stands there in clear"),
      ViewColumn("length", .integer, "how many characters it has; none when it is empty"),
      ViewColumn(
        "kinds-of-character", .integer, "how many of: small letters, capitals, digits, others"),
      ViewColumn("common", .boolean, "whether it is one of those that everybody tries first"),
      ViewColumn(
        "entropy", .integer, "how many guesses it withstands, about, as a power of two"),
      ViewColumn("repeats", .set, "what it is the same as, forwards or backwards: user, ssid, …"),
      ViewColumn("reused-by", .list, "others that have the same one and should not"),
      ViewColumn("enabled", .boolean, "whether its entry is switched on"),
    ],
    menus: [],
    rows: { $0.secretRows() })
}
