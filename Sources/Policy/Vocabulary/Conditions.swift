extension Vocabulary {
  /// The operators of conditions, by name. Equality needs none, and `any` joins mappings of conditions;
  /// together they are the twelve conditions of the language.
  public static let conditions = [
    VocabularyWord(
      "at-least", .text, suits: "numbers, times, sizes", "it is this or more",
      example: "mrru: { at-least: 1514 }"),
    VocabularyWord(
      "at-most", .text, suits: "numbers, times, sizes", "it is this or less",
      example: "hold-time: { at-most: 30s }"),
    VocabularyWord(
      "contains", .named(.values), suits: "lists", "it has any of these",
      example: "auth: { contains: [pap, chap] }"),
    VocabularyWord(
      "covers", .named(.values), suits: "addresses", "it contains one of these whole",
      example: "advertises: { covers: 192.0.2.0/24 }"),
    VocabularyWord(
      "inside", .named(.values), suits: "addresses", "all its addresses lie in these",
      example: "ranges: { inside: $this.prefix }"),
    VocabularyWord(
      "matches", .text, suits: "text", "this extended regular expression is found in it",
      example: "comment: { matches: \"^NET-[0-9]+\" }"),
    VocabularyWord(
      "not", .named(.condition), suits: "any", "what stands behind it does not hold",
      example: "routing-table: { not: [guest, lab] }"),
    VocabularyWord(
      "only", .named(.values), suits: "lists", "it has values, and none but these",
      example: "auth: { only: mschap2 }"),
    VocabularyWord(
      "overlaps", .named(.values), suits: "addresses", "it shares an address with one of these",
      example: "ranges: { not: { overlaps: $this.reserved } }"),
    VocabularyWord(
      "present", .choice(["no", "yes"]), suits: "any", "it has a value, or with no, it has none",
      example: "bridge: { present: yes }"),
  ]

  /// The two conditions that are written without an operator.
  public static let plainConditions = [
    VocabularyWord(
      "any", .named(.conditions), suits: "mappings", "at least one of these mappings holds",
      example: "any: [{ use-bfd: yes }, { hold-time: { at-most: 30s } }]"),
    VocabularyWord(
      "column: value", .text, suits: "one value",
      "they are equal; of a list of values, to one of them",
      example: "check-gateway: [ping, arp]"),
  ]
}
