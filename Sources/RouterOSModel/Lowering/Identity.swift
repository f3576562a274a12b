extension Entry {
  /// What identifies the entry within its menu, or nil where RouterOS enforces nothing.
  ///
  /// Settings entries are all one; built-in entries go by their name, addressed ones such as physical
  /// interfaces by their selector, others by the key of the catalogue.
  public var identity: String? { identityParts?.joined(separator: " ") }

  /// The same in parts, which two entries share only if they are the same thing.
  public var identityParts: [String]? {
    if menu.kind == .settings { return [] }
    if let builtIn { return [builtIn.name] }
    if let selector { return [selector] }
    guard !menu.key.isEmpty else { return nil }
    var parts: [String] = []
    for property in menu.key {
      guard let text = statedValue(property).text else { return nil }
      parts.append(text)
    }
    return parts
  }

  /// A few words that tell a person which entry is meant. They name no secret property, but may repeat a
  /// secret by chance: ``Concealment/text(_:)`` must go over them before they are shown.
  public var title: String {
    if let selector, menu.searchesForSecret(Array(selector.utf8)) { return "<secret>" }
    if let identity, !identity.isEmpty, !menu.key.contains(where: menu.isSecret) { return identity }
    if menu.kind != .settings, !menu.isSecret("name"), argument(of: "name") != nil,
      let name = statedValue("name").text, !name.isEmpty
    {
      return name
    }
    let shown = writtenProperties.filter {
      !menu.isSecret($0) && $0 != "comment" && $0 != "disabled"
    }
    let words = shown.prefix(4).map { "\($0)=\(statedValue($0).text ?? "")" }
    return words.joined(separator: " ")
  }
}
