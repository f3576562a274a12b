/// The words of all scripts that an export holds, to tell whether one of them may use a name.
struct ScriptWords {
  private let words: Set<Substring>

  /// Linear in the size of the scripts.
  init(_ configuration: Configuration) {
    var words: Set<Substring> = []
    for path in configuration.menus {
      let properties = configuration.catalogue.menu(path).propertiesOfScripts
      if properties.isEmpty { continue }
      for entry in configuration.entries(path) {
        for property in properties {
          guard let text = entry.spelling(of: property), !callsScript(text) else { continue }
          words.formUnion(Self.words(of: text))
        }
      }
    }
    self.words = words
  }

  /// Whether a script holds all words of a name.
  func mention(_ name: String) -> Bool {
    let parts = Self.words(of: name)
    return !words.isEmpty && !parts.isEmpty && parts.allSatisfy(words.contains)
  }

  private static func words(of text: String) -> [Substring] {
    text.utf8.split { byte in
      !(0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || byte >= 0x80
        || byte == 0x2D || byte == 0x5F || byte == 0x2E)
    }.map { Substring($0) }
  }
}
