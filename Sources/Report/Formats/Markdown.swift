import Diagnostics

/// Markdown whose quoted parts say nothing to whoever renders it: what comes from an export stands in
/// code, where no name is a mention, a link or HTML.
enum Markdown {
  /// The most characters of a comment: GitHub and GitLab take a few thousand more.
  static let mostCharacters = 60_000

  /// `text` in one line of code, within a fence longer than any run of backticks in it.
  static func code(_ text: String) -> String {
    let text = printable(text)
    let fence = String(repeating: "`", count: longestRun(text) + 1)
    // A blank keeps a backtick from joining the fence; it is not shown.
    let needsBlank = text.hasPrefix("`") || text.hasSuffix("`") || text.isEmpty
    return needsBlank ? "\(fence) \(text) \(fence)" : "\(fence)\(text)\(fence)"
  }

  /// Lines of code, which are printable, of which only so many bytes are kept; said where there are more.
  static func block(_ text: String, _ language: String = "text", most: Int = .max) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(text) + 1))
    return "\(fence)\(language)\n\(beginning(text, most))\(fence)\n"
  }

  /// Code within HTML, as the summary of something collapsed needs it.
  static func htmlCode(_ text: String) -> String {
    let escaped = printable(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;")
    return "<code>\(escaped)</code>"
  }

  /// Something that is shown when one asks for it; `summary` is HTML.
  static func details(_ summary: String, _ body: String) -> String {
    "<details><summary>\(summary)</summary>\n\n\(body)\n</details>\n"
  }

  /// Whole lines up to `most` bytes, and how many more there are.
  private static func beginning(_ text: String, _ most: Int) -> String {
    if text.utf8.count <= most { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    var size = 0
    let kept = lines.prefix { line in
      size += line.utf8.count + 1
      return size <= most
    }
    let rest = counted(lines.count - kept.count, "more line")
    return kept.map { "\($0)\n" }.joined() + "… \(rest), not shown\n"
  }

  private static func longestRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

/// A comment that grows block by block until it is full; the rest is counted.
struct MarkdownComment {
  private(set) var text = ""
  private var leftOut = 0
  private var kept = 0
  /// What is kept free for the words on what is left out and for the last line.
  private static let reserve = 1_000

  /// The bytes that are still free, each at least a character.
  var room: Int { max(0, Markdown.mostCharacters - Self.reserve - kept - text.utf8.count) }

  /// Keeps so many bytes free for what comes later.
  mutating func keep(_ count: Int) { kept = count }

  /// Appends a block whole, or counts it.
  mutating func append(_ block: String) {
    if block.utf8.count <= room { text += block } else { leftOut += 1 }
  }

  /// Counts a block that was not made.
  mutating func leaveOut() { leftOut += 1 }

  /// The comment with a last line.
  func finished(_ last: String) -> String {
    let most = "a comment may hold \(Markdown.mostCharacters) characters"
    let note =
      leftOut == 0 ? "" : "\n**\(counted(leftOut, "more part")) not shown: \(most).**\n"
    return "\(text)\(note)\n\(last)\n"
  }
}
