/// An IPv4 or IPv6 address.
public struct IPAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Which of the two; they never compare equal.
  public enum Family: String, CaseIterable, Sendable {
    case ip
    case ip6

    /// The number of bits of an address.
    public var width: Int { self == .ip ? 32 : 128 }
  }

  /// The family.
  public let family: Family
  /// The address as a number.
  public let bits: UInt128

  /// The address with these bits.
  public init(family: Family, bits: UInt128) {
    self.family = family
    self.bits = bits
  }

  /// Reads dotted decimal, or the text forms of RFC 4291; nil when `text` is neither.
  public init?(_ text: some StringProtocol) {
    if text.utf8.contains(UInt8(ascii: ":")) {
      guard let bits = parseIPv6(Substring(text)) else { return nil }
      self.init(family: .ip6, bits: bits)
    } else {
      guard let bits = parseIPv4(Substring(text)) else { return nil }
      self.init(family: .ip, bits: UInt128(bits))
    }
  }

  /// IPv4 before IPv6, then by number.
  public static func < (left: IPAddress, right: IPAddress) -> Bool {
    left.family == right.family ? left.bits < right.bits : left.family == .ip
  }

  /// Dotted decimal, or the form of RFC 5952.
  public var description: String {
    switch family {
    case .ip: (0..<4).map { String((bits >> (24 - 8 * UInt128($0))) & 0xFF) }.joined(separator: ".")
    case .ip6: formatIPv6(bits)
    }
  }
}

private func parseIPv4(_ text: Substring) -> UInt32? {
  var bits: UInt32 = 0
  var part: UInt32 = 0
  var digits = 0
  var dots = 0
  for byte in text.utf8 {
    if byte == UInt8(ascii: "."), digits > 0, dots < 3 {
      bits = bits << 8 | part
      (part, digits, dots) = (0, 0, dots + 1)
    } else {
      guard 0x30...0x39 ~= byte, digits < 3 else { return nil }
      part = part * 10 + UInt32(byte - 0x30)
      digits += 1
      guard part <= 255 else { return nil }
    }
  }
  return dots == 3 && digits > 0 ? bits << 8 | part : nil
}

private func parseIPv6(_ text: Substring) -> UInt128? {
  guard text.utf8.count <= 45 else { return nil }
  guard let gap = firstGap(in: text) else {
    guard let groups = ipv6Groups(text), groups.count == 8 else { return nil }
    return bits(of: groups)
  }
  let tail = text[text.index(gap, offsetBy: 2)...]
  guard let left = ipv6Groups(text[..<gap]), let right = ipv6Groups(tail),
    left.count + right.count <= 7
  else { return nil }
  return bits(of: left + Array(repeating: 0, count: 8 - left.count - right.count) + right)
}

/// The place of the first `::`.
private func firstGap(in text: Substring) -> Substring.Index? {
  zip(text.indices, text.indices.dropFirst())
    .first { text[$0] == ":" && text[$1] == ":" }?.0
}

private func ipv6Groups(_ text: Substring) -> [UInt16]? {
  guard !text.isEmpty else { return [] }
  var groups: [UInt16] = []
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  for (index, part) in parts.enumerated() {
    if index == parts.count - 1, part.contains("."), let ipv4 = parseIPv4(part) {
      groups += [UInt16(ipv4 >> 16), UInt16(truncatingIfNeeded: ipv4)]
    } else {
      guard (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16) else {
        return nil
      }
      groups.append(group)
    }
  }
  return groups
}

extension IPAddress {
  /// Whether it is an address that every link of IPv6 has of itself (RFC 4291, 2.5.6).
  var isLinkLocal: Bool { family == .ip6 && bits >> 118 == 0x3FA }
}

private func bits(of groups: [UInt16]) -> UInt128 {
  groups.reduce(0) { $0 << 16 | UInt128($1) }
}

/// RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups left out.
private func formatIPv6(_ bits: UInt128) -> String {
  let groups = (0..<8).map { UInt16(truncatingIfNeeded: bits >> (112 - 16 * UInt128($0))) }
  var best = 0..<0
  var start = 0
  while start < 8 {
    let end = groups[start...].firstIndex { $0 != 0 } ?? 8
    if end - start > max(best.count, 1) { best = start..<end }
    start = max(end, start + 1)
  }
  func text(_ part: ArraySlice<UInt16>) -> String {
    part.map { String($0, radix: 16) }.joined(separator: ":")
  }
  if best.isEmpty { return text(groups[...]) }
  return text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
}
