extension Form {
  /// What a name stands for.
  public static func definition(of name: Name) -> Form {
    switch name {
    case .condition:
      .anyOf([.text, .list(.text, least: 0), .mapping(Vocabulary.conditions.fields, others: nil)])
    case .conditions: .mapping([any], others: .named(.condition))
    case .expectation: .mapping(Vocabulary.verbs.fields + [any], others: .named(.condition))
    case .selection: .mapping(ofSelection, others: nil)
    case .values: oneOrMore(.text)
    }
  }

  static let any = Field(
    "any",
    .list(.mapping([], others: .named(.condition)), least: 2),
    "at least one of these mappings holds; not nested")

  static let ofSelection = [
    Field("menu", .text, "a menu of RouterOS, by its name in RouterOS 7"),
    Field("view", .view, "a view; see jalur show"),
    Field("where", .named(.conditions), "what must hold of an entry for it to be meant"),
  ]

  static let howMany = Field(
    "how-many", .named(.condition), "how many must be found; at least one if left out")
}

extension [VocabularyWord] {
  /// The words as keys.
  var fields: [Field] { map { Field($0.name, $0.form, $0.meaning) } }
}
