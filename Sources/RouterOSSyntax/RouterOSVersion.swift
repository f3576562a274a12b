/// A RouterOS release, such as 6.48.3, 7.8 or 7.19rc1.
public struct RouterOSVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 6 or 7, in practice.
  public let major: Int
  /// The second number; 48 of 6.48.3.
  public let minor: Int
  /// The third number; zero when the release has none.
  public let patch: Int
  /// The release as the router printed it, with any `beta` or `rc`.
  public let description: String

  /// Reads a release as the header of an export prints it; nil when `text` is none.
  public init?(_ text: some StringProtocol) {
    let numbers = text.utf8.split(separator: .dot, maxSplits: 2).map { part in
      Int(decimal: part.prefix { 0x30...0x39 ~= $0 })
    }
    guard numbers.count >= 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.major = major
    self.minor = minor
    self.patch = (numbers.count > 2 ? numbers[2] : nil) ?? 0
    self.description = String(
      text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") })
  }

  /// A release by its numbers.
  public init(_ major: Int, _ minor: Int, _ patch: Int = 0) {
    self.major = major
    self.minor = minor
    self.patch = patch
    self.description = "\(major).\(minor)" + (patch == 0 ? "" : ".\(patch)")
  }

  /// Whether `left` came out before `right`; a beta counts as its release.
  public static func < (left: RouterOSVersion, right: RouterOSVersion) -> Bool {
    (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
  }

  /// Whether both are the same release, however printed.
  public static func == (left: RouterOSVersion, right: RouterOSVersion) -> Bool {
    (left.major, left.minor, left.patch) == (right.major, right.minor, right.patch)
  }

  /// Hashes the numbers, as equality compares them.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(major)
    hasher.combine(minor)
    hasher.combine(patch)
  }
}

extension Int {
  /// The number that decimal digits write; nil of none, and of more than fit.
  fileprivate init?(decimal digits: some Collection<UInt8>) {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    self = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }
}
