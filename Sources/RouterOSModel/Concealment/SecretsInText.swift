/// The secrets that stand in a text or in code that is not split into commands: behind `password=` and the
/// like, and before the host of a URL.
///
/// Linear in the length of the text.
struct SecretsInText {
  /// Where they stand, in order and apart.
  private(set) var ranges: [Range<Int>] = []
  /// What they are, as far as that can be told.
  private(set) var values: [ArraySlice<UInt8>] = []

  /// Whether the text ends where a secret would begin, which may then stand on the next line.
  private(set) var endsBeforeSecret = false

  private let text: [UInt8]
  private var index = 0
  /// The word that may be a name, when it is not known yet what follows it.
  private var name = 0..<0
  private var isNameOpen = false
  /// Whether the word before that one is `:local`, `:global` or `:set`.
  private var isAssigned = false
  /// Where the next `@` or quote stands, once it was looked for.
  private var stop = -1

  init(_ text: [UInt8]) {
    self.text = text
    while index < text.count {
      take(text[index])
      index += 1
    }
  }

  private mutating func take(_ byte: UInt8) {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      if !isNameOpen {
        if assignsSecret() { return hide(from: index) }
        isAssigned = isAssignment()
        name = index..<index
      }
      name = name.lowerBound..<index + 1
      isNameOpen = true
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "\\"), UInt8(ascii: "!"):
      if byte == UInt8(ascii: "\""), assignsSecret() { return hide(from: index) }
      isNameOpen = false
    case UInt8(ascii: ":") where text[(index + 1)...].starts(with: [0x2F, 0x2F]):
      takeAuthority()
    case UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: ":"):
      if isNameOfSecret() { hideRest() } else { forgetName() }
    default:
      if assignsSecret() { return hide(from: index) }
      forgetName()
    }
  }

  private mutating func forgetName() {
    isNameOpen = false
    isAssigned = false
    name = index..<index
  }

  /// Whether the word at hand is a command that gives a variable its value.
  private func isAssignment() -> Bool {
    guard name.lowerBound > 0, text[name.lowerBound - 1] == UInt8(ascii: ":") else { return false }
    return ["global", "local", "set"].contains { text[name].elementsEqual($0.utf8) }
  }

  /// Whether what stands at the place is given to a variable that likely holds a secret.
  private func assignsSecret() -> Bool {
    isAssigned && !isNameOpen && !name.isEmpty
      && isSecretVariable(String(decoding: text[name], as: UTF8.self))
  }

  /// Whether the word before the place is what secrets are called; within the query of a URL, short
  /// words suffice.
  private func isNameOfSecret() -> Bool {
    guard !name.isEmpty else { return false }
    let word = String(decoding: text[name], as: UTF8.self)
    if soundsSecret(word) { return true }
    let before = name.lowerBound > 0 ? text[name.lowerBound - 1] : 0
    if before == UInt8(ascii: "?") || before == UInt8(ascii: "&") { return isSecretVariable(word) }
    return text[index] == UInt8(ascii: ":")
      && ["authorization", "cookie"].contains(word.lowercased())
  }

  /// Hides everything behind the separator at the place, if there is anything.
  private mutating func hideRest() {
    let separators = [UInt8(ascii: "="), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: ">")]
    var start = index + 1
    while start < text.count,
      text[start] <= 0x20 || separators.contains(text[start]) || Self.closers.contains(text[start])
    {
      start += 1
    }
    guard start < text.count else {
      endsBeforeSecret = true
      return forgetName()
    }
    hide(from: start)
  }

  private mutating func hide(from start: Int) {
    ranges.append(start..<text.count)
    let words = text[start...].split { byte in
      byte <= 0x20 || Self.closers.contains(byte)
        || [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: ",")].contains(
          byte)
    }
    let schemes = ["basic", "bearer", "token"]
    let isScheme = words.first.map {
      schemes.contains(String(decoding: $0, as: UTF8.self).lowercased())
    }
    if let word = words.dropFirst(isScheme == true ? 1 : 0).first, word.first != UInt8(ascii: "$") {
      values.append(word)
    }
    index = text.count
  }

  /// Hides who logs in at the host of a URL whose `://` stands at the place.
  private mutating func takeAuthority() {
    let start = index + 3
    let end = text[start...].firstIndex(where: Self.endsAuthority) ?? text.count
    forgetName()
    defer { index = max(index, end - 1) }
    if let at = text[start..<end].lastIndex(of: UInt8(ascii: "@")) {
      guard at > start else { return }
      hide(start..<at)
    } else if let colon = text[start..<end].lastIndex(of: UInt8(ascii: ":")),
      text[start..<end].last != UInt8(ascii: "]"), text[start] != UInt8(ascii: "["),
      !isPort((colon + 1)..<end)
    {
      // A password that holds what ends a host, or whose host stands elsewhere.
      let stop = findStop(from: end)
      if stop < text.count, text[stop] == UInt8(ascii: "@") {
        hide(start..<stop)
      } else if colon + 1 < end {
        hide(start..<end)
      }
    }
  }

  private mutating func hide(_ range: Range<Int>) {
    ranges.append(range)
    let colon = text[range].firstIndex(of: UInt8(ascii: ":"))
    values.append(text[(colon.map { $0 + 1 } ?? range.lowerBound)..<range.upperBound])
    index = range.upperBound - 1
  }

  /// Whether what stands behind the colon of a host is a number, or the variable that has it.
  private func isPort(_ range: Range<Int>) -> Bool {
    guard let first = text[range].first else { return false }
    if first == UInt8(ascii: "$") {
      return range.upperBound == text.count || text[range.upperBound] > 0x20
    }
    return text[range].allSatisfy { 0x30...0x39 ~= $0 }
  }

  private mutating func findStop(from start: Int) -> Int {
    if stop < start {
      stop =
        text[start...].firstIndex {
          $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "@")
        }
        ?? text.count
    }
    return stop
  }

  private static let closers = [
    UInt8(ascii: ";"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"),
  ]

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    switch byte {
    case ...0x20, UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: ";"), UInt8(ascii: ")"), UInt8(ascii: "}"):
      true
    default: false
    }
  }
}

/// Whether a text may hold what ``SecretsInText`` finds: a few letters that every name of a secret has some
/// of, in any case, or what stands in URLs. Costs one look at each byte; most texts end here.
func mayNameSecret(_ text: [UInt8]) -> Bool {
  var last: UInt32 = 0
  for byte in text {
    if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&")
      || byte == UInt8(ascii: ":") && text.count >= shortestBot
    {
      return true
    }
    last = (last << 8 | UInt32(byte | 0x20)) & 0xFF_FFFF
    if isMarkerOfSecret(last) || last & 0xFFFF == 0x7077 || isMarkerOfVariable(last)
      || isMarkerOfToken(last)
    {
      return true
    }
  }
  return false
}

/// Three letters of each of `auth`, `bearer`, `community` and `cookie`, which are secrets in some places only.
private func isMarkerOfVariable(_ letters: UInt32) -> Bool {
  letters == 0x75_7468 || letters == 0x65_6172 || letters == 0x6F_6D6D || letters == 0x6F_6F6B
}

/// Three letters of each of the words that tokens of known forms begin with, in small letters.
private func isMarkerOfToken(_ letters: UInt32) -> Bool {
  switch letters {
  case 0x61_697A, 0x61_6B69, 0x73_672E, 0x67_6870, 0x67_686F, 0x67_6873, 0x67_6974, 0x67_6C70,
    0x6C_6976,
    0x78_6F78, 0x65_796A:
    true
  default: false
  }
}

/// The length of the shortest token of a bot, number included.
private let shortestBot = 37
