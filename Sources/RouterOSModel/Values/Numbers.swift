/// An autonomous system number of 32 bits (RFC 6793).
public struct ASNumber: Hashable, Sendable, CustomStringConvertible {
  /// The number.
  public let number: UInt32

  /// Reads asplain or asdot (RFC 5396): `65546` and `1.10` are the same.
  public init?(_ text: String) {
    if let plain = UInt32(text) {
      number = plain
      return
    }
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { Substring($0) }
    if parts.count == 2, let high = UInt16(parts[0]), let low = UInt16(parts[1]) {
      number = UInt32(high) << 16 | UInt32(low)
    } else {
      return nil
    }
  }

  /// The number in asplain.
  public var description: String { String(number) }
}

/// One spelling for all spellings of an AS number, or of two: `43/34` is a confederation and the AS within.
func canonicalASNumbers(_ text: String) -> String {
  if let number = ASNumber(text) { return number.description }
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  let numbers = parts.compactMap { ASNumber(String($0))?.description }
  return parts.count == 2 && numbers.count == 2 ? numbers.joined(separator: "/") : text
}

/// A count with a unit: decimal for rates (`10M`), binary for memory (`2048KiB`).
struct SizeValue: Sendable {
  /// The count in bytes, or in bits a second.
  let count: Int

  /// Reads a number with or without a unit; nil when it is none or does not fit.
  init?(_ text: String) {
    let digits = Substring(text.utf8.prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") })
    guard let number = Double(digits),
      let factor = Self.units[String(text[digits.endIndex...])],
      number * factor < 9e18
    else { return nil }
    count = Int(number * factor)
  }

  private static let units: [String: Double] = [
    "": 1, "B": 1, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "KiB": 1024, "MiB": 1_048_576,
    "GiB": 1_073_741_824,
  ]
}
