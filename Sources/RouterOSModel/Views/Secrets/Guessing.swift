/// How many guesses a secret withstands by whoever knows words, rows of keys, dates and the names around it.
///
/// A secret is cut into pieces so that the sum of their bits is the least; each character that belongs to
/// no such piece costs what a random one of its alphabet does. An estimate that is rather too high: it
/// knows few words. At most 64 characters are cut; each further one counts as one bit.
struct Guessing {
  /// The number of guesses as a power of two.
  let bits: Int

  private static let longest = 64

  /// The bits of a secret, where `names` are known to the guesser.
  init(_ secret: [UInt8], knowing names: [String]) {
    let text = secret.prefix(Self.longest).map(smallLetter)
    let words = Set(names.map { $0.lowercased().utf8.map { $0 } }.filter { $0.count >= 3 })
    let random = Self.bitsOfRandom(secret)
    var least = [0.0]
    for end in 1...max(1, text.count) where end <= text.count {
      var best = least[end - 1] + random
      for start in max(0, end - Self.longest)..<end where end - start >= 3 {
        guard let bits = Self.bits(of: text[start..<end], words, random) else { continue }
        best = min(best, least[start] + bits)
      }
      least.append(best)
    }
    bits = Int(least[text.count]) + max(0, secret.count - Self.longest)
  }

  /// The bits of one random character of the alphabet that a secret is written in.
  private static func bitsOfRandom(_ secret: [UInt8]) -> Double {
    var size = 0.0
    if secret.contains(where: { 0x30...0x39 ~= $0 }) { size += 10 }
    if secret.contains(where: { 0x41...0x5A ~= $0 }) { size += 26 }
    if secret.contains(where: { 0x61...0x7A ~= $0 }) { size += 26 }
    if secret.contains(where: { !isLetterOrDigit($0) }) { size += 33 }
    return logarithm(max(2, size))
  }

  /// The bits of a piece that is guessed as a whole; nil when it is no such piece.
  private static func bits(of piece: ArraySlice<UInt8>, _ names: Set<[UInt8]>, _ random: Double)
    -> Double?
  {
    if names.contains(Array(piece)) { return 3 }
    if isCommonWord(piece) { return 9 }
    if piece.allSatisfy({ $0 == piece.first }) { return random + 2 }
    if isRun(piece) || isRowOfKeys(piece) { return 6 }
    if piece.count == 4, isYear(piece) { return 7 }
    if piece.count >= 6, let half = half(of: piece), !half.isEmpty {
      return Double(half.count) * random + 1
    }
    return nil
  }

  /// Half of a text that is twice the same.
  private static func half(of piece: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard piece.count.isMultiple(of: 2) else { return nil }
    let half = piece.prefix(piece.count / 2)
    return half.elementsEqual(piece.suffix(piece.count / 2)) ? half : nil
  }

  /// Whether each character is the one before or behind its neighbour: `1234`, `dcba`.
  private static func isRun(_ piece: ArraySlice<UInt8>) -> Bool {
    let steps = zip(piece, piece.dropFirst()).map { Int($1) - Int($0) }
    return steps.first.map { abs($0) == 1 && steps.allSatisfy { $0 == steps.first } } ?? false
  }

  private static func isYear(_ piece: ArraySlice<UInt8>) -> Bool {
    piece.allSatisfy { 0x30...0x39 ~= $0 }
      && (piece.starts(with: "19".utf8) || piece.starts(with: "20".utf8))
  }

  private static func isRowOfKeys(_ piece: ArraySlice<UInt8>) -> Bool {
    guard piece.count >= 4 else { return false }
    let text = String(decoding: piece, as: UTF8.self)
    return rowsOfKeys.contains { $0.contains(text) }
  }

  private static let rowsOfKeys = [
    "1234567890", "0987654321", "qwertyuiop", "poiuytrewq", "qwertzuiop", "azertyuiop",
    "asdfghjkl", "lkjhgfdsa", "zxcvbnm", "mnbvcxz", "1qaz2wsx3edc4rfv", "1q2w3e4r5t6y7u8i",
    "qazwsxedcrfv", "147258369", "159753", "123321", "q1w2e3r4t5y6",
  ]
}

/// The logarithm to the base of two, by halving: to a hundredth of a bit.
private func logarithm(_ number: Double) -> Double {
  var (number, bits, step) = (number, 0.0, 1.0)
  while number >= 2 {
    number /= 2
    bits += 1
  }
  for _ in 0..<8 {
    number *= number
    step /= 2
    if number >= 2 {
      number /= 2
      bits += step
    }
  }
  return bits
}

/// A capital as the small letter.
func smallLetter(_ byte: UInt8) -> UInt8 { 0x41...0x5A ~= byte ? byte | 0x20 : byte }

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
}
