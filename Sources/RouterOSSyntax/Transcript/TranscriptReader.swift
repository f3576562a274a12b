import SourceText

/// Walks through the lines of a transcript and tells commands, what `export` printed, and other output
/// apart.
///
/// Lines behind a command belong to it when it ends in a backslash, when they begin with the terminal's
/// own prompt for the rest, or when the terminal broke the line at its width. Whatever else stands
/// between commands is output.
struct TranscriptReader {
  let file: [UInt8]
  let lines: [TerminalLine]
  let width: TerminalWidth
  var index = 0

  /// The commands.
  var text = TranscriptText()
  /// The lines, blank ones aside, that are output and no commands.
  private(set) var skippedLines = 0
  /// The line in which the router names itself when somebody logs in.
  var greeting: (text: String, range: Range<Int>)?

  init(_ file: [UInt8]) {
    self.file = file
    lines = terminalLines(file)
    width = TerminalWidth(lines, file)
  }

  mutating func read() {
    readLead()
    while index < lines.count { readCommand() }
  }

  mutating func skip() {
    if !lines[index].bytes(file).allSatisfy(\.isBlank) { skippedLines += 1 }
    index += 1
  }

  /// Takes a line as it is, with a line feed.
  mutating func takeLine() {
    text.append(lines[index].pieces, file)
    let end = lines[index].pieces.last?.upperBound ?? lines[index].start
    text.append([.lineFeed], standingFor: end..<end)
    index += 1
  }

  /// Reads one command with what the router answered.
  private mutating func readCommand() {
    guard let prompt = lines[index].prompt else { return skip() }
    let line = lines[index]
    let bytes = Array(line.bytes(file))
    let command = Array(bytes.dropFirst(prompt.length).drop { $0.isBlank })
    let menuName = Array(bytes[prompt.path])
    if command.isEmpty || isRequestForHelp(command) {
      index += 1
      return skipToPrompt()
    }
    let first = index
    enterMenu(command, line, prompt)
    let start = line.place(of: prompt.length)
    let place = start..<takeCommand(line, prompt.length)
    let last = lines[index - 1]
    text.endPart(place)
    if isInterrupted(last.bytes(file)) {
      text.removeLastPart()
      skippedLines += index - first
      skipToPrompt()
    } else if let exported = printedExport(command, at: menuName, Span(place)), isExportNext() {
      readExport(exported, replacing: place)
    } else {
      readAnswer(to: TypedCommand(command), mayBeCut: width.isFull(last))
    }
  }

  mutating func skipToPrompt() {
    while index < lines.count, lines[index].prompt == nil { skip() }
  }

  /// Whether Ctrl-C ended the line, so that the command did not run.
  func isInterrupted(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(.interrupt) || line.suffix(2).elementsEqual("^C".utf8)
  }

  /// `?` shows what may follow and runs nothing.
  private func isRequestForHelp(_ command: [UInt8]) -> Bool {
    command.last == .questionMark && (command.dropLast().last?.isBlank ?? true)
  }

  /// Whether the router printed an export, rather than nothing or a refusal.
  private func isExportNext() -> Bool {
    let next = lines[index...].first { !$0.bytes(file).allSatisfy(\.isBlank) }
    guard let next, next.prompt == nil else { return false }
    return RouterAnswer(next.bytes(file)) != .refusal
  }

  /// Reads what `export` printed in place of the command.
  private mutating func readExport(_ export: PrintedExport, replacing command: Range<Int>) {
    text.removeLastPart()
    let start = lines[index].start
    while index < lines.count, lines[index].prompt == nil { takeLine() }
    text.endPart(start..<max(start, lines[index - 1].start), export: export)
  }

  /// A refusal is the first line behind a command, or behind a question the last.
  private mutating func readAnswer(to command: TypedCommand, mayBeCut: Bool) {
    var answer = RouterAnswer.silence
    var last = RouterAnswer.silence
    while index < lines.count, lines[index].prompt == nil {
      let line = RouterAnswer(lines[index].bytes(file))
      if answer == .silence { answer = line }
      if line != .silence { last = line }
      skip()
    }
    text.answer(
      last == .refusal ? last : answer, by: command.tool.map(Array.init),
      mayBeCut: mayBeCut && !command.onlyShows, nextMenu: nextMenu)
  }

  /// The words of the menu that the prompt at the place names.
  private var nextMenu: [String]? {
    guard index < lines.count, let prompt = lines[index].prompt else { return nil }
    let words = Array(lines[index].bytes(file))[prompt.path].split { $0.isBlank || $0 == .slash }
    return words.map { decodeText($0) }
  }
}
