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
  /// A problem costs the rest of its line and of the lines that continue it, and nothing else.
  mutating func parseStatement(_ text: RawSpan) {
    let start = offset
    let known = problems.count
    firstArgument = arguments.count
    guard let command = parseCommand(text) else {
      if problems.count > known { recordDamage(text, start) }
      return
    }
    let end = parseArguments(text, of: command)
    if end == text.byteCount, isExport { checkEnd(text, command) }
    if names.isFull { report(.tooManyNames, start..<start + 1) }
    let isDamaged = problems.count > known
    // What never closes is found out last, and stands first.
    if problems.count > known + 1 { problems.sort(from: known) }
    statements.append(
      StatementRecord(
        range: start..<max(end, isDamaged ? endOfDamage(text, start) : end),
        verbStart: command.verbStart, menu: command.menu, verb: command.verb,
        firstArgument: firstArgument, isDamaged: isDamaged))
  }

  /// An export that ends within a line and there in a word was cut off, unless the word is a flag.
  private mutating func checkEnd(_ text: RawSpan, _ command: Command) {
    guard let last = arguments.last, arguments.count > firstArgument, last.kind == .positional,
      last.form == .plain, command.verb <= CommandWords.set,
      command.verb == CommandWords.add || arguments.count > firstArgument + 1
    else { return }
    let word = Int(last.start)..<Int(last.end)
    if !CommandWords.isFlag(text.bytes(in: word)) { report(.cutOff, word) }
  }

  /// A statement that could not be read: it keeps its place and the menu in force, and no more.
  mutating func recordDamage(_ text: RawSpan, _ start: Int) {
    let end = endOfDamage(text, start)
    let menuName = menu ?? names.intern([.slash])
    let noVerb = names.intern([])
    statements.append(
      StatementRecord(
        range: start..<end, verbStart: start, menu: menuName, verb: noVerb,
        firstArgument: arguments.count, isDamaged: true))
  }

  /// Moves to the end of the damage at the place of the problem; where the statement then ends, without
  /// blanks.
  private mutating func endOfDamage(_ text: RawSpan, _ start: Int) -> Int {
    offset = endOfDamage(text, from: max(offset, start))
    var end = offset
    while end > start, text.byte(at: end - 1) <= .space { end -= 1 }
    return end
  }

  /// The end of the line at `place`, and of all lines that a backslash continues it on.
  func endOfDamage(_ text: RawSpan, from place: Int) -> Int {
    var end = text.endOfLine(from: place)
    while endsInBackslash(text, at: end), text.lineBreakLength(at: end) > 0,
      !stopsContinuation(text, at: end)
    {
      end = text.endOfLine(from: end + text.lineBreakLength(at: end))
    }
    return end
  }

  /// Whether the line that ends at `end` has a backslash last, or one with blanks behind it.
  private func endsInBackslash(_ text: RawSpan, at end: Int) -> Bool {
    var place = end
    while place > 0, text.byte(at: place - 1).isBlank { place -= 1 }
    return place > 0 && text.byte(at: place - 1) == .backslash
  }

  /// Whether the line behind the break at `offset` begins a statement although a backslash stands
  /// before the break.
  private func stopsContinuation(_ text: RawSpan, at offset: Int) -> Bool {
    let next = offset + text.lineBreakLength(at: offset)
    return next < text.byteCount
      && (text.beginsLineOfExport(at: next, false) || text.beginsMenu(at: next))
  }

  /// Tells menu and command apart; nil for a menu line, or when a problem was reported.
  private mutating func parseCommand(_ text: RawSpan) -> Command? {
    if let verb = plainVerb(text) {
      guard let menu else {
        report(.commandOutsideMenu(verb: verb == CommandWords.add ? "add" : "set"), wordRange(text))
        return nil
      }
      offset += 3
      return Command(menu: menu, verb: verb, verbStart: offset - 3)
    }
    let byte = text.byte(at: offset)
    if byte == .slash || byte == .colon || byte.isCommandByte { return parsePath(text) }
    return parseOtherStart(text, byte)
  }

  /// `add` or `set` at the place, which nearly every statement of an export begins with.
  @inline(__always)
  func plainVerb(_ text: RawSpan) -> NameTable.ID? {
    guard offset &+ 8 <= text.byteCount else { return nil }
    let word = text.eightBytes(at: offset)
    guard UInt8(truncatingIfNeeded: word >> 24) <= .space else { return nil }
    switch word & 0xFF_FFFF {
    case 0x64_6461: return CommandWords.add
    case 0x74_6573: return CommandWords.set
    default: return nil
    }
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
    var start = offset + 1
    while let byte = text.peek(start), byte.isBlank { start += 1 }
    guard let byte = text.peek(start), byte.isCommandByte else { return true }
    var end = start
    while let byte = text.peek(end), byte.isCommandByte { end += 1 }
    let name = names.intern(text, start..<end)
    return CommandWords.contains(name) || CommandWords.isScriptWord(name)
  }

  /// The word at the place, at least one byte long.
  func wordRange(_ text: RawSpan) -> Range<Int> {
    var end = offset + 1
    while let byte = text.peek(end), !byte.endsWord { end += 1 }
    return offset..<end
  }
}
