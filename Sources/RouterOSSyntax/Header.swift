public import SourceText

/// What the first comments of an export say of the router it came from.
///
/// None of it is configuration; the date is never used, because clocks of routers are often wrong.
public struct Header: Sendable {
  /// The release after `by RouterOS`, if a comment names one.
  public internal(set) var version: RouterOSVersion?
  /// The comment that names the release, or the empty start of the file.
  public internal(set) var span = Span(0, 0)
  /// The value of `model =`; virtual routers have none.
  public internal(set) var model: String?

  /// Takes in one comment, `#` and all.
  mutating func read(_ comment: String, at commentSpan: Span) {
    if version == nil, let found = Self.version(in: comment) {
      version = found
      span = commentSpan
    } else if model == nil, let value = Self.value(of: "model", in: comment) {
      model = value
    }
  }

  /// The release in `# jul/27/2021 09:14:07 by RouterOS 6.48.3` or `# RouterOS 6.48.1`.
  private static func version(in comment: String) -> RouterOSVersion? {
    let words = comment.split { $0 == " " || $0 == "\t" || $0 == "\r" }
    guard let index = words.firstIndex(of: "RouterOS"), index + 1 < words.count,
      index <= 1 || words[index - 1] == "by"
    else { return nil }
    return RouterOSVersion(String(words[index + 1]))
  }

  private static func value(of key: String, in comment: String) -> String? {
    let body = comment.drop { $0 == "#" || $0 == " " }
    guard body.hasPrefix("\(key) = ") else { return nil }
    return String(body.dropFirst(key.utf8.count + 3).prefix { $0 != "\r" })
  }
}
