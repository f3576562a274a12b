/// Entries of one menu by what other entries call them: a name, or for built-in ones a number, too.
struct NamedEntries {
  private var byName: [String: Entry] = [:]

  /// The entries of a menu; where several have a name, the first is meant. Linear.
  init(of menu: String, in configuration: Configuration) {
    for entry in configuration.entries(menu) {
      let names = [
        entry.value("name").text ?? entry.factoryName, entry.builtIn?.name, entry.builtIn?.id,
        entry.selector,
      ]
      for name in names.compactMap({ $0 }) where byName[name] == nil { byName[name] = entry }
    }
  }

  /// The entry that others call `name`.
  subscript(name: String) -> Entry? { byName[name] }
}
