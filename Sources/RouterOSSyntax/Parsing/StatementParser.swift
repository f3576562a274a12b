import SourceText

extension Parser {
  /// What a statement begins with: where it runs, and what it runs.
  struct Command {
    let menu: NameTable.ID
    let verb: NameTable.ID
    let verbStart: Int
  }

  /// Reads one statement, from its first word to its end.
  ///
  /// A problem costs the rest of its statement and nothing else; see ``takeDamage(_:from:since:)``.
  mutating func parseStatement(_ text: RawSpan) {
    let start = offset
    let known = problems.count
    firstArgument = arguments.count
    guard let command = parseCommand(text) else {
      // What is damaged only by its name was recorded.
      if problems.count > known, problems.last?.kind != .unknownMenu {
        recordDamage(text, start, since: known)
      }
      return
    }
    let end = parseArguments(text, of: command)
    if offset == text.byteCount, isExport { checkEnd(text, command, at: end) }
    if command.verb > CommandWords.set { checkDeclaration(text, command) }
    if names.isFull { report(.tooManyNames, start..<start + 1) }
    let isDamaged = problems.count > known
    // What never closes is found out last, and stands first.
    if problems.count > known + 1 { problems.sort(from: known) }
    statements.append(
      StatementRecord(
        range: start..<max(end, isDamaged ? takeDamage(text, from: start, since: known) : end),
        verbStart: command.verbStart, menu: command.menu, verb: command.verb,
        firstArgument: firstArgument, isDamaged: isDamaged))
    if let oddity { takeOddity(oddity.kind, oddity.place, isDamaged: isDamaged) }
  }

  /// What is odd in a damaged statement comes of the damage.
  private mutating func takeOddity(
    _ kind: Problem.Kind, _ place: Range<Int>, isDamaged: Bool
  ) {
    oddity = nil
    if !isDamaged { report(kind, place) }
  }

  /// An export that ends within a line was cut off if it ends in a blank, in a word that is no flag, or behind
  /// a `name=`: a router writes an empty value in quotes, and no `set` without a property.
  private mutating func checkEnd(_ text: RawSpan, _ command: Command, at end: Int) {
    guard command.verb <= CommandWords.set else { return }
    let isEmpty = arguments.count == firstArgument
    if end < text.byteCount || (isEmpty && command.verb == CommandWords.set) {
      return report(.cutOff, end - 1..<end)
    }
    guard let last = arguments.last, !isEmpty, last.form == .plain || last.form == .escaped
    else { return }
    let word = Int(last.start)..<Int(last.end)
    let isCut: Bool
    switch last.kind {
    case .positional: isCut = !CommandWords.isFlag(unescape(text.bytes(in: word)[...]))
    case .pair:
      isCut = text.endOfPlainText(from: word.lowerBound, equals: true) + 1 == word.upperBound
    case .unset: isCut = false
    }
    if isCut { report(.cutOff, word) }
  }

  /// A router declares no `$x`.
  private mutating func checkDeclaration(_ text: RawSpan, _ command: Command) {
    guard arguments.count > firstArgument,
      case let start = Int(arguments[firstArgument].start), text.byte(at: start) == .dollar
    else { return }
    let verb = names.spelling(of: command.verb).drop { $0 == .colon }
    if verb.elementsEqual("global".utf8) || verb.elementsEqual("local".utf8) {
      report(.dollarBeforeName, start..<start + 1)
    }
  }

  /// Tells menu and command apart; nil for a menu line, or when a problem was reported.
  private mutating func parseCommand(_ text: RawSpan) -> Command? {
    if let verb = plainVerb(text) {
      guard let menu else {
        reportNoMenu(verb == CommandWords.add ? "add" : "set", wordRange(text))
        return nil
      }
      offset += 3
      return Command(menu: menu, verb: verb, verbStart: offset - 3)
    }
    let byte = text.byte(at: offset)
    if byte == .slash || byte == .colon || byte.isCommandByte { return parsePath(text) }
    return parseOtherStart(text, byte)
  }

  /// A statement that begins with neither a menu nor a command word.
  private mutating func parseOtherStart(_ text: RawSpan, _ byte: UInt8) -> Command? {
    if byte == .leftBracket || byte == .escape, looksForPrompts, isPrompt(text, at: offset) {
      isTranscript = true
      offset = text.byteCount
      return nil
    }
    let here = menu ?? names.intern([.slash])
    switch byte {
    case .leftBracket where !holdsCommand(text): report(.notACommand, wordRange(text))
    case .leftBrace, .leftBracket, .leftParenthesis:
      return Command(menu: here, verb: names.intern([]), verbStart: offset)
    case .dollar:
      let start = offset
      offset = text.endOfPlainText(from: start + 1, equals: false)
      return Command(menu: here, verb: names.intern(text, start..<offset), verbStart: start)
    case .rightBrace, .rightBracket, .rightParenthesis:
      report(.strayCloser(String(UnicodeScalar(byte))), offset..<offset + 1)
    default: report(.notACommand, wordRange(text))
    }
    return nil
  }

  /// Whether the bracket at the place encloses a command rather than a remark such as `[erased]`.
  private mutating func holdsCommand(_ text: RawSpan) -> Bool {
    let start = text.endOfBlanks(from: offset + 1)
    let end = text.endOfCommandWord(from: start)
    return end == start || isCommand(names.intern(text, start..<end))
  }

  /// The word at the place, at least one byte long.
  func wordRange(_ text: RawSpan) -> Range<Int> {
    var end = offset + 1
    while let byte = text.peek(end), !byte.endsWord { end += 1 }
    return offset..<end
  }
}
