import RouterOSSyntax

/// Reading the `.catalogue` format, which `Catalogue/README.md` describes.
///
/// The files are part of the program, so a mistake in them is ours: a line that cannot be read is
/// left out here, and a test reads every line of every file and reports those.
extension Menu {
  /// Reads the section of one menu, its own line first.
  convenience init(catalogueSection section: Substring) {
    var key: [String] = []
    var orderWithin: [String] = []
    var builtIns: [BuiltIn] = []
    var properties: [String: Property] = [:]
    let lines = section.split(separator: "\n").filter { !$0.hasPrefix("#") }
    for line in lines.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "key:": key = Array(words.dropFirst())
      case "order-within:": orderWithin = Array(words.dropFirst())
      case "built-in:": builtIns.append(BuiltIn(catalogueWords: words.dropFirst()))
      default:
        if let property = Property(catalogueWords: words) { properties[property.name] = property }
      }
    }
    let head = lines.first?.split(separator: " ").map(String.init) ?? []
    self.init(
      path: head.first ?? "", kind: head.dropFirst().first.flatMap(Kind.init) ?? .unmodelled,
      key: key, orderWithin: orderWithin, builtIns: builtIns, properties: properties)
  }
}

extension Menu {
  /// Whether a line of a section says something that is understood.
  static func understands(_ line: String) -> Bool {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first, first != "key:", first != "order-within:" else {
      return words.count > 1
    }
    if first.hasPrefix("#") { return true }
    if first == "built-in:" { return words.count > 1 }
    if first.hasPrefix("/") { return words.count == 2 && Kind(rawValue: words[1]) != nil }
    return Property(catalogueWords: words) != nil
  }
}

extension Menu.BuiltIn {
  /// Reads `NAME [*ID] [property=value …]`.
  init(catalogueWords words: ArraySlice<String>) {
    name = words.first ?? ""
    id = words.first { $0.hasPrefix("*") }
    var values: [String: String] = [:]
    for word in words {
      guard let equals = word.firstIndex(of: "=") else { continue }
      values[String(word[..<equals])] = String(word[word.index(after: equals)...])
    }
    self.values = values
  }
}

extension Property {
  /// Reads `NAME TYPE [secret] [= VALUE | =RELEASE VALUE | unset] …`; nil when it is none.
  init?(catalogueWords words: [String]) {
    guard words.count >= 2, let type = ValueType(rawValue: words[1]) else { return nil }
    var defaults: [VersionedDefault] = []
    var rest = words.dropFirst(2)
    var isSecret = false
    while let word = rest.popFirst() {
      if word == "secret" {
        isSecret = true
      } else if word == "unset" || word == "unknown" {
        defaults.append(VersionedDefault(since: nil, value: Self.default(word)))
      } else if word.hasPrefix("="), let value = rest.popFirst() {
        let since = RouterOSVersion(word.dropFirst() + (word.contains(".") ? "" : ".0"))
        defaults.append(VersionedDefault(since: since, value: Self.default(value)))
      } else {
        return nil
      }
    }
    self.init(name: words[0], type: type, isSecret: isSecret, defaults: defaults)
  }

  private static func `default`(_ word: String) -> Default {
    switch word {
    case "unset": .none
    case "unknown": .undocumented
    case "\"\"": .value("")
    default: .value(word)
    }
  }
}
