public import Diagnostics
import RouterOSModel
public import SourceText

/// One finding for people: the fact, its lines with what they prove, why it matters, the way out.
///
/// `secrets` are the bytes of `file` that must not be shown; related labels in other files are named
/// by place only, so that nothing of those is shown.
public func renderDiagnostic(
  _ diagnostic: Diagnostic, hiding secrets: [Span], in palette: Palette = .plain
) -> String {
  renderDiagnostic(
    diagnostic, hiding: joined(secrets.map { HiddenSpan($0, .secret) }), LineTables(), palette)
}

/// The same, with tables of lines that serve many findings of one file, and what is hidden in order.
func renderDiagnostic(
  _ diagnostic: Diagnostic, hiding secrets: [HiddenSpan], _ tables: LineTables, _ palette: Palette
) -> String {
  let file = diagnostic.primary.file
  let lines = tables[file]
  let word = diagnostic.outcome == .unknown ? "unknown" : diagnostic.severity.rawValue
  var text = palette.paint("\(word)[\(printable(diagnostic.rule))]", kind(of: diagnostic))
  text += palette.paint(": \(printable(diagnostic.headline))", .strong) + "\n"
  text += " --> \(place(of: diagnostic.primary, lines))\n"
  text += snippet(diagnostic, lines, secrets, palette)
  for label in diagnostic.related where label.file !== file {
    text += " ::: \(place(of: label, tables[label.file])): \(printable(label.text))\n"
  }
  if let cause = diagnostic.cause { text += footer("cause", cause) }
  if let reason = diagnostic.suppression { text += footer("accepted", reason) }
  text += tables.paragraph(of: diagnostic.why) { footer("why", $0) }
  return text + footer("fix", diagnostic.fix)
}

private func kind(of diagnostic: Diagnostic) -> Palette.Kind {
  if diagnostic.outcome == .unknown { return .unknown }
  return switch diagnostic.severity {
  case .error: .error
  case .info: .info
  case .warning: .warning
  }
}

/// `router.rsc:4:19`.
func place(of label: Label, _ lines: LineTable) -> String {
  let start = label.span.start
  return "\(printable(label.file.name)):\(lines.line(at: start)):\(lines.column(at: start))"
}

/// The lines that labels point at, in file order, each followed by its marks.
private func snippet(
  _ diagnostic: Diagnostic, _ lines: LineTable, _ secrets: [HiddenSpan], _ palette: Palette
) -> String {
  let related = diagnostic.related.filter { $0.file === diagnostic.primary.file }
  var marks: [Int: [(label: Label, mark: Character)]] = [:]
  marks[lines.line(at: diagnostic.primary.span.start)] = [
    (diagnostic.primary, diagnostic.isAbsent ? "~" : "^")
  ]
  for label in related { marks[lines.line(at: label.span.start), default: []].append((label, "-")) }
  let numbers = marks.keys.sorted()
  let width = String(numbers.last ?? 1).count
  let gutter = palette.paint(String(repeating: " ", count: width) + " |", .faint)
  var text = gutter + "\n"
  var previous: Int?
  for number in numbers {
    if let previous, number > previous + 1 { text += "...\n" }
    previous = number
    let line = SourceLine(
      diagnostic.primary.file, lines.span(ofLine: number), hiding: secrets,
      around: marks[number]?.first?.label.span)
    let padding = String(repeating: " ", count: width - String(number).count)
    text += palette.paint("\(number)\(padding) |", .faint) + " \(line.text)\n"
    for (label, mark) in marks[number] ?? [] {
      let columns = line.columns(of: label.span)
      let blanks = String(repeating: " ", count: columns.lowerBound)
      let note = label.text.isEmpty ? "" : " " + printable(label.text)
      let marks = String(repeating: mark, count: columns.count) + note
      let kind = mark == "-" ? .info : kind(of: diagnostic)
      text += "\(gutter) \(blanks)\(palette.paint(marks, kind))\n"
    }
  }
  return text + gutter + "\n"
}

/// A paragraph under the lines, wrapped at 80 columns; nothing for the empty text.
private func footer(_ name: String, _ text: String) -> String {
  guard !text.isEmpty else { return "" }
  let indent = String(repeating: " ", count: name.utf8.count + 6)
  var wrapped = "  = \(name):"
  var width = wrapped.utf8.count
  for (word, length) in words(of: printable(text)) {
    if width + 1 + length > 80, width > indent.utf8.count {
      wrapped += "\n"
      wrapped += indent
      width = indent.utf8.count + length
    } else {
      wrapped += " "
      width += 1 + length
    }
    wrapped += word
  }
  return wrapped + "\n"
}

/// The words between blanks, with their lengths in characters. Nearly all text is plain, and its bytes are its
/// characters.
private func words(of text: String) -> [(word: Substring, length: Int)] {
  let blank = UInt8(ascii: " ")
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    return text.utf8.split(separator: blank).map { (Substring($0), $0.count) }
  }
  return text.split(separator: " ").map { ($0, $0.count) }
}
