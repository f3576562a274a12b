/// The secrets of a file by their bytes, to find them where they are repeated: in a comment, a name, the
/// text of a script.
///
/// Patterns are looked up by a hash of their bytes, so that neither their number nor the length of a
/// text multiplies with the other: at most ``longest`` steps for each byte. A collision hides too much
/// and never too little.
struct KnownSecrets: Sendable {
  /// Shorter secrets would hide words that mean something else.
  static let shortest = 4
  /// Of a longer secret its beginning is looked for, and hides the rest of the text it is found in.
  private static let longest = 32

  /// For the first bytes of a pattern, the lengths that patterns so beginning have, as bits.
  private var lengths: [UInt32: UInt64] = [:]
  private var patterns: Set<UInt64> = []
  private var cutPatterns: Set<UInt64> = []
  /// A bit for each hash of first bytes that some pattern has, since nearly no place has any.
  private var beginnings: [UInt64] = []

  /// Whether there are none.
  var isEmpty: Bool { patterns.isEmpty }

  /// Adds a secret, unless it is short, or a word that RouterOS itself puts in its place.
  mutating func add(_ secret: [UInt8]) {
    guard secret.count >= Self.shortest, !isHarmlessValue(secret) else { return }
    if beginnings.isEmpty { beginnings = Array(repeating: 0, count: 1 << 10) }
    let length = min(secret.count, Self.longest)
    var first: UInt32 = 0
    for byte in secret.prefix(Self.shortest) { first = first << 8 | UInt32(byte) }
    lengths[first, default: 0] |= 1 << UInt64(length)
    let slot = Self.slot(of: first)
    beginnings[slot >> 6] |= 1 << UInt64(slot & 63)
    let pattern = Hash(secret.prefix(length)).value
    patterns.insert(pattern)
    if secret.count > length { cutPatterns.insert(pattern) }
  }

  /// Adds the secrets of another file.
  mutating func add(_ other: KnownSecrets) {
    if other.isEmpty { return }
    if isEmpty { self = other; return }
    lengths.merge(other.lengths) { $0 | $1 }
    patterns.formUnion(other.patterns)
    cutPatterns.formUnion(other.cutPatterns)
    for index in beginnings.indices { beginnings[index] |= other.beginnings[index] }
  }

  /// Where secrets stand in a text: ranges in order, which may overlap.
  func ranges(in text: [UInt8]) -> [Range<Int>] {
    guard !isEmpty, text.count >= Self.shortest else { return [] }
    var ranges: [Range<Int>] = []
    var window: UInt32 = 0
    for (index, byte) in text.enumerated() {
      window = window << 8 | UInt32(byte)
      guard index >= Self.shortest - 1 else { continue }
      let slot = Self.slot(of: window)
      guard beginnings[slot >> 6] & 1 << UInt64(slot & 63) != 0,
        let range = match(window, text, from: index + 1 - Self.shortest)
      else { continue }
      ranges.append(range)
      if range.upperBound == text.count { break }
    }
    return ranges
  }

  /// The longest secret that begins at a place.
  private func match(_ first: UInt32, _ text: [UInt8], from start: Int) -> Range<Int>? {
    guard let lengths = lengths[first] else { return nil }
    var hash = Hash(text[start..<start + Self.shortest])
    var longest: Range<Int>?
    var length = Self.shortest
    while lengths >> UInt64(length) != 0 {
      if lengths & 1 << UInt64(length) != 0, patterns.contains(hash.value) {
        if cutPatterns.contains(hash.value) { return start..<text.count }
        longest = start..<start + length
      }
      guard start + length < text.count else { break }
      hash.add(text[start + length])
      length += 1
    }
    return longest
  }

  private static func slot(of first: UInt32) -> Int { Int((first &* 0x9E37_79B1) >> 16) }

  /// FNV-1a, grown byte by byte.
  private struct Hash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    init(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { add(byte) }
    }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
}

/// Whether a value stands in the place of a secret and is none: a mask of ours or others, or a word that
/// RouterOS offers there.
func isHarmlessValue(_ value: [UInt8]) -> Bool {
  isMask(value) || ["auto", "false", "none", "true"].contains { value.elementsEqual($0.utf8) }
}
