import RouterOSSyntax

extension Property {
  /// Reads a line such as `vlan-id integer 1..4094 = 1 @manual`, as far as every export needs it; what
  /// else the line says is read from it when it is asked for. Nil when it is no line of a property.
  ///
  /// `source` is who says the defaults that do not name anybody.
  convenience init?(catalogueLine line: Substring, _ source: DefaultSource?) {
    var words = CatalogueWords(line)
    guard let name = words.next(), name.utf8.last != UInt8(ascii: ":"),
      let type = words.next().flatMap({ typesByName[$0] })
    else {
      return nil
    }
    var facts = Facts(name: String(name), type: type)
    while let word = words.next() { facts.take(word, &words, source) }
    self.init(facts, line)
  }

  /// What every export needs to know of a property, while its line is read.
  struct Facts {
    let name: String
    let type: ValueType
    var isSecret = false
    var defaults: [VersionedDefault] = []
  }
}

extension Property.Facts {
  fileprivate mutating func take(
    _ word: Substring, _ words: inout CatalogueWords, _ source: DefaultSource?
  ) {
    switch word.utf8.first {
    case UInt8(ascii: "s"): isSecret = isSecret || word == "secret"
    case UInt8(ascii: "-") where word == "->", UInt8(ascii: "v"),
      UInt8(ascii: "u") where word == "unit:":
      _ = words.next()
    case UInt8(ascii: "u") where word != "unsettable":
      defaults.append(VersionedDefault(since: nil, value: Default(catalogueWord: word), source))
    case UInt8(ascii: "="):
      guard let value = words.next() else { return }
      let since = RouterOSVersion(leading: word.dropFirst())
      defaults.append(
        VersionedDefault(since: since, value: Default(catalogueWord: value), source))
    case UInt8(ascii: "@") where !defaults.isEmpty:
      defaults[defaults.count - 1].source = DefaultSource(rawValue: String(word.dropFirst()))
    default: return
    }
  }
}

/// The words of a line of the catalogue, one after the other.
struct CatalogueWords {
  private var rest: Substring.UTF8View

  init(_ line: Substring) { rest = line.utf8 }

  /// The next word; nil at the end of the line.
  mutating func next() -> Substring? {
    guard let start = rest.firstIndex(where: { $0 != UInt8(ascii: " ") }) else { return nil }
    rest = rest[start...]
    let end = rest.firstIndex(of: UInt8(ascii: " ")) ?? rest.endIndex
    let word = rest[..<end]
    rest = rest[end...]
    return Substring(word)
  }
}

private let typesByName: [Substring: ValueType] = Dictionary(
  uniqueKeysWithValues: ValueType.allCases.map { (Substring($0.rawValue), $0) })
