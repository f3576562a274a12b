import SourceText

/// Walks through the lines of a transcript and tells commands, what `export` printed, and other output
/// apart.
///
/// Lines behind a command belong to it when it ends in a backslash, when they begin with the terminal's
/// own prompt for the rest, or when the terminal broke the line at its width. Whatever else stands
/// between commands is output.
struct TranscriptReader {
  private let file: [UInt8]
  private let lines: [TerminalLine]
  private let width: TerminalWidth
  private var index = 0

  /// The commands.
  private(set) var text = TranscriptText()
  /// The lines, blank ones aside, that are output and no commands.
  private(set) var skippedLines = 0
  /// The line in which the router names itself when somebody logs in.
  private(set) var greeting: (text: String, range: Range<Int>)?

  init(_ file: [UInt8]) {
    self.file = file
    lines = terminalLines(file)
    width = TerminalWidth(lines, file)
  }

  mutating func read() {
    readLead()
    while index < lines.count { readCommand() }
  }

  /// What stands before the first prompt: an export behind which somebody left a prompt, perhaps without
  /// its beginning, or a greeting.
  private mutating func readLead() {
    let end = lines.firstIndex { $0.prompt != nil } ?? lines.count
    let isExport = lines[..<end].contains { isLineOfExport($0.bytes(file)) }
    while index < end {
      let bytes = lines[index].bytes(file)
      if isExport || bytes.first == .hash {
        takeLine()
      } else {
        greet(bytes)
        skip()
      }
    }
    if let first = lines.first, !text.bytes.isEmpty {
      let place = first.start..<lines[end - 1].start
      let export = PrintedExport(menu: "/", isWhole: true, place: Span(place))
      text.endPart(place, export: isExport ? export : nil)
    }
  }

  private mutating func greet(_ line: ArraySlice<UInt8>) {
    let words = line.drop { $0.isBlank }
    guard greeting == nil, words.starts(with: Array("MikroTik RouterOS ".utf8)) else { return }
    greeting = (decodeText(words.prefix(200)), lines[index].start..<lines[index].start + line.count)
  }

  private mutating func skip() {
    if !lines[index].bytes(file).allSatisfy(\.isBlank) { skippedLines += 1 }
    index += 1
  }

  /// Takes a line as it is, with a line feed.
  private mutating func takeLine() {
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

  private mutating func skipToPrompt() {
    while index < lines.count, lines[index].prompt == nil { skip() }
  }

  /// Whether Ctrl-C ended the line, so that the command did not run.
  private func isInterrupted(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(.interrupt) || line.suffix(2).elementsEqual("^C".utf8)
  }

  /// `?` shows what may follow and runs nothing.
  private func isRequestForHelp(_ command: [UInt8]) -> Bool {
    command.last == .questionMark && (command.dropLast().last?.isBlank ?? true)
  }

  /// Names the menu of the prompt, unless the command does so itself.
  private mutating func enterMenu(_ command: [UInt8], _ line: TerminalLine, _ prompt: Prompt) {
    guard let first = command.first, first != .slash, first != .hash else { return }
    let path = line.pieces(dropping: prompt.path.lowerBound).prefixed(prompt.path.count)
    let place = path.first?.lowerBound ?? line.place(of: prompt.mark)
    let isAbsolute = !path.isEmpty && file[place] == .slash
    if !isAbsolute { text.append([.slash], standingFor: place..<place) }
    text.append(path, file)
    text.append([.lineFeed], standingFor: place..<place)
  }

  /// Takes the command behind a prompt and the lines that go on from it; where it ends in the file.
  private mutating func takeCommand(_ line: TerminalLine, _ promptLength: Int) -> Int {
    text.append(line.pieces(dropping: promptLength), file)
    index += 1
    takeBrokenLines()
    while index < lines.count, lines[index].prompt == nil,
      !isInterrupted(lines[index - 1].bytes(file))
    {
      let next = lines[index]
      let continuation = lengthOfContinuationPrompt(next.bytes(file))
      guard continuation != nil || (text.endsInBackslash && next.width > 0) else { break }
      text.append([.lineFeed], standingFor: next.start..<next.start)
      text.append(next.pieces(dropping: continuation ?? 0), file)
      index += 1
      takeBrokenLines()
    }
    let last = lines[index - 1]
    return last.pieces.last?.upperBound ?? last.start
  }

  /// Takes the lines into which the terminal broke the one before the place.
  private mutating func takeBrokenLines() {
    guard width.isFull(lines[index - 1]), !isInterrupted(lines[index - 1].bytes(file)),
      !text.endsInBackslash
    else { return }
    let command = Array(text.openPart)
    let count = width.lengthOfRest(of: command, lines, behind: index - 1, file)
    for _ in 0..<count {
      text.append(lines[index].pieces, file)
      index += 1
    }
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

extension [Range<Int>] {
  /// The parts that hold the first `count` bytes.
  fileprivate func prefixed(_ count: Int) -> [Range<Int>] {
    var rest = count
    return compactMap { piece in
      let taken = Swift.min(rest, piece.count)
      rest -= taken
      return taken == 0 ? nil : piece.lowerBound..<piece.lowerBound + taken
    }
  }
}
