/// The words that values hold which are not known to name anything, so that nothing they may name is
/// said to be unused.
struct MentionedNames {
  private var words: Set<String> = []

  /// Linear in the values.
  init(_ configuration: Configuration) {
    for path in configuration.menus {
      let menu = configuration.catalogue.menu(path)
      let references = configuration.catalogue.names(of: menu).references
      for entry in configuration.entries(path) {
        for property in entry.writtenProperties
        where references[property] == nil && property != menu.namedBy && property != "comment"
          && property != "name"
        {
          guard let text = entry.spelling(of: property) else { continue }
          for word in text.split(whereSeparator: { ",;!:% @=".contains($0) }) {
            words.insert(String(word))
          }
          words.insert(text)
        }
      }
    }
  }

  /// Whether a value may name `name`.
  func contains(_ name: String) -> Bool { words.contains(name) }
}
