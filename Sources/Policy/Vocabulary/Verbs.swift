extension Vocabulary {
  /// The verbs, by name. All but `find` judge the entries of a group together.
  public static let verbs = [
    VocabularyWord(
      "disjoint", .anyOf([.text, .mapping([column, across], others: nil)]), suits: "addresses",
      "no two entries share an address",
      example: "disjoint: { column: prefix, across: interface }"),
    VocabularyWord(
      "distinct", .named(.values), suits: "any",
      "no two values are equal; of several columns, each",
      example: "distinct: router-id"),
    VocabularyWord(
      "find", .mapping(Form.ofSelection + [Form.howMany], others: nil), suits: "single entries",
      "for each entry a second selection on the same router finds so many",
      example: "find: { menu: /ip dhcp-client, where: { interface: $this.interface }, how-many: 0 }"
    ),
    VocabularyWord(
      "how-many",
      .anyOf([.text, .mapping(conditions.fields + [column, chosen], others: nil)]), suits: "any",
      "so many entries, or different values of a column, are there",
      example: "how-many: { column: port, at-least: 2 }"),
    VocabularyWord(
      "in-order", .list(.named(.conditions), least: 2), suits: "ordered menus",
      "each step is met, and first by an entry before the first of the next step",
      example: "in-order: [{ action: accept }, { action: drop }]"),
    VocabularyWord(
      "same", .named(.values), suits: "any", "all entries agree; of several columns, on each",
      example: "same: [max-mtu, max-mru]"),
    VocabularyWord(
      "strictly-ordered", .anyOf([.text, .mapping([column, by], others: nil)]),
      suits: "numbers, times, sizes",
      "no two share a value; with by, the order is also that of the other column",
      example: "strictly-ordered: distance"),
  ]

  private static let column = Field("column", .text, "the column that is judged")
  private static let across = Field(
    "across", .text, "only entries that differ in this column are compared")
  private static let by = Field("by", .text, "the column whose order it must follow")
  private static let chosen = Field(
    "where", .named(.conditions), "counts only entries of which this holds")
}
