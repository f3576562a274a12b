import RouterOSSyntax

/// Targets that are code: a search, or one of what a search finds. Read byte by byte, because an escape stands
/// for a byte and text may be of any encoding.
extension Target {
  /// What code in brackets means; unreadable unless it can be worked out without a router.
  init(code: ArraySlice<UInt8>) {
    self =
      Self.conditions(of: code).map(Self.found) ?? Self.pick(code)
      ?? SearchReader.search(in: code).map(Self.filtered) ?? .unreadable
  }

  /// Reads `[:pick [find comment=a] 1]`.
  private static func pick(_ code: ArraySlice<UInt8>) -> Self? {
    let start = Array("[:pick ".utf8)
    guard code.starts(with: start), code.last == closer,
      let end = code.dropLast().lastIndex(of: closer), end >= code.startIndex + start.count
    else { return nil }
    let search = code[(code.startIndex + start.count)...end]
    let number = code[(end + 1)...].dropLast().drop { $0 == UInt8(ascii: " ") }
    guard let place = Int(decodeText(number)), place >= 0, let conditions = conditions(of: search)
    else { return nil }
    return .picked(conditions, place)
  }

  private static let opener = UInt8(ascii: "[")
  private static let closer = UInt8(ascii: "]")

  /// The conditions of `[find where name="a b" and disabled=no]`; nil for what cannot be worked out
  /// without a router.
  private static func conditions(of code: ArraySlice<UInt8>) -> [Condition]? {
    guard code.first == opener, code.last == closer else { return nil }
    var rest = code.dropFirst().dropLast()
    guard let command = takeWord(&rest), command.elementsEqual("find".utf8) else { return nil }
    var conditions: [Condition] = []
    var isFirst = true
    while let word = takeWord(&rest) {
      if isFirst, word.elementsEqual("where".utf8) { isFirst = false; continue }
      let isConjunction = word.elementsEqual("and".utf8) || word.elementsEqual("&&".utf8)
      if isConjunction, !conditions.isEmpty { continue }
      isFirst = false
      guard let condition = condition(word) else { return nil }
      conditions.append(condition)
    }
    return conditions
  }

  /// Takes the next word with the quoted parts in it; nil at the end.
  private static func takeWord(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    rest = rest.drop(while: isBlank)
    guard !rest.isEmpty else { return nil }
    var isQuoted = false
    var isEscaped = false
    let word = rest.prefix { byte in
      if isEscaped { isEscaped = false; return true }
      isEscaped = byte == UInt8(ascii: "\\")
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return isQuoted || !isBlank(byte)
    }
    rest = rest.dropFirst(word.count)
    return word
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

  private static func condition(_ word: ArraySlice<UInt8>) -> Condition? {
    guard let equals = word.firstIndex(of: UInt8(ascii: "=")), equals > word.startIndex,
      word[..<equals].allSatisfy(isNameByte),
      let value = valueWithinCode(word[(equals + 1)...])
    else { return nil }
    return Condition(property: decodeText(word[..<equals]), value: decodeText(value))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
