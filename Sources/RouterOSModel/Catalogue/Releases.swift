public import RouterOSSyntax

/// The releases that have something, such as `7.13-` or `-7.12`, or both sides of a gap, such as `-6,7.20-`.
public struct ReleaseRange: Sendable, Equatable {
  /// The first release; nil when it is not known, or was always there.
  public let since: RouterOSVersion?
  /// The first release that has it no longer; nil for none.
  public let before: RouterOSVersion?
  /// The first release that has it once more, after those that do not; nil for none.
  public let again: RouterOSVersion?

  /// Every release there is.
  public static let all = ReleaseRange(since: nil, before: nil, again: nil)

  private init(since: RouterOSVersion?, before: RouterOSVersion?, again: RouterOSVersion?) {
    self.since = since
    self.before = before
    self.again = again
  }

  /// Whether `version` is one of them; nil stands for the newest release.
  public func contains(_ version: RouterOSVersion?) -> Bool {
    guard let version else { return before == nil || again != nil }
    if let again, version >= again { return true }
    return (since.map { $0 <= version } ?? true) && (before.map { version < $0 } ?? true)
  }

  /// Reads `7.13-`, `-7.12` or `7.13-7.20`, the last one included; `-6` ends with the last 6.x. Behind a comma
  /// stands the range that begins after a gap.
  init?(_ word: Substring) {
    if let comma = word.utf8.firstIndex(of: UInt8(ascii: ",")) {
      guard let first = Self(word[..<comma]), let last = first.before, first.again == nil,
        let second = Self(word[word.utf8.index(after: comma)...]), let again = second.since,
        second.before == nil, last < again
      else { return nil }
      self.init(since: first.since, before: last, again: again)
      return
    }
    guard let hyphen = word.utf8.firstIndex(of: UInt8(ascii: "-")), word.utf8.count > 1 else {
      return nil
    }
    let first = word[..<hyphen]
    let last = word[word.utf8.index(after: hyphen)...]
    let since = RouterOSVersion(leading: first)
    let before = RouterOSVersion(following: last)
    guard since != nil || first.isEmpty, before != nil || last.isEmpty else { return nil }
    if let since, let before, since >= before { return nil }
    self.init(since: since, before: before, again: nil)
  }
}

extension RouterOSVersion {
  /// The first release of `7` or `7.13`, or `7.13.2` itself.
  init?(leading text: Substring) {
    guard let numbers = Self.numbers(text) else { return nil }
    self.init(numbers[0], numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : 0)
  }

  /// The first release after all of `7` or `7.13`, or after `7.13.2`.
  init?(following text: Substring) {
    guard var numbers = Self.numbers(text), let last = numbers.popLast() else { return nil }
    numbers.append(last + 1)
    self.init(numbers[0], numbers.count > 1 ? numbers[1] : 0, numbers.count > 2 ? numbers[2] : 0)
  }

  private static func numbers(_ text: Substring) -> [Int]? {
    let parts = text.utf8.split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt16(Substring($0)).map { Int($0) } }
    return numbers.count == parts.count && parts.count <= 3 ? numbers : nil
  }
}

/// What something is called in the major versions that call it differently.
struct NameByMajor: Sendable {
  /// Its name in RouterOS 6, where this is not it.
  var six: String?
  /// Its name in RouterOS 7, where this is not it.
  var seven: String?

  func name(inMajor major: Int) -> String? { major < 7 ? six : seven }
}
