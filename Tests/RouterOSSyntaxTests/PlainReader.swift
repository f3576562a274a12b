/// A second reader of exports, as short as the grammar allows and slow: what it finds is what the parser
/// must find. It knows whole exports only, without damage and without scripts.
///
/// Lines are joined first, then cut into words, each with no regard to the parser's ways.
struct PlainReader {
  struct Command: Equatable {
    var menu: String
    var verb: String
    var arguments: [String]
  }

  private(set) var commands: [Command] = []
  private var menu = ""

  init(_ bytes: [UInt8]) {
    for line in Self.joinedLines(bytes) where line.first != UInt8(ascii: "#") {
      read(Self.words(line))
    }
  }

  /// The lines with continuations taken out, without blanks around them.
  private static func joinedLines(_ bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    for piece in bytes.filter({ $0 != 0x0D }).split(
      separator: 0x0A, omittingEmptySubsequences: false)
    {
      let isComment = line.isEmpty && piece.first == UInt8(ascii: "#")
      let text = line.isEmpty ? piece : piece.drop { $0 == 0x20 || $0 == 0x09 }
      let slashes = text.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if slashes % 2 == 1, !isComment {
        line += text.dropLast()
      } else {
        lines.append(line + text)
        line = []
      }
    }
    return (lines + [line]).map { Array($0.drop { $0 <= 0x20 }) }.filter { !$0.isEmpty }
  }

  /// The words of a line: blanks cut it, but not in quotes or brackets.
  private static func words(_ line: [UInt8]) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    var isQuoted = false
    var depth = 0
    var isEscaped = false
    for byte in line {
      if !isQuoted, depth == 0, byte == 0x20 {
        if !word.isEmpty { words.append(word) }
        word = []
        continue
      }
      word.append(byte)
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: "[") {
        depth += 1
      } else if !isQuoted, byte == UInt8(ascii: "]") {
        depth -= 1
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  private mutating func read(_ words: [[UInt8]]) {
    let verbs = ["add", "set"].map { Array($0.utf8) }
    guard let place = words.firstIndex(where: verbs.contains) else {
      menu = Self.path(words)
      return
    }
    if place > 0 { menu = Self.path(Array(words[..<place])) }
    var prefix: [UInt8] = []
    let arguments = words[(place + 1)...].map { Self.argument($0, &prefix) }
    commands.append(
      Command(menu: menu, verb: Self.text(words[place]), arguments: arguments))
  }

  private static func path(_ words: [[UInt8]]) -> String {
    "/" + words.map(text).joined(separator: "/").split(separator: "/").joined(separator: "/")
  }

  /// An argument with its name in full and its value decoded.
  private static func argument(_ word: [UInt8], _ prefix: inout [UInt8]) -> String {
    guard word.first != UInt8(ascii: "["), word.first != UInt8(ascii: "\""),
      let equals = word.firstIndex(of: UInt8(ascii: "="))
    else { return text(decoded(word)) }
    var name = Array(word[..<equals])
    if name.first == UInt8(ascii: ".") {
      name = prefix + name
    } else if let dot = name.lastIndex(of: UInt8(ascii: ".")) {
      prefix = Array(name[..<dot])
    }
    return text(name) + "=" + text(decoded(Array(word[(equals + 1)...])))
  }

  private static func decoded(_ value: [UInt8]) -> [UInt8] {
    guard value.first == UInt8(ascii: "\""), value.count > 1 else { return value }
    let letters: [UInt8: UInt8] = [0x6E: 0x0A, 0x72: 0x0D, 0x74: 0x09, 0x5F: 0x20]
    var out: [UInt8] = []
    var rest = value.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.popFirst() else {
        out.append(byte)
        continue
      }
      let pair = [next, rest.first ?? 0]
      if let letter = letters[next] {
        out.append(letter)
      } else if let number = UInt8(String(decoding: pair, as: UTF8.self), radix: 16) {
        out.append(number)
        rest = rest.dropFirst()
      } else {
        out.append(next)
      }
    }
    return out
  }

  private static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
