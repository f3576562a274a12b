/// Resolving the words of a path to a menu.
extension Parser {
  /// The menu that a path names, from the root or from the menu in force; nil when a problem was reported.
  mutating func menu(_ text: RawSpan, _ path: Range<Int>, _ isAbsolute: Bool) -> NameTable.ID? {
    guard path.count <= Self.longestPath else { return refuse(path) }
    if isAbsolute { return absoluteMenu(text, path) }
    let current = menu.map { names.spelling(of: $0) } ?? []
    guard current.count + path.count <= Self.longestPath else { return refuse(path) }
    return resolve(text, path, from: current.elementsEqual([.slash]) ? [] : Array(current))
  }

  /// No path of RouterOS has a tenth of these bytes. Lines that each go on from the menu before would
  /// else make names as long as the file.
  private static let longestPath = 1_000

  private mutating func refuse(_ path: Range<Int>) -> NameTable.ID? {
    report(.notACommand, path)
    return nil
  }

  /// The menu of an absolute path, however it is spelt; each spelling is resolved once.
  private mutating func absoluteMenu(_ text: RawSpan, _ path: Range<Int>) -> NameTable.ID {
    let spelling = Int(spellings.intern(text, path))
    if spelling < menusBySpelling.count { return menusBySpelling[spelling] }
    let menu = resolve(text, path, from: [])
    menusBySpelling.append(menu)
    return menu
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
