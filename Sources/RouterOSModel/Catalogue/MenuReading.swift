import RouterOSSyntax

/// Reading the `.catalogue` format, which `Catalogue/README.md` describes.
///
/// The files are part of the program, so a mistake in them is ours: a line that cannot be read is
/// left out here, and a test reads every line of every file and reports those.
extension Menu {
  /// Reads the text of one menu, its own line first.
  convenience init(catalogueText text: String) {
    var draft = Draft()
    for line in Self.lines(of: text) { _ = draft.take(line) }
    self.init(draft)
  }

  /// The lines of the text of a menu that say nothing that is understood.
  static func unreadableLines(of text: String) -> [String] {
    var draft = Draft()
    return lines(of: text).filter { line in
      guard draft.take(line) else { return true }
      let property = Property(catalogueLine: line, nil)
      return property.map { !PropertyDetails.isSound(line, $0.type) } ?? false
    }
    .map { "\(draft.path): \($0)" }
  }

  private static func lines(of text: String) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n")).map { Substring($0) }
  }

  /// A menu while its lines are read.
  struct Draft {
    var path = ""
    var kind = Kind.unmodelled
    var releases = ReleaseRange.all
    var names = NameByMajor()
    var key: [String] = []
    var orderWithin: [String] = []
    var namedBy = "name"
    var holdsInterfaces = false
    var immaterialBecause: String?
    var builtIns: [BuiltIn] = []
    var properties: [String: Property] = [:]
    var addressedBy: String?
    /// The kind it had before a release.
    var earlier: (kind: Kind, before: RouterOSVersion)?
    private var source: DefaultSource?

    /// Takes in a line; whether it says something that is understood, as far as it was read.
    mutating func take(_ line: Substring) -> Bool {
      var words = CatalogueWords(line)
      guard let first = words.next() else { return false }
      if first.utf8.first != UInt8(ascii: "/"), first.utf8.last != UInt8(ascii: ":") {
        guard let property = Property(catalogueLine: line, source) else { return false }
        return properties.updateValue(property, forKey: property.name) == nil
      }
      var rest: [Substring] = []
      while let word = words.next() { rest.append(word) }
      return first.utf8.first == UInt8(ascii: "/") ? takeHead(first, rest) : takeFact(first, rest)
    }

    private mutating func takeFact(_ fact: Substring, _ rest: [Substring]) -> Bool {
      guard let word = rest.first else { return false }
      switch fact {
      case "key:": key = rest.map { String($0) }
      case "immaterial:": immaterialBecause = rest.joined(separator: " ")
      case "order-within:": orderWithin = rest.map { String($0) }
      case "named-by:" where rest.count == 1: namedBy = String(word)
      case "addressed-by:" where rest.count == 1: addressedBy = String(word)
      case "until:" where rest.count == 2:
        guard let before = RouterOSVersion(following: word),
          let kind = Kind(rawValue: String(rest[1])), kind != .unmodelled
        else { return false }
        earlier = (kind, before)
      case "is:" where rest == ["interface"]: holdsInterfaces = true
      case "v6:" where rest.count == 1: names.six = String(word)
      case "v7:" where rest.count == 1: names.seven = String(word)
      case "source:" where rest.count == 1:
        source = DefaultSource(rawValue: String(word))
        return source != nil
      case "built-in:":
        guard let builtIn = BuiltIn(catalogueWords: rest) else { return false }
        builtIns.append(builtIn)
      default: return false
      }
      return true
    }

    private mutating func takeHead(_ path: Substring, _ rest: [Substring]) -> Bool {
      guard self.path.isEmpty, (1...2).contains(rest.count),
        let kind = Kind(rawValue: String(rest[0])), kind != .unmodelled
      else { return false }
      self.path = String(path)
      self.kind = kind
      guard rest.count == 2 else { return true }
      guard let releases = ReleaseRange(rest[1]) else { return false }
      self.releases = releases
      return true
    }
  }
}

extension Menu.BuiltIn {
  /// Reads `NAME [*ID | #PLACE] [RELEASES] [property=value …]`.
  init?(catalogueWords words: [Substring]) {
    guard let name = words.first else { return nil }
    self.name = String(name)
    var id: String?
    var releases = ReleaseRange.all
    var values: [String: String] = [:]
    for word in words.dropFirst() {
      if let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
        let value = word[word.utf8.index(after: equals)...]
        values[String(word[..<equals])] = value.split(
          separator: "\\_", omittingEmptySubsequences: false
        ).joined(separator: " ")
      } else if word.utf8.first == UInt8(ascii: "*") {
        id = String(word)
      } else if word.utf8.first == UInt8(ascii: "#") {
        id = String(word.dropFirst())
      } else if let range = ReleaseRange(word) {
        releases = range
      } else {
        return nil
      }
    }
    self.id = id
    self.releases = releases
    isDefault = values.removeValue(forKey: "default") == "yes" || name == "default"
    self.values = values
  }
}
