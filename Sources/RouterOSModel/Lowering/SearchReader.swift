import RouterOSSyntax

/// Reads what `[find where …]` asks, byte by byte, because an escape stands for a byte and text may be of any
/// encoding. Linear; what nests deeper than ``deepest`` is not read.
struct SearchReader {
  private var rest: ArraySlice<UInt8>
  private var depth = 0
  private static let deepest = 16

  /// The search in brackets; nil when only a router can work it out.
  static func search(in code: ArraySlice<UInt8>) -> Search? {
    guard code.first == UInt8(ascii: "["), code.last == UInt8(ascii: "]") else { return nil }
    var reader = Self(rest: code.dropFirst().dropLast())
    guard reader.takeWord("find") else { return nil }
    _ = reader.takeWord("where")
    guard let search = reader.either() else { return nil }
    reader.skipBlanks()
    return reader.rest.isEmpty ? search : nil
  }

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  private mutating func either() -> Search? {
    guard var search = both() else { return nil }
    while takeWord("or") || take("||") {
      guard let next = both() else { return nil }
      search = .either(search, next)
    }
    return search
  }

  private mutating func both() -> Search? {
    guard var search = one() else { return nil }
    while true {
      let isJoined = takeWord("and") || take("&&")
      if !isJoined, isAtEnd { return search }
      guard let next = one() else { return nil }
      search = .both(search, next)
    }
  }

  /// Whether no further condition follows that need not be joined by a word.
  private var isAtEnd: Bool {
    var ahead = self
    ahead.skipBlanks()
    return ahead.rest.isEmpty || ahead.rest.first == UInt8(ascii: ")") || ahead.take("||")
      || ahead.takeWord("or")
  }

  private mutating func one() -> Search? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return nil }
    if takeWord("not") || take("!") { return one().map(Search.not) }
    if take("(") {
      guard let search = either(), take(")") else { return nil }
      return search
    }
    return comparison()
  }

  private mutating func comparison() -> Search? {
    skipBlanks()
    let name = rest.prefix(while: \.isOfName)
    guard !name.isEmpty else { return nil }
    rest = rest.dropFirst(name.count)
    let property = decodeText(name)
    guard let relation = Search.Relation.allCases.first(where: { take($0.rawValue) }) else {
      return .isOn(property)
    }
    return value().map { .compares(property, relation, $0) }
  }

  private mutating func value() -> String? {
    skipBlanks()
    let isQuoted = rest.first == UInt8(ascii: "\"")
    var isEscaped = false
    var isInside = false
    let text = rest.prefix { byte in
      if isEscaped { isEscaped = false; return true }
      isEscaped = byte == UInt8(ascii: "\\")
      if !isQuoted { return !byte.isBlank && byte != UInt8(ascii: ")") }
      if byte == UInt8(ascii: "\"") { isInside.toggle(); return true }
      return isInside
    }
    rest = rest.dropFirst(text.count)
    return valueWithinCode(text).map(decodeText)
  }

  private mutating func skipBlanks() { rest = rest.drop(while: \.isBlank) }

  /// Takes an operator, behind any blanks.
  private mutating func take(_ sign: String) -> Bool {
    let text = rest.drop(while: \.isBlank)
    guard text.starts(with: sign.utf8) else { return false }
    rest = text.dropFirst(sign.utf8.count)
    return true
  }

  /// Takes a word that is not the beginning of a longer one, nor a property that is compared.
  private mutating func takeWord(_ word: String) -> Bool {
    let text = rest.drop(while: \.isBlank)
    guard text.starts(with: word.utf8) else { return false }
    let behind = text.dropFirst(word.utf8.count)
    if let next = behind.first, next.isOfName || "=~<>".utf8.contains(next) { return false }
    rest = behind
    return true
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self }

  fileprivate var isOfName: Bool {
    0x30...0x39 ~= self || 0x41...0x5A ~= self || 0x61...0x7A ~= self || "-.".utf8.contains(self)
  }
}
