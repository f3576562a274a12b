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

  /// What stands before the first prompt: an export behind which somebody left a prompt, or a greeting.
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

  private func isLineOfExport(_ line: [UInt8]) -> Bool {
    if line.starts(with: Array("add ".utf8)) || line.starts(with: Array("set ".utf8)) {
      return true
    }
    return line.first == .hash && decodeText(line.prefix(200)).contains("by RouterOS ")
  }

  private mutating func greet(_ line: [UInt8]) {
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
    let bytes = line.bytes(file)
    let command = Array(bytes.dropFirst(prompt.length).drop { $0.isBlank })
    let menuName = Array(bytes[prompt.path])
    if command.isEmpty || isRequestForHelp(command) {
      index += 1
      while index < lines.count, lines[index].prompt == nil { skip() }
      return
    }
    enterMenu(command, line, prompt)
    let start = line.place(of: prompt.length)
    let place = start..<takeCommand(line, prompt.length)
    text.endPart(place)
    if let exported = printedExport(command, at: menuName, Span(place)), isExportNext() {
      readExport(exported, replacing: place)
    } else {
      readAnswer()
    }
  }

  /// `?` shows what may follow and runs nothing.
  private func isRequestForHelp(_ command: [UInt8]) -> Bool {
    command.last == 0x3F && (command.dropLast().last?.isBlank ?? true)
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
    var last = line
    text.append(line.pieces(dropping: promptLength), file)
    index += 1
    while index < lines.count, lines[index].prompt == nil {
      let next = lines[index].bytes(file)
      let continuation = lengthOfContinuationPrompt(next[...])
      if let continuation {
        text.append([.lineFeed], standingFor: lines[index].start..<lines[index].start)
        text.append(lines[index].pieces(dropping: continuation), file)
      } else if text.endsInBackslash, !next.isEmpty {
        text.append([.lineFeed], standingFor: lines[index].start..<lines[index].start)
        text.append(lines[index].pieces, file)
      } else if width.breaks(last), RouterAnswer(next) == .output {
        text.append(lines[index].pieces, file)
      } else {
        break
      }
      last = lines[index]
      index += 1
    }
    return last.pieces.last?.upperBound ?? last.start
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
  private mutating func readAnswer() {
    var answer = RouterAnswer.silence
    var last = RouterAnswer.silence
    while index < lines.count, lines[index].prompt == nil {
      let line = RouterAnswer(lines[index].bytes(file))
      if answer == .silence { answer = line }
      if line != .silence { last = line }
      skip()
    }
    text.answer(last == .refusal ? last : answer, nextMenu: nextMenu)
  }

  /// The words of the menu that the prompt at the place names.
  private var nextMenu: [String]? {
    guard index < lines.count, let prompt = lines[index].prompt else { return nil }
    let words = lines[index].bytes(file)[prompt.path].split { $0.isBlank || $0 == .slash }
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
