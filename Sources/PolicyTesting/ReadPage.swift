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
  private var section = Section(firstExample: 0)

  init(file: SourceFile) { self.file = file }

  mutating func run() throws(SourceError) {
    var lines = Lines(file)
    while let line = lines.next() {
      if let fence = try Fence(line, in: file) {
        try take(fence, try content(of: fence, &lines))
      } else if isHeading(line) {
        try closeSection()
      }
    }
    try closeSection()
  }

  /// Gives the project under a heading to the examples there.
  private mutating func closeSection() throws(SourceError) {
    if let (fence, content) = section.project {
      guard section.firstExample < examples.count else {
        throw error("no example stands under the heading of this project", fence.line)
      }
      let project = try readExampleProject(content, of: section.devices.sorted())
      for place in section.firstExample..<examples.count { examples[place].project = project }
    }
    section = Section(firstExample: examples.count)
  }

  private func readExampleProject(
    _ content: Span, of devices: [String]
  ) throws(SourceError) -> ExampleProject {
    let file = SourceFile(name: Project.fileName, bytes: Array(self.file.bytes[content.range]))
    let marks = try marks(at: content) { () throws(MarkError) in
      try readMarks(file) { _ in true }
    }
    let excerpt = Excerpt(file: file, marks: marks, content: content)
    do throws(SourceError) {
      return ExampleProject(
        project: try readProject(file, ofExampleWith: devices), excerpt: excerpt)
    } catch { throw excerpt.inPage(error, self.file) }
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
    case "yaml": try takeProject(fence, content)
    case let word?:
      throw error(unknownWord(word, "block", among: ["rsc", "text", "yaml"]), fence.words[0].span)
    case nil:
      throw error("a block must say what it is; expected one of rsc, text, yaml", fence.line)
    }
  }

  private mutating func takeProject(_ fence: Fence, _ content: Span) throws(SourceError) {
    guard fence.words.dropFirst().map(\.text) == [Project.fileName] else {
      let place = fence.words.dropFirst().first?.span ?? fence.line
      throw error("expected 'yaml \(Project.fileName)', the project of the examples here", place)
    }
    guard section.project == nil else {
      throw error("a second project under one heading; expected one", fence.line)
    }
    section.project = (fence, content)
  }

  private mutating func takeExport(_ words: ExportWords, _ content: Span) throws(SourceError) {
    let name = words.device?.text
    let export = SourceFile(
      name: "\(name ?? "example").rsc", bytes: Array(file.bytes[content.range]))
    let marks = try marks(at: content) { () throws(MarkError) in
      try readMarks(parse(export))
    }
    let block = Block(
      device: name, version: words.version,
      excerpt: Excerpt(file: export, marks: marks, content: content))
    if let device = words.device, !section.devices.insert(device.text).inserted {
      throw error("a second device '\(device.text)' under one heading", device.span)
    }
    guard let device = words.device, let fleet = section.fleet else {
      section.last = examples.count
      if words.device != nil { section.fleet = section.last }
      examples.append(Example(blocks: [block]))
      return
    }
    guard examples[fleet].report == nil else {
      throw error("device '\(device.text)' stands behind the report on its fleet", device.span)
    }
    examples[fleet].blocks.append(block)
    section.last = fleet
  }

  /// The marks of a block, with errors as those of the page.
  private func marks(
    at content: Span, _ read: () throws(MarkError) -> [Mark]
  ) throws(SourceError) -> [Mark] {
    do throws(MarkError) { return try read() } catch {
      let start = Int(content.start)
      let span = Span(start + Int(error.span.start), start + Int(error.span.end))
      throw self.error(error.message, span)
    }
  }

  private mutating func takeReport(_ fence: Fence, _ content: Span) throws(SourceError) {
    guard let last = section.last else {
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

/// What stands under one heading.
private struct Section {
  let firstExample: Int
  /// The example that the next report belongs to.
  var last: Int?
  /// The fleet.
  var fleet: Int?
  /// The names of its devices.
  var devices: Set<String> = []
  /// The project, with the line that opens it.
  var project: (fence: Fence, content: Span)?
}
