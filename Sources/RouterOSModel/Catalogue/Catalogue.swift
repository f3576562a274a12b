import RouterOSSyntax
import SourceText
import Synchronization

/// The knowledge of RouterOS that exports leave out: menus, identities, types, defaults.
///
/// It is text, embedded in the program from the `.catalogue` files beside this one, which the build
/// cuts into menus and sorts. Only the menu that is asked for is read, once, so that it costs next to
/// nothing at start.
public final class Catalogue: Sendable {
  /// The catalogue of this version of Jalur.
  public static let shipped = Catalogue()

  private let menus = Mutex<[String: Menu]>([:])
  /// What paths that were typed in short may mean.
  private let menusInShort = Mutex<[String: [String]]>([:])
  private let keptNamedMenus = KeptValue<Set<String>>()

  /// All paths, sorted.
  public var paths: [String] { embeddedFiles.map(\.path.description) }

  /// What is known of the menu at `path`, in slash form; for an unknown path only the path.
  ///
  /// The first time a menu is asked for, a binary search finds it and its text is read.
  public func menu(_ path: String) -> Menu {
    menus.withLock { menus in
      if let menu = menus[path] { return menu }
      guard let text = Self.text(of: path) else { return .unmodelled(path) }
      let menu = Menu(catalogueText: text)
      menus[path] = menu
      return menu
    }
  }

  /// The menu at `path` as it is in `version`; nil stands for the newest release.
  func menu(_ path: String, in version: RouterOSVersion?) -> Menu { menu(path).form(in: version) }

  /// The menus whose entries some property names, those of interfaces left out. Reads the whole text of the
  /// catalogue, once.
  var namedMenus: Set<String> { keptNamedMenus.value(findNamedMenus) }

  private func findNamedMenus() -> Set<String> {
    var found: Set<String> = []
    for file in embeddedFiles {
      let words = file.text.description.split { $0 == " " || $0 == "\n" }
      for (word, next) in zip(words, words.dropFirst()) where word == "->" {
        found.formUnion(next.split(separator: "|").map { String($0) })
      }
    }
    return found.filter { !$0.hasPrefix(allInterfaces) || !menu($0).holdsInterfaces }
  }

  /// The menu that a path typed at a terminal means in `version`: its own, or the only one it is short for.
  func menu(typed path: String, in version: RouterOSVersion?) -> Menu {
    let menu = menu(path, in: version)
    if menu.isRecognised { return menu }
    let meant = menus(inShort: path, in: version)
    return meant.count == 1 ? self.menu(meant[0], in: version) : menu
  }

  /// The menus of `version` whose words begin with those of `path`, which may be typed in short at a terminal;
  /// a word in full means nothing else.
  func menus(inShort path: String, in version: RouterOSVersion?) -> [String] {
    let found = menusOfAnyRelease(inShort: path).filter { menu($0).releases.contains(version) }
    if found.count < 2 { return found }
    let words = path.split(separator: "/")
    return words.indices.reduce(found) { found, place in
      let exact = found.filter { $0.split(separator: "/")[place] == words[place] }
      return exact.isEmpty ? found : exact
    }
  }

  private func menusOfAnyRelease(inShort path: String) -> [String] {
    if let known = menusInShort.withLock({ $0[path] }) { return known }
    let typed = Array(path.utf8)
    // All that it may mean begin with its first word, and so stand beside each other.
    let first = Array(typed.prefix(1) + typed.dropFirst().prefix { $0 != UInt8(ascii: "/") })
    let start = embeddedFiles.partitioningIndex { !Self.precedes($0.path, first) }
    let found = embeddedFiles[start...].prefix { Self.begins($0.path, with: first) }
      .filter { Self.isShort(typed, for: $0.path) }.map(\.path.description)
    menusInShort.withLock { known in
      if known.count >= Self.mostKept { known = [:] }
      known[path] = found
    }
    return found
  }

  /// How many paths are remembered, so that hostile scripts cost no memory.
  private static let mostKept = 1 << 10

  /// The lines of all menus that say nothing that is understood; a test holds this empty.
  public var unreadableLines: [String] {
    embeddedFiles.flatMap { Menu.unreadableLines(of: $0.text.description) }
  }

  /// What the properties of a menu name; read once for each menu.
  func names(of menu: Menu) -> NamesOfMenu {
    menu.keptNames.value { NamesOfMenu(menu, self) }
  }

  private static func text(of path: String) -> String? {
    var range = embeddedFiles.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let file = embeddedFiles[middle]
      if isSame(file.path, path) { return file.text.description }
      range =
        precedes(file.path, path) ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  private static func isShort(_ typed: [UInt8], for menu: StaticString) -> Bool {
    let slash = UInt8(ascii: "/")
    return menu.withUTF8Buffer { bytes in
      var rest = unsafe bytes[...]
      for byte in typed {
        if byte == slash { unsafe rest = rest.drop { $0 != slash } }
        guard unsafe rest.popFirst() == byte else { return false }
      }
      return unsafe !rest.contains(slash)
    }
  }

  private static func isSame(_ left: StaticString, _ right: String) -> Bool {
    left.withUTF8Buffer { unsafe $0.elementsEqual(right.utf8) }
  }

  private static func precedes(_ left: StaticString, _ right: String) -> Bool {
    left.withUTF8Buffer { unsafe $0.lexicographicallyPrecedes(right.utf8) }
  }

  private static func precedes(_ left: StaticString, _ right: [UInt8]) -> Bool {
    left.withUTF8Buffer { unsafe $0.lexicographicallyPrecedes(right) }
  }

  private static func begins(_ path: StaticString, with start: [UInt8]) -> Bool {
    path.withUTF8Buffer { unsafe $0.starts(with: start) }
  }
}
