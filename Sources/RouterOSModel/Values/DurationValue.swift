/// A number alone as the microseconds it counts, everything else as it is.
func withMicroseconds(_ text: String) -> String {
  Int(text) == nil ? text : "\(text)us"
}

/// A time span as RouterOS writes it: `1w2d3h4m5s6ms`, `1d00:00:05`, `00:00:00.200`, or seconds.
public struct DurationValue: Sendable {
  /// The length of the span.
  public let nanoseconds: Int

  /// The nanoseconds of a day.
  static let day = 86_400_000_000_000

  /// A span of so many nanoseconds.
  init(nanoseconds: Int) { self.nanoseconds = nanoseconds }

  /// Reads any of the spellings; nil for words such as `infinity`, and for spans over 292 years.
  public init?(_ text: String) {
    guard let first = text.utf8.first, 0x30...0x39 ~= first, text.utf8.count <= 40 else {
      return nil
    }
    var total = 0.0
    var rest = Substring(text)
    while !rest.isEmpty {
      guard let part = Self.takePart(&rest) else { return nil }
      total += part
    }
    guard total < 9e18 else { return nil }
    nanoseconds = Int(total.rounded())
  }

  /// The span as RouterOS prints it, greatest unit first: `1w2d3h4m5s6ms`.
  var canonical: String {
    var rest = nanoseconds
    var text = ""
    for (unit, length) in Self.printedUnits where rest >= length {
      text += "\(rest / length)\(unit)"
      rest %= length
    }
    return text.isEmpty ? "0s" : text
  }

  /// Takes a number with its unit, or a clock time, off the front; in nanoseconds.
  private static func takePart(_ rest: inout Substring) -> Double? {
    let digits = Substring(
      rest.utf8.prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
    rest = rest[digits.endIndex...]
    if digits.utf8.contains(UInt8(ascii: ":")) { return clock(digits) }
    guard let number = Double(digits) else { return nil }
    let unit = Substring(rest.utf8.prefix { 0x61...0x7A ~= $0 || 0x41...0x5A ~= $0 })
    rest = rest[unit.endIndex...]
    guard let factor = units[String(unit)] else { return nil }
    return number * factor
  }

  /// `hh:mm:ss` or `hh:mm`, with any fraction of the last.
  private static func clock(_ text: Substring) -> Double? {
    let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { Double(Substring($0)) }
    guard (2...3).contains(parts.count), let hours = parts[0], let minutes = parts[1] else {
      return nil
    }
    guard parts.count == 3 else { return (hours * 60 + minutes) * 60e9 }
    return parts[2].map { ((hours * 60 + minutes) * 60 + $0) * 1e9 }
  }

  private static let printedUnits = [
    ("w", 604_800_000_000_000), ("d", 86_400_000_000_000), ("h", 3_600_000_000_000),
    ("m", 60_000_000_000), ("s", 1_000_000_000), ("ms", 1_000_000), ("us", 1000), ("ns", 1),
  ]

  private static let units: [String: Double] = [
    "": 1e9, "ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9, "sec": 1e9, "m": 60e9, "h": 3600e9,
    "d": 86_400e9,
    "w": 604_800e9,
  ]
}
