/// A word of the language, as `jalur explain --verbs` shows it.
public struct VocabularyWord: Sendable {
  /// The word.
  public let name: String
  /// When it holds, in a few words.
  public let meaning: String
  /// The values or entries it suits.
  public let suits: String
  /// How it is written.
  public let example: String
  /// What may stand behind it.
  public let form: Form

  init(_ name: String, _ form: Form, suits: String, _ meaning: String, example: String) {
    self.name = name
    self.form = form
    self.suits = suits
    self.meaning = meaning
    self.example = example
  }
}

/// All words that rules are made of. It is closed: knowledge of networks lives in the columns of views.
public enum Vocabulary {
  /// The references that may stand where a value does.
  public static let references = [
    VocabularyWord(
      "$name", .text, suits: "any", "a parameter of the rule", example: "at-most: $longest"),
    VocabularyWord(
      "$this.column", .text, suits: "any",
      "a column of the same entry; inside find, of the entry outside",
      example: "network: $this.network-expected"),
    VocabularyWord(
      "$far.column", .text, suits: "views with far ends",
      "a column of what stands at the other end", example: "remote-as: $far.local-as"),
  ]
}
