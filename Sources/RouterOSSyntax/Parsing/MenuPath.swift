import SourceText

/// Resolving the words of a path to a menu.
extension Parser {
  /// Takes a line that names a menu and nothing else; it begins no statement.
  mutating func takeMenuLine(_ text: RawSpan, _ line: Range<Int>, _ isAbsolute: Bool)
    -> Command?
  {
    guard isAbsolute || (menu != nil && !isExport) else {
      report(.notACommand, line)
      return nil
    }
    if isExport, offset == text.byteCount {
      // A router ends its lines, and hardly ever names a menu last: what it printed there is cut off.
      report(.cutOff, line)
      return nil
    }
    guard let named = menu(text, line, isAbsolute) else { return nil }
    if isExport || promptsTellMenus || isKnown(named) {
      sections.append(
        SectionRecord(start: UInt32(line.lowerBound), end: UInt32(line.upperBound), menu: named))
    } else {
      // If it is a command, what follows belongs to the menu above, of which nobody knows enough then.
      report(.unknownMenu, line)
      appendDamage(line)
      statements[statements.count - 1].namesUnknownMenu = true
    }
    menu = named
    hasLostMenu = false
    return nil
  }

  /// Whether RouterOS is known to have a menu; each is looked up once, unless there are more than anybody
  /// writes.
  private mutating func isKnown(_ menu: NameTable.ID) -> Bool {
    if let isKnown = knownMenus[menu] { return isKnown }
    let isKnown = KnownMenus.all.holds(decodeText(names.spelling(of: menu)))
    if knownMenus.count < Self.mostMenusKept { knownMenus[menu] = isKnown }
    return isKnown
  }

  /// The command among the words of a path from `start` to `last`, none of which is known for one: the first
  /// that no known menu goes on with. Moves behind it, because what follows it are arguments.
  mutating func firstUnknown(
    _ text: RawSpan, from start: Int, to last: Range<Int>, _ isAbsolute: Bool
  ) -> Range<Int> {
    let end = offset
    offset = start
    for _ in 0..<KnownMenus.deepest {
      guard let word = nextPathWord(text), word.upperBound < last.upperBound else { break }
      let path = start..<word.upperBound
      guard let menu = resolve(text, path, isAbsolute), isKnown(menu) else { return word }
      skipBlanks(text)
    }
    offset = end
    return last
  }

  /// The menu that a path names, from the root or from the menu in force; nil when a problem was reported.
  mutating func menu(_ text: RawSpan, _ path: Range<Int>, _ isAbsolute: Bool) -> NameTable.ID? {
    let menu = resolve(text, path, isAbsolute)
    if menu == nil { report(.notACommand, path) }
    return menu
  }

  /// Whether a path names a known menu, each of its words in full.
  mutating func isMenuInFull(_ text: RawSpan, _ path: Range<Int>, _ isAbsolute: Bool) -> Bool {
    guard let menu = resolve(text, path, isAbsolute), isKnown(menu) else { return false }
    return KnownMenus.all.holdsInFull(decodeText(names.spelling(of: menu)))
  }

  private mutating func resolve(_ text: RawSpan, _ path: Range<Int>, _ isAbsolute: Bool)
    -> NameTable.ID?
  {
    isAbsolute ? absoluteMenu(text, path) : relativeMenu(text, path)
  }

  /// The menu of an absolute path, however it is spelt; each spelling is resolved once.
  private mutating func absoluteMenu(_ text: RawSpan, _ path: Range<Int>) -> NameTable.ID? {
    let spelling = Int(spellings.intern(text, path))
    if spelling < menusBySpelling.count { return menusBySpelling[spelling] }
    let menu = resolve(text, path, from: [])
    menusBySpelling.append(menu)
    return menu
  }

  /// The menu of a path that goes on from the menu in force.
  private mutating func relativeMenu(_ text: RawSpan, _ path: Range<Int>) -> NameTable.ID? {
    let current = menu.map { Array(names.spelling(of: $0)) } ?? []
    return resolve(text, path, from: current == [.slash] ? [] : current)
  }

  /// The menu in slash form, nil when there can be none of that name. A path may be spelt with blanks, with
  /// slashes or with both, and hold continuations; `..` steps back.
  private mutating func resolve(_ text: RawSpan, _ path: Range<Int>, from start: [UInt8])
    -> NameTable.ID?
  {
    var menu = start
    menu.reserveCapacity(start.count + path.count + 1)
    var isInWord = false
    var offset = path.lowerBound
    while offset < path.upperBound {
      let byte = text.byte(at: offset)
      let continuation = byte == .backslash ? text.continuationLength(at: offset) : 0
      offset += max(1, continuation)
      // A continuation within a word is taken out of it.
      if continuation > 0 { continue }
      if !byte.separatesPathWords {
        if !isInWord { menu.append(.slash) }
        menu.append(byte)
        isInWord = true
      } else if isInWord {
        Self.stepBack(&menu)
        isInWord = false
      }
    }
    Self.stepBack(&menu)
    // No menu has a dot in its name, though commands may have one in what follows them.
    guard menu.count <= Self.longestMenu, !menu.contains(.dot) else { return nil }
    return names.intern(menu.isEmpty ? [.slash] : menu)
  }

  /// Takes `..` off the end of a menu, and the word before it.
  private static func stepBack(_ menu: inout [UInt8]) {
    guard menu.count >= 3, menu.suffix(3).elementsEqual([.slash, .dot, .dot]) else { return }
    menu.removeLast(3)
    menu.removeSubrange((menu.lastIndex(of: .slash) ?? 0)...)
  }

  /// More menus than RouterOS has.
  private static let mostMenusKept = 4_096

  /// No menu of RouterOS has a tenth of these bytes. Lines that each go on from the menu before would else
  /// make names as long as the file.
  private static let longestMenu = 1_000
}

extension UInt8 {
  /// Whether this stands between the words of a path.
  fileprivate var separatesPathWords: Bool { self <= .space || self == .slash }
}
