/// The menus that RouterOS is known to have, as a tree of their words.
///
/// A word that stands alone behind a path is a menu or a command. An export names menus only; in a script
/// nobody can tell what a word means that is neither a known menu nor a known command.
struct KnownMenus: Sendable {
  /// The menus in each menu, by their words; the root is the first.
  private var children: [[String: Int]] = [[:]]

  /// All of them; see ``knownMenuNames``.
  static let all = KnownMenus(knownMenuNames)

  private init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      let parent = words.first.map { add($0.split(separator: "/")) } ?? 0
      for word in words.dropFirst() { _ = add([word], to: parent) }
    }
  }

  /// The menus of the root.
  static let ofRoot = Set(all.children[0].keys)

  /// The words that some menu has for its name.
  static let words = Set(all.children.flatMap(\.keys))

  /// Whether a menu has this path in slash form, in which each word may be in short, as RouterOS takes them.
  func holds(_ path: String) -> Bool {
    holds(path.split(separator: "/", maxSplits: Self.deepest)[...], in: 0)
  }

  /// No path of a menu has more words.
  static let deepest = 8

  /// Whether a menu has this path in slash form, each word in full.
  func holdsInFull(_ path: String) -> Bool {
    let words = path.split(separator: "/", maxSplits: Self.deepest)
    var menu: Int? = 0
    for word in words { menu = menu.flatMap { children[$0][String(word)] } }
    return menu != nil
  }

  private func holds(_ words: ArraySlice<Substring>, in menu: Int) -> Bool {
    guard let word = words.first else { return true }
    let rest = words.dropFirst()
    if let next = children[menu][String(word)] { return holds(rest, in: next) }
    return children[menu].contains { $0.key.hasPrefix(word) && holds(rest, in: $0.value) }
  }

  private mutating func add(_ words: [Substring], to parent: Int = 0) -> Int {
    words.reduce(into: parent) { menu, word in
      let next = children[menu][String(word)] ?? children.count
      if next == children.count {
        children[menu][String(word)] = next
        children.append([:])
      }
      menu = next
    }
  }
}
