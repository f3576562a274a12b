public import Diagnostics
import Policy
import RouterOSSyntax
public import SourceText

/// Reads the page of a rule. Throws one sentence with a place for what is no page.
public func readPage(_ file: SourceFile) throws(SourceError) -> Page {
  var reader = PageReader(file: file)
  try reader.run()
  guard !reader.examples.isEmpty else {
    throw SourceError(
      "the page shows no example; expected a block that begins with ```rsc", at: Span(0, 0),
      in: file)
  }
  return Page(file: file, examples: reader.examples)
}

/// The state of reading one page.
private struct PageReader {
  let file: SourceFile
  var examples: [Example] = []
  /// The example that the next report belongs to; nil when there is none under this heading.
  private var last: Int?
  /// The fleet under this heading.
  private var fleet: Int?
  /// The names of its devices.
  private var devices: Set<String> = []

  init(file: SourceFile) { self.file = file }

  mutating func run() throws(SourceError) {
    var lines = Lines(file)
    while let line = lines.next() {
      if let fence = try Fence(line, in: file) {
        try take(fence, try content(of: fence, &lines))
      } else if isHeading(line) {
        last = nil
        fleet = nil
        devices = []
      }
    }
  }

  /// One to six `#` and a blank.
  private func isHeading(_ line: Span) -> Bool {
    let bytes = file.bytes[line.range]
    let marks = bytes.prefix { $0 == UInt8(ascii: "#") }
    return 1...6 ~= marks.count && bytes[marks.endIndex...].first.map(isBlank) ?? false
  }

  private func content(of fence: Fence, _ lines: inout Lines) throws(SourceError) -> Span {
    let start = lines.offset
    while let line = lines.next() {
      if fence.isClosed(by: line, in: file) { return Span(start, Int(line.start)) }
    }
    throw error("this block is never closed", fence.line)
  }

  private mutating func take(_ fence: Fence, _ content: Span) throws(SourceError) {
    switch fence.words.first?.text {
    case "rsc":
      try takeExport(try ExportWords(fence.words.dropFirst(), in: file), content)
    case "text":
      if let word = fence.words.dropFirst().first {
        throw error("nothing may follow 'text'", word.span)
      }
      try takeReport(fence, content)
    case "yaml":
      throw error("a project cannot be given to an example yet; leave this block out", fence.line)
    case let word?:
      throw error(unknownWord(word, "block", among: ["rsc", "text"]), fence.words[0].span)
    case nil:
      throw error("a block must say what it is; expected one of rsc, text", fence.line)
    }
  }

  private mutating func takeExport(_ words: ExportWords, _ content: Span) throws(SourceError) {
    let name = words.device?.text
    let export = SourceFile(
      name: "\(name ?? "example").rsc", bytes: Array(file.bytes[content.range]))
    let marks: [Mark]
    do throws(MarkError) { marks = try readMarks(parse(export)) } catch {
      let start = Int(content.start)
      let span = Span(start + Int(error.span.start), start + Int(error.span.end))
      throw self.error(error.message, span)
    }
    let block = Block(
      device: name, version: words.version, file: export, marks: marks, content: content)
    if let device = words.device, !devices.insert(device.text).inserted {
      throw error("a second device '\(device.text)' under one heading", device.span)
    }
    guard let device = words.device, let fleet else {
      last = examples.count
      if words.device != nil { fleet = last }
      examples.append(Example(blocks: [block]))
      return
    }
    guard examples[fleet].report == nil else {
      throw error("device '\(device.text)' stands behind the report on its fleet", device.span)
    }
    examples[fleet].blocks.append(block)
    last = fleet
  }

  private mutating func takeReport(_ fence: Fence, _ content: Span) throws(SourceError) {
    guard let last else {
      throw error("no example stands above this report under its heading", fence.line)
    }
    guard examples[last].report == nil else {
      throw error("a second report on one example; expected one", fence.line)
    }
    examples[last].report = content
  }

  private func error(_ message: String, _ span: Span) -> SourceError {
    SourceError(message, at: span, in: file)
  }
}
