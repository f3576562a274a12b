import Policy

/// The words of the language for people: conditions, verbs and references, each with an example.
public func renderVocabulary(in palette: Palette = .plain) -> String {
  let conditions = (Vocabulary.plainConditions + Vocabulary.conditions).sorted { $0.name < $1.name }
  return section("conditions, the same in where and in expect", conditions, palette)
    + section("verbs, in expect; all but find judge a group", Vocabulary.verbs, palette)
    + section("references, where a value may stand", Vocabulary.references, palette)
}

private func section(_ title: String, _ words: [VocabularyWord], _ palette: Palette) -> String {
  let width = words.map(\.name.count).max() ?? 0
  return palette.paint(title, .strong) + "\n"
    + words.map { word in
      let padding = String(repeating: " ", count: width - word.name.count)
      let indent = String(repeating: " ", count: width + 4)
      return "  \(palette.paint(word.name, .strong))\(padding)  \(word.meaning)"
        + " (\(word.suits))\n\(indent)\(palette.paint(word.example, .faint))\n"
    }.joined() + "\n"
}
