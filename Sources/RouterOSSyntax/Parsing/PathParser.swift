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
      if endsPath(text, word, behind: lastWord, isFirst: words == 1) {
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
      if isTornPath(text, start..<lastWord.upperBound, words: words, isAbsolute) {
        report(.notACommand, wordRange(text))
        return nil
      }
      let verb = isExport ? lastWord : firstUnknown(text, from: start, to: lastWord, isAbsolute)
      return command(text, path: start..<verb.lowerBound, verb: verb, isAbsolute)
    }
    return takeMenuLine(text, start..<max(lastWord.upperBound, start + 1), isAbsolute)
  }

  /// `:put`, or a colon before a path.
  private mutating func parseScriptCommand(_ text: RawSpan) -> Command? {
    let start = offset
    offset += 1
    offset = text.endOfCommandWord(from: offset)
    guard canStandBehindScriptCommand(text, isNamed: offset > start + 1) else {
      offset = start
      report(.notACommand, wordRange(text))
      return nil
    }
    let here = menu ?? names.intern([.slash])
    return Command(menu: here, verb: names.intern(text, start..<offset), verbStart: start)
  }

  /// Whether the word of a command of scripts may end at the place; a variable or a block may stand in its
  /// stead.
  private func canStandBehindScriptCommand(_ text: RawSpan, isNamed: Bool) -> Bool {
    guard let next = text.peek(offset) else { return isNamed }
    if next == .slash || next.closer != nil { return true }
    return isNamed
      ? next.endsWord || next.isCloser || text.continuationLength(at: offset) > 0 : next == .dollar
  }

  /// The command `verb` in the menu that `path` names.
  private mutating func command(
    _ text: RawSpan, path: Range<Int>, verb: Range<Int>, _ isAbsolute: Bool
  ) -> Command? {
    let name = internPathWord(text, verb)
    if !isAbsolute, !isCommand(name), isExport || isBehindDamage {
      // Most likely the rest of a torn statement, and perhaps of a secret in it.
      report(.notACommand, path.lowerBound..<verb.upperBound)
      return nil
    }
    if !isAbsolute, menu == nil, CommandWords.contains(name), !Self.canStandAlone(name, names) {
      reportNoMenu(decodeText(text.bytes(in: verb)), verb)
      return nil
    }
    // `log info` is a command of the root wherever it stands.
    let isOfRoot = isAbsolute || text.hasText("log ", at: path.lowerBound)
    guard let menu = menu(text, path, isOfRoot) else { return nil }
    return Command(menu: menu, verb: name, verbStart: verb.lowerBound)
  }

  /// `export`, `import`, `quit` and the like are commands of the root, where no menu needs to be named.
  private static func canStandAlone(_ verb: NameTable.ID, _ names: NameTable) -> Bool {
    ["export", "import", "print", "quit", "redo", "undo"].contains {
      names.spelling(of: verb).elementsEqual($0.utf8)
    }
  }

  /// Whether a router printed this: it never names a menu by half of its path, and breaks no string over
  /// lines without a backslash.
  var isExport: Bool { isPrinted && isOutputOfRouter }

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

  func isAtStatementEnd(_ text: RawSpan) -> Bool { text.peek(offset)?.endsStatement ?? true }
}
