/// What a statement begins with: the one place that says whether one begins somewhere.
extension Parser {
  /// `add` or `set` at the place, which nearly every statement of an export begins with.
  @inline(__always)
  func plainVerb(_ text: RawSpan) -> NameTable.ID? { plainVerb(text, at: offset) }

  /// The same at any place.
  @inline(__always)
  func plainVerb(_ text: RawSpan, at offset: Int) -> NameTable.ID? {
    guard offset &+ 8 <= text.byteCount else { return nil }
    let word = text.eightBytes(at: offset)
    guard UInt8(truncatingIfNeeded: word >> 24) <= .space else { return nil }
    switch word & 0xFF_FFFF {
    case 0x64_6461: return CommandWords.add
    case 0x74_6573: return CommandWords.set
    default: return nil
    }
  }

  /// The command or the beginning of a menu at `place`, if only a statement can begin with it; nil for
  /// anything else.
  mutating func startOfStatement(_ text: RawSpan, at place: Int) -> Range<Int>? {
    let isMenu = text.beginsMenu(at: place)
    let isOfScripts = text.peek(place) == .colon
    let start = isMenu || isOfScripts ? place + 1 : place
    let end = text.endOfCommandWord(from: start)
    if isMenu { return place..<end }
    guard end > start, text.peek(end)?.endsWord ?? true else { return nil }
    let name = names.intern(text, start..<end)
    let isKnown = isOfScripts ? CommandWords.isScriptWord(name) : isCommand(name)
    return isKnown ? place..<end : nil
  }

  /// Whether a comment or a statement begins for certain behind the separator of scripts at `separator`,
  /// which may as well be a byte of a torn secret: a slash alone tells nothing.
  mutating func beginsStatement(_ text: RawSpan, behindSeparator separator: Int) -> Bool {
    let start = text.endOfBlanks(from: separator + 1)
    if text.peek(start) == .hash { return true }
    if text.peek(start) == .colon { return text.endOfCommandWord(from: start + 1) > start + 1 }
    guard let word = startOfStatement(text, at: start) else { return false }
    guard text.byte(at: start) == .slash else { return true }
    let name = word.lowerBound + 1..<word.upperBound
    return KnownMenus.ofRoot.contains(decodeText(text.bytes(in: name)))
      || isCommand(names.intern(text, name))
  }

  /// Whether a name is a command wherever it stands.
  func isCommand(_ name: NameTable.ID) -> Bool {
    CommandWords.contains(name) || CommandWords.isScriptWord(name)
  }
}

extension RawSpan {
  /// Whether only blanks stand between `offset` and the line, block or statement before it.
  func isAtCommandStart(_ offset: Int) -> Bool {
    var index = offset - 1
    while index >= 0, byte(at: index).isBlank { index -= 1 }
    return index < 0 || byte(at: index).endsStatement || byte(at: index) == .leftBrace
  }

  /// Whether a line begins at `offset` as exports begin theirs, or nothing at all.
  func beginsLineOfExport(at offset: Int) -> Bool {
    offset >= byteCount || hasText("add ", at: offset) || hasText("set ", at: offset)
  }

  /// Whether the path of a menu begins at `offset`.
  func beginsMenu(at offset: Int) -> Bool {
    peek(offset) == .slash && peek(offset + 1)?.isSmallLetter ?? false
  }

  /// Whether a comment begins at `offset`, perhaps behind blanks.
  func beginsComment(at offset: Int) -> Bool { peek(endOfBlanks(from: offset)) == .hash }

  /// Whether `name=` begins at `offset`, perhaps behind blanks.
  func beginsArgument(at offset: Int) -> Bool {
    let start = endOfBlanks(from: offset)
    let end = endOfPlainText(from: start, equals: true)
    return end > start && peek(end) == .equals
  }

  /// The end of the blanks from `offset` on.
  func endOfBlanks(from offset: Int) -> Int {
    var end = offset
    while let byte = peek(end), byte.isBlank { end += 1 }
    return end
  }

  /// The end of the word from `offset` on, of what may stand in the name of a menu or a command.
  @inline(__always)
  func endOfCommandWord(from offset: Int) -> Int {
    var end = offset
    while let byte = peek(end), byte.isCommandByte { end &+= 1 }
    return end
  }
}
