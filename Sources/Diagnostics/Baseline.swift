public import SourceText

/// The findings that were known when a network was taken on, so that only new ones count.
///
/// A line holds the fingerprint of a finding, its rule and its export, and `#` begins a comment. Lines are in
/// the order of exports and rules, so that a change of one finding is a change of one line.
public struct Baseline: Sendable {
  /// One known finding.
  public struct Entry: Hashable, Sendable {
    /// What identifies the finding.
    public let fingerprint: String
    /// The id of its rule.
    public let rule: String
    /// The path of its export, relative to the root of the repository.
    public let path: String

    /// An entry of these parts.
    public init(fingerprint: String, rule: String, path: String) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.path = path
    }
  }

  /// The known findings, as they are written.
  public let entries: [Entry]

  /// Reads a baseline; throws at the first line that is none. Linear in the size of the file.
  public init(_ file: SourceFile) throws(SourceError) {
    var entries: [Entry] = []
    var start = 0
    for line in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let end = start + line.count
      let words = line.last == 0x0D ? line.dropLast() : line
      if let first = words.first, first != UInt8(ascii: "#") {
        guard let entry = Self.entry(words) else {
          throw SourceError(
            "no line of a baseline; expected FINGERPRINT RULE EXPORT, as --write-baseline writes",
            at: Span(start, end), in: file)
        }
        entries.append(entry)
      }
      start = end + 1
    }
    self.entries = entries
  }

  /// A fingerprint of 32 hexadecimal digits, a rule and a path, which may hold blanks.
  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    let words = line.split(
      separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count == 3, words[0].count == 32, words[0].allSatisfy(isHexadecimal),
      !words[1].isEmpty, !words[2].isEmpty
    else { return nil }
    let texts = words.map { String(decoding: $0, as: UTF8.self) }
    return Entry(fingerprint: texts[0], rule: texts[1], path: texts[2])
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x61...0x66 ~= byte
  }
}
