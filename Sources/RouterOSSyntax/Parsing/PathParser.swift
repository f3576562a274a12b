import SourceText

extension Parser {
  /// Reads words that name a menu and perhaps a command in it: `/ip route`, `/ip/route/add`, `:put`,
  /// or `route print` below a menu line. Nil for a menu line, or when a problem was reported.
  mutating func parsePath(_ text: RawSpan) -> Command? {
    let start = offset
    if text.byte(at: start) == .colon { return parseScriptCommand(text) }
    let isAbsolute = text.byte(at: start) == .slash
    if isAbsolute, let command = sameCommand(text) { return command }
    let known = problems.count
    var words = 0
    var lastWord = start..<start
    while let word = nextPathWord(text) {
      words += 1
      if isCommand(text, word, behind: lastWord, isFirst: words == 1) {
        let command = command(text, path: start..<word.lowerBound, verb: word, isAbsolute)
        if isAbsolute { lastCommand = command.map { ($0, start..<word.upperBound) } }
        return command
      }
      lastWord = word
      skipBlanks(text)
    }
    if problems.count > known { return nil }
    if words == 0, !(isAbsolute && isAtStatementEnd(text)) {
      reportNoCommand(text, start)
      return nil
    }
    guard isAtStatementEnd(text) else {
      return command(text, path: start..<lastWord.lowerBound, verb: lastWord, isAbsolute)
    }
    return takeMenuLine(text, start..<max(lastWord.upperBound, start + 1), isAbsolute)
  }

  /// The command of the last statement with an absolute path, if the same bytes stand here: most lines
  /// of a terse export repeat those of the line before.
  private mutating func sameCommand(_ text: RawSpan) -> Command? {
    guard let (last, place) = lastCommand, text.peek(offset + place.count) == .space,
      text.hasSameBytes(at: offset, as: place)
    else { return nil }
    let verbStart = offset + last.verbStart - place.lowerBound
    offset += place.count
    return Command(menu: last.menu, verb: last.verb, verbStart: verbStart)
  }

  /// Whether a word of a path is the command that ends it: one that is always a command, one that is a
  /// menu elsewhere only, or in front of all a command of scripts.
  private mutating func isCommand(
    _ text: RawSpan, _ word: Range<Int>, behind parent: Range<Int>, isFirst: Bool
  ) -> Bool {
    let name = names.intern(text, word)
    guard CommandWords.mayBeCommand(name) else { return false }
    if CommandWords.contains(name) { return true }
    if CommandWords.isScriptWord(name) {
      return isFirst && !CommandWords.isRootMenu(names.spelling(of: name))
    }
    return CommandWords.isCommand(name, behind: text.bytes(in: parent))
  }

  /// `:put`, or a colon before a path.
  private mutating func parseScriptCommand(_ text: RawSpan) -> Command? {
    let start = offset
    offset += 1
    offset = text.endOfCommandWord(from: offset)
    let here = menu ?? names.intern([.slash])
    return Command(menu: here, verb: names.intern(text, start..<offset), verbStart: start)
  }

  /// The next word of a path, behind its slash if it has one; nil where the path ends.
  private mutating func nextPathWord(_ text: RawSpan) -> Range<Int>? {
    let before = offset
    while text.peek(offset) == .slash { offset += 1 }
    // A slash may stand behind a word although a blank follows.
    if offset > before { skipBlanks(text) }
    let start = offset
    if text.beginsPathWord(at: start) {
      offset = text.endOfCommandWord(from: offset)
      let next = text.peek(offset) ?? .space
      if next.endsWord || next == .slash || next.closer != nil { return start..<offset }
      if text.continuationLength(at: offset) > 0 { report(.brokenWord, offset..<offset + 1) }
    }
    offset = start > before && isAtStatementEnd(text) ? start : before
    return nil
  }

  /// The command `verb` in the menu that `path` names.
  private mutating func command(
    _ text: RawSpan, path: Range<Int>, verb: Range<Int>, _ isAbsolute: Bool
  ) -> Command? {
    let name = names.intern(text, verb)
    if !isAbsolute, !isCommand(name), isExport || isBehindDamage {
      // Most likely the rest of a torn statement, and perhaps of a secret in it.
      report(.notACommand, path.lowerBound..<verb.upperBound)
      return nil
    }
    if !isAbsolute, menu == nil, CommandWords.contains(name), !Self.canStandAlone(name, names) {
      report(.commandOutsideMenu(verb: decodeText(text.bytes(in: verb))), verb)
      return nil
    }
    guard let menu = menu(text, path, isAbsolute) else { return nil }
    return Command(menu: menu, verb: name, verbStart: verb.lowerBound)
  }

  /// `export`, `import`, `quit` and the like are commands of the root, where no menu needs to be named.
  private static func canStandAlone(_ verb: NameTable.ID, _ names: NameTable) -> Bool {
    ["export", "import", "print", "quit", "redo", "undo"].contains {
      names.spelling(of: verb).elementsEqual($0.utf8)
    }
  }

  private mutating func takeMenuLine(_ text: RawSpan, _ line: Range<Int>, _ isAbsolute: Bool)
    -> Command?
  {
    guard isAbsolute || (menu != nil && !isExport) else {
      report(.notACommand, line)
      return nil
    }
    guard let named = menu(text, line, isAbsolute) else { return nil }
    menu = named
    sections.append(
      SectionRecord(start: UInt32(line.lowerBound), end: UInt32(line.upperBound), menu: named))
    return nil
  }

  /// Whether a router printed this: it never names a menu by half of its path, and breaks no string over
  /// lines without a backslash.
  var isExport: Bool { hasRelease && isOutputOfRouter }

  private mutating func reportNoCommand(_ text: RawSpan, _ start: Int) {
    offset = start
    let word = wordRange(text)
    let name = text.endOfPlainText(from: start, equals: true)
    if name > start, text.peek(name) == .equals {
      report(.argumentWithoutCommand, word)
    } else {
      report(.notACommand, word)
    }
  }

  /// Moves past blanks and continuations.
  @inline(__always)
  mutating func skipBlanks(_ text: RawSpan) {
    while let byte = text.peek(offset) {
      if byte.isBlank {
        offset &+= 1
      } else if byte == .backslash {
        let length = text.continuationLength(at: offset)
        if length == 0 { return }
        offset += length
      } else {
        return
      }
    }
  }

  func isAtStatementEnd(_ text: RawSpan) -> Bool { text.peek(offset)?.endsStatement ?? true }
}

extension RawSpan {
  /// Whether the bytes from `offset` on are those of `range`; the text must hold as many.
  func hasSameBytes(at offset: Int, as range: Range<Int>) -> Bool {
    var index = 0
    while index &+ 8 <= range.count {
      if eightBytes(at: offset &+ index) != eightBytes(at: range.lowerBound &+ index) {
        return false
      }
      index &+= 8
    }
    while index < range.count {
      if byte(at: offset &+ index) != byte(at: range.lowerBound &+ index) { return false }
      index &+= 1
    }
    return true
  }

  /// Whether a word of a path begins at `offset`: one with a letter in front or behind digits, such as
  /// `6to4`, or the `..` that steps back. A word of mere digits and dots is an address or a number.
  func beginsPathWord(at offset: Int) -> Bool {
    if peek(offset) == .dot {
      return peek(offset + 1) == .dot
        && (peek(offset + 2).map { $0.endsWord || $0 == .slash } ?? true)
    }
    var place = offset
    while let byte = peek(place), byte.isDigit { place += 1 }
    return peek(place)?.isSmallLetter ?? false
  }
}
