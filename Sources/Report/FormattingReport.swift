import Diagnostics
public import RouterOSSyntax
import SourceText

/// What formatting changes in a script, as a short unified diff without context.
///
/// Values of secrets are replaced, long lines cut, and after some lines the rest only counted: it is to
/// be looked at and not to be applied. A line whose line break changes has a note behind it.
public func renderFormatting(_ formatted: FormattedScript, of script: Script) -> String {
  let after = parse(SourceFile(name: script.file.name, bytes: formatted.bytes))
  let hunks = Hunk.all(of: formatted, script.file.bytes)
  var report = FormattingReport(before: Side(script, "-"), after: Side(after, "+"))
  for hunk in hunks { report.write(hunk) }
  return report.finish(named: script.file.name)
}

/// One side of the comparison.
private struct Side {
  let file: SourceFile
  let table: LineTable
  let secrets: [Span]
  /// What lines of this side begin with.
  let sign: String

  init(_ script: Script, _ sign: String) {
    file = script.file
    table = LineTable(script.file)
    secrets = secretSpans(in: script)
    self.sign = sign
  }

  /// `-12,3`: the first line and the number of lines, as in every unified diff.
  func place(of range: Range<Int>, _ count: Int) -> String {
    let line = table.line(at: UInt32(range.lowerBound))
    return "\(sign)\(count == 0 ? line - 1 : line)\(count == 1 ? "" : ",\(count)")"
  }

  /// A line as it may be shown, without its line break.
  func text(of line: Range<Int>) -> String {
    let content = line.lowerBound..<line.upperBound - lineEnd(of: line).length
    let shown = content.prefix(FormattingReport.longestLine)
    let text = SourceLine(file, Span(shown.lowerBound, shown.upperBound), hiding: secrets).text
    return sign + text + (shown.count < content.count ? "…" : "")
  }

  /// How a line ends, in words, and how many bytes that takes.
  func lineEnd(of line: Range<Int>) -> (words: String, length: Int) {
    let bytes = file.bytes[line]
    if bytes.last != 0x0A { return ("in no line break", 0) }
    return bytes.dropLast().last == 0x0D ? ("in CR LF", 2) : ("in LF", 1)
  }
}

/// The report as it grows, hunk by hunk, until it has shown enough.
private struct FormattingReport {
  /// The most lines that are shown.
  private static let mostLines = 60
  /// The most bytes of a line that are shown.
  static let longestLine = 400

  let before: Side
  let after: Side
  /// How the first line ends once formatted, as all do but perhaps the last.
  private let commonLineEnd: String
  private var text = ""
  private var shown = 0
  private var leftOut = 0

  init(before: Side, after: Side) {
    self.before = before
    self.after = after
    let bytes = after.file.bytes
    let end = bytes.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    commonLineEnd = after.lineEnd(of: 0..<end).words
  }

  mutating func write(_ hunk: Hunk) {
    let old = lines(of: before.file.bytes, in: hunk.original)
    let new = lines(of: after.file.bytes, in: hunk.formatted)
    guard shown < Self.mostLines else {
      leftOut += old.count + new.count
      return
    }
    let places = [
      before.place(of: hunk.original, old.count), after.place(of: hunk.formatted, new.count),
    ]
    text += "@@ \(places.joined(separator: " ")) @@\n"
    write(old, of: before)
    write(new, of: after)
  }

  private mutating func write(_ lines: [Range<Int>], of side: Side) {
    for line in lines {
      guard shown < Self.mostLines else {
        leftOut += 1
        continue
      }
      shown += 1
      text += side.text(of: line) + "\n"
      let words = side.lineEnd(of: line).words
      if words != commonLineEnd { text += "\\ ends \(words)\n" }
    }
  }

  func finish(named name: String) -> String {
    let name = printable(name)
    let rest = leftOut == 0 ? "" : "… \(counted(leftOut, "more line"))\n"
    return "--- \(name)\n+++ \(name) (formatted)\n\(text)\(rest)"
  }
}
