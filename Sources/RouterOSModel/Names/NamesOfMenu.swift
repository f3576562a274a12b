public import RouterOSSyntax

/// Which properties of a menu name entries of which menus; worked out once for each menu.
public struct NamesOfMenu: Sendable {
  /// A property that names entries.
  struct Reference: Sendable {
    let property: Property
    /// The menu of these entries.
    let target: String
    /// The menus whose entries it may name instead, as a queue hangs on another one or on an interface.
    let alternatives: [String]
    /// The words that it takes and that are no names.
    let words: Set<String>
  }

  let references: [String: Reference]

  /// Reads from the catalogue what the properties of `menu` name.
  public init(_ menu: Menu, _ catalogue: Catalogue = .shipped) {
    var references: [String: Reference] = [:]
    for (name, property) in menu.properties {
      guard let reference = property.reference, catalogue.menu(reference).isModelled else {
        continue
      }
      let isInterface =
        reference.hasPrefix(allInterfaces) && catalogue.menu(reference).holdsInterfaces
      let target = isInterface ? allInterfaces : reference
      references[name] = Reference(
        property: property, target: target, alternatives: property.otherReferences,
        words: Set(property.allowedWords).union(noNames))
    }
    self.references = references
  }

  /// The properties that name entries, sorted.
  public var properties: [String] { references.keys.sorted() }

  /// The menu whose entries `property` names, `/interface` for interfaces of any kind; nil when it names none.
  public func target(of property: String) -> String? { references[property]?.target }

  /// The names that a value of `property` holds, in order.
  public func names(in text: String, of property: String) -> [String] {
    guard let reference = references[property] else { return [] }
    return reference.names(in: reference.property.type.elements(of: text))
  }

  /// The value with other names for those that `rename` knows, in the one spelling of its type.
  public func renaming(_ text: String, of property: String, by rename: (String) -> String?)
    -> String
  {
    guard let reference = references[property] else { return text }
    let type = reference.property.type
    let elements = type.elements(of: text)
    let renamed = elements.map { element -> String in
      for name in reference.names(in: [element]) {
        if let other = rename(name) { return element.replacing(name, with: other) }
      }
      return element
    }
    return renamed == elements ? text : type.canonical(renamed.joined(separator: ","))
  }
}

extension Menu {
  /// The menus under which other entries name those of this one: its own, and `/interface` for interfaces.
  public var namedUnder: [String] {
    holdsInterfaces || path == "/interface/list" ? [path, allInterfaces] : [path]
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
      if target == "/system/script", !callsScript(text) { return nil }
      return text.isEmpty || words.contains(text) || isAddress(name) ? nil : text
    }
  }

  /// The tables or VRFs that gateways name behind `@`.
  func tables(in texts: [String]) -> [String] {
    guard property.name == "gateway", target == allInterfaces else { return [] }
    return texts.compactMap { text in
      let table = text.drop { $0 != "@" }.dropFirst()
      return table.isEmpty ? nil : String(table)
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

/// Whether a script is nothing but the name of another, which it calls.
func callsScript(_ text: String) -> Bool { text.utf8.allSatisfy(\.isOfScriptName) }

extension UInt8 {
  /// Whether it may stand in a script that is nothing but the name of another: commands hold other bytes.
  fileprivate var isOfScriptName: Bool {
    0x30...0x39 ~= self || 0x41...0x5A ~= self || 0x61...0x7A ~= self || self >= 0x80
      || "-_.".utf8.contains(self)
  }
}

/// Words that stand for all entries, or for none, wherever names may stand.
private let noNames: Set<String> = ["all", "any", "none", "disabled"]

/// Whether a name needs no line to stand for something: what interfaces leave the factory with, the main table,
/// and what RouterOS makes while it runs.
public func existsWithoutLine(
  _ name: String, under menu: String, in version: RouterOSVersion?
) -> Bool {
  switch menu {
  case allInterfaces: name.hasPrefix("<") || kindOfFactoryName(name) != nil
  case "/routing/table": name == "main" || version?.major == 6
  case "/ip/vrf": name == "main"
  case _: false
  }
}
