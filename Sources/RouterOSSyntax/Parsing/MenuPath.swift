/// Resolving the words of a path to a menu.
extension Parser {
  /// The menu of an absolute path, however it is spelt; each spelling is resolved once.
  mutating func absoluteMenu(_ text: RawSpan, _ path: Range<Int>) -> NameTable.ID {
    let spelling = Int(spellings.intern(text, path))
    if spelling < menusBySpelling.count { return menusBySpelling[spelling] }
    let menu = resolve(text, path, from: [])
    menusBySpelling.append(menu)
    return menu
  }

  /// The menu of a path that goes on from the menu in force.
  mutating func relativeMenu(_ text: RawSpan, _ path: Range<Int>) -> NameTable.ID {
    let current = menu.map { Array(names.spelling(of: $0)) } ?? []
    return resolve(text, path, from: current == [.slash] ? [] : current)
  }

  /// The menu in slash form. A path may be spelt with blanks, with slashes or with both, and hold
  /// continuations; `..` steps back.
  private mutating func resolve(_ text: RawSpan, _ path: Range<Int>, from start: [UInt8])
    -> NameTable.ID
  {
    var menu = start
    for word in text.bytes(in: path).split(whereSeparator: \.separatesPathWords) {
      if word.elementsEqual([.dot, .dot]) {
        menu.removeSubrange((menu.lastIndex(of: .slash) ?? 0)...)
      } else {
        menu += [.slash] + word
      }
    }
    return names.intern(menu.isEmpty ? [.slash] : menu)
  }
}

extension UInt8 {
  /// Whether this stands between the words of a path, or in a continuation there.
  fileprivate var separatesPathWords: Bool {
    self <= .space || self == .slash || self == .backslash
  }
}
