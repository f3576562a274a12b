/// Paths that are torn, and what they cost: if damage names a menu, nobody knows where the commands
/// below it run.
extension Parser {
  /// Whether what stands at the place cannot follow the words of `path`, so that the path is torn rather
  /// than followed by an argument.
  ///
  /// A router exports no path but with `add` or `set`, or alone on its line. Elsewhere a command may have
  /// any argument, but a menu is no command, and nothing but a blank, a slash or a bracket may touch a word
  /// of a path.
  mutating func isTornPath(_ text: RawSpan, _ path: Range<Int>, words: Int, _ isAbsolute: Bool)
    -> Bool
  {
    let byte = text.byte(at: offset)
    if byte == .leftBrace { return false }
    if isExport { return isAbsolute }
    if words <= KnownMenus.deepest, isMenuInFull(text, path, isAbsolute) { return true }
    let word = text.endOfBlanks(from: offset + (byte == .slash ? 1 : 0))
    let end = text.endOfCommandWord(from: word)
    return end > word && text.peek(end)?.cannotTouchCommand ?? false
  }

  /// Forgets the menu in force, up to the next menu line.
  mutating func loseMenu() {
    menu = nil
    hasLostMenu = true
  }

  /// Says that a command has no menu to run in.
  mutating func reportNoMenu(_ verb: String, _ word: Range<Int>) {
    report(
      hasLostMenu ? .commandInUnknownMenu(verb: verb) : .commandOutsideMenu(verb: verb), word)
  }

  /// Whether a damaged statement names a menu for what follows: it is a torn menu line, or a menu line was
  /// joined to it. A menu with a command behind it names none, and neither does one in a string or block.
  func namesMenu(_ text: RawSpan, _ damage: Range<Int>) -> Bool {
    var isNamed = beginsTornMenu(text, at: damage.lowerBound)
    var nesting = DamagedText()
    var place = damage.lowerBound
    while place < damage.upperBound {
      let start = place
      while place < damage.upperBound, text.byte(at: place) > .space {
        nesting.take(text.byte(at: place), at: place)
        place += text.byte(at: place) == .backslash ? 2 : 1
      }
      let word = start..<min(place, damage.upperBound)
      if word.isEmpty {
        place += 1
      } else if nesting.isOutside {
        if text.byte(at: start) == .slash, beginsRootMenu(text, at: start + 1) { isNamed = true }
        if isNamed, isCommandOfMenu(text, word) { isNamed = false }
      }
    }
    return isNamed
  }

  /// Whether a damaged statement at `place` was a path: with its slash, or with a menu of the root.
  private func beginsTornMenu(_ text: RawSpan, at place: Int) -> Bool {
    let isAbsolute = text.byte(at: place) == .slash
    let start = isAbsolute ? place + 1 : place
    let word = start..<text.endOfCommandWord(from: start)
    return !isKnownCommand(text, word) && (isAbsolute || beginsRootMenu(text, at: start))
  }

  private func isCommandOfMenu(_ text: RawSpan, _ word: Range<Int>) -> Bool {
    isExport ? plainVerb(text, at: word.lowerBound) != nil : isKnownCommand(text, word)
  }

  private func isKnownCommand(_ text: RawSpan, _ word: Range<Int>) -> Bool {
    guard word.count <= Self.longestWord else { return false }
    return CommandWords.isCommand(decodeText(text.bytes(in: word)))
  }

  /// No menu of the root and no command is longer.
  private static let longestWord = 32

  /// Whether the name of a menu of the root stands at `place`.
  func beginsRootMenu(_ text: RawSpan, at place: Int) -> Bool {
    let end = text.endOfCommandWord(from: place)
    guard end > place, end - place <= Self.longestWord,
      text.peek(end).map({ $0.endsWord || $0 == .slash }) ?? true
    else { return false }
    let name = decodeText(text.bytes(in: place..<end))
    return KnownMenus.ofRoot.contains(name) && !CommandWords.isCommand(name)
  }
}

extension UInt8 {
  /// Whether this may neither stand behind the word of a path nor in the `name=value` of a command.
  fileprivate var cannotTouchCommand: Bool {
    switch self {
    case .quote, .exclamationMark, .greaterThan, .lessThan, .caret, .questionMark, .asterisk: true
    default: false
    }
  }
}
