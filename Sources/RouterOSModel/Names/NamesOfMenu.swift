/// Which properties of a menu name entries of which menus; worked out once for each menu.
struct NamesOfMenu {
  /// A property that names entries.
  struct Reference {
    let property: Property
    /// The menu of these entries.
    let target: String
    /// The words that it takes and that are no names.
    let words: Set<String>
  }

  let references: [String: Reference]

  init(_ menu: Menu, _ catalogue: Catalogue) {
    var references: [String: Reference] = [:]
    for (name, property) in menu.properties {
      guard let reference = property.reference, catalogue.menu(reference).isModelled else {
        continue
      }
      let isInterface =
        reference.hasPrefix(allInterfaces) && catalogue.menu(reference).holdsInterfaces
      let target = isInterface ? allInterfaces : reference
      references[name] = Reference(
        property: property, target: target, words: Set(property.allowedWords).union(noNames))
    }
    self.references = references
  }
}

extension NamesOfMenu.Reference {
  /// The names that the values of an entry hold: without the `!` of a matcher, and of a gateway only the
  /// interface, which stands behind an address and `%`, before `@` and a table. Addresses are no names.
  func names(in texts: [String]) -> [String] {
    parts(of: texts).compactMap { text in
      var name = text.hasPrefix("!") ? text.dropFirst() : Substring(text)
      if target == allInterfaces {
        name = name.prefix { $0 != "@" }
        if let percent = name.firstIndex(of: "%") { name = name[percent...].dropFirst() }
      }
      let text = String(name)
      return text.isEmpty || words.contains(text) || isAddress(name) ? nil : text
    }
  }

  /// A queue has a type for each direction, separated by `/`.
  private func parts(of texts: [String]) -> [String] {
    target == "/queue/type" ? texts.flatMap { $0.split(separator: "/").map(String.init) } : texts
  }

  /// Whether a value is an address, a network, or a range of addresses.
  private func isAddress(_ text: Substring) -> Bool {
    let first = text.prefix { $0 != "-" && $0 != "/" }
    return IPAddress(String(first)) != nil
  }
}

/// Words that stand for all entries, or for none, wherever names may stand.
private let noNames: Set<String> = ["all", "any", "none", "disabled"]
