import SourceText

extension Parser {
  /// Reads one statement, from its first word to its end.
  ///
  /// A problem costs the statement it lies in and nothing else: the rest of its line is skipped.
  mutating func parseStatement() {
    let start = cursor.offset
    let problemsBefore = problems.count
    let firstArgument = UInt32(arguments.count)
    let words = leadingWords()
    guard let command = command(from: words, start: start) else {
      if problems.count == problemsBefore { return }
      return recordDamage(from: start, firstArgument)
    }
    parseArguments(of: command, problemsBefore: problemsBefore)
    let isDamaged = problems.count > problemsBefore
    if isDamaged { cursor.skipStatement() }
    let menuName = names.intern(command.menu)
    let verbName = names.intern(file.bytes[command.verb.range])
    statements.append(
      StatementRecord(
        start: UInt32(start), end: UInt32(endOfStatement(from: start)),
        verbStart: command.verb.start, verbEnd: command.verb.end, menu: menuName, verb: verbName,
        firstArgument: firstArgument, isDamaged: isDamaged))
  }

  /// A statement that could not be read: it keeps its place and the menu in force, and no more.
  private mutating func recordDamage(from start: Int, _ firstArgument: UInt32) {
    cursor.skipStatement()
    let menuName = names.intern(menu ?? "/")
    let noVerb = names.intern("")
    arguments.removeSubrange(Int(firstArgument)...)
    statements.append(
      StatementRecord(
        start: UInt32(start), end: UInt32(endOfStatement(from: start)), verbStart: UInt32(start),
        verbEnd: UInt32(start), menu: menuName, verb: noVerb, firstArgument: firstArgument,
        isDamaged: true))
  }

  /// The cursor's place without the blanks before it.
  private func endOfStatement(from start: Int) -> Int {
    var end = cursor.offset
    while end > start, file.bytes[end - 1] <= .space { end -= 1 }
    return end
  }

  /// Takes the words that may name a menu or a command: up to a known command or an argument.
  private mutating func leadingWords() -> [Span] {
    var words: [Span] = []
    while !cursor.isAtStatementEnd {
      let start = cursor.offset
      cursor.skip { $0.isNameByte || $0 == .slash || $0 == .colon }
      let next = cursor.peek()
      let isWord =
        cursor.offset > start
        && (next.map { $0.endsWord || $0 == .backslash } ?? true)
      guard isWord else {
        cursor.offset = start
        return words
      }
      words.append(Span(start, cursor.offset))
      cursor.skipToWord()
      if isCommand(words[words.count - 1]) { return words }
    }
    return words
  }

  /// Whether the word, or its last part behind a slash, is always a command.
  private func isCommand(_ word: Span) -> Bool {
    let bytes = file.bytes[word.range]
    if bytes.first == .colon { return true }
    let last = bytes.split(separator: .slash).last ?? []
    return last.count <= 16 && commandWords.contains(String(decoding: last, as: UTF8.self))
  }

  /// A command and where it runs.
  struct Command {
    var menu: String
    var verb: Span
  }

  /// Tells menu and command apart; nil for a section line, or when a problem was reported.
  private mutating func command(from words: [Span], start: Int) -> Command? {
    guard let last = words.last else {
      reportNoCommand(at: start)
      return nil
    }
    let texts = words.map { file.text(in: $0) }
    if texts[0].hasPrefix(":") { return Command(menu: menu ?? "/", verb: words[0]) }
    let isAbsolute = texts[0].hasPrefix("/")
    guard isCommand(last) || !cursor.isAtStatementEnd else {
      if isAbsolute { menu = menuPath(texts, from: "/") } else { reportNotACommand(words) }
      return nil
    }
    if !isAbsolute, menu == nil {
      report(.commandOutsideMenu(verb: file.text(in: words[0])), words[0])
      return nil
    }
    return split(words, texts)
  }

  /// Splits the words into the menu and its command, which may hang on the menu by a slash.
  private func split(_ words: [Span], _ texts: [String]) -> Command {
    let last = words[words.count - 1]
    let bytes = file.bytes[last.range]
    guard let slash = bytes.lastIndex(of: .slash) else {
      return Command(menu: menuPath(texts.dropLast(), from: menu ?? "/"), verb: last)
    }
    let front = file.text(in: Span(Int(last.start), slash))
    let path = texts.dropLast() + [front.isEmpty ? "/" : front]
    return Command(menu: menuPath(path, from: menu ?? "/"), verb: Span(slash + 1, Int(last.end)))
  }

  private mutating func reportNoCommand(at start: Int) {
    let lineEnd = endOfWord(from: start)
    let word = Span(start, lineEnd)
    if file.bytes[word.range].contains(.equals), file.bytes[start].isNameByte {
      report(.argumentWithoutCommand, word)
    } else {
      report(.notACommand(shortened(word)), word)
    }
  }

  private mutating func reportNotACommand(_ words: [Span]) {
    report(.notACommand(shortened(words[0])), words[0])
  }

  /// The text of a word for a message; long ones are cut, because damage has no length.
  func shortened(_ word: Span) -> String {
    let text = decodeText(file.bytes[word.range].prefix(32))
    return word.count > 32 ? text + "…" : text
  }

  /// Where the word at `start` ends, at least one byte on.
  private func endOfWord(from start: Int) -> Int {
    var end = start + 1
    while end < file.bytes.count, !file.bytes[end].endsWord { end += 1 }
    return end
  }
}
