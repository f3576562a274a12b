/// The target `[ find default-name=ether1 ]` of a `set`, as exports address entries that are always
/// there.
struct Search {
  /// The words as RouterOS writes them, brackets included; broken only between them.
  let words: [[UInt8]]

  /// Reads a target; nil when it asks for more than that properties equal values, which no export does.
  ///
  /// `where` may stand before the conditions and means nothing. RouterOS 5 prints `(unknown)` for an
  /// entry whose interface is gone.
  init?(_ target: Argument) {
    let text = target.valueBytes
    if text.elementsEqual("(unknown)".utf8) {
      words = [text]
      return
    }
    guard text.count >= 2, text.first == .leftBracket, text.last == .rightBracket else {
      return nil
    }
    var rest = text[1..<text.count - 1]
    guard let command = Self.takeWord(&rest), command.elementsEqual("find".utf8) else { return nil }
    var words: [[UInt8]] = [[.leftBracket], Array(command)]
    while let word = Self.takeWord(&rest) {
      if words.count == 2, word.elementsEqual("where".utf8) { continue }
      guard let condition = Self.condition(word) else { return nil }
      words.append(condition)
    }
    guard rest.isEmpty else { return nil }
    self.words = words + [[.rightBracket]]
  }

  /// The next word, in which a string may hold blanks; nil at the end, or where no word can begin.
  private static func takeWord(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    rest = rest.drop { $0.isBlank }
    var end = rest.startIndex
    var isInString = false
    while end < rest.endIndex, isInString || !rest[end].endsWord {
      if rest[end] == .backslash { end += 1 } else if rest[end] == .quote { isInString.toggle() }
      end += 1
    }
    guard !isInString, end <= rest.endIndex, end > rest.startIndex else { return nil }
    defer { rest = rest[end...] }
    return rest[..<end]
  }

  /// `name=value` with its value spelt as RouterOS does; nil for any other condition.
  private static func condition(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    guard let equals = word.firstIndex(of: .equals), equals > word.startIndex else { return nil }
    let name = word[..<equals]
    let raw = word[(equals + 1)...]
    guard name.allSatisfy(\.isNameByte), let value = valueWithinCode(raw) else { return nil }
    let encoded = encodeValue(value, width: .unlimited, wasQuoted: raw.first == .quote)
    let isOperand = !encoded.isQuoted && valueWithinCode(encoded.bytes[...]) == nil
    return name + [.equals] + (isOperand ? [.quote] + encoded.bytes + [.quote] : encoded.bytes)
  }
}

/// Whether a value as written holds a dollar that no backslash escapes, and so the value of a variable.
func hasVariable(_ raw: ArraySlice<UInt8>) -> Bool {
  guard raw.contains(.dollar) else { return false }
  var index = raw.startIndex
  while index < raw.endIndex {
    if raw[index] == .dollar { return true }
    index += raw[index] == .backslash ? 2 : 1
  }
  return false
}
