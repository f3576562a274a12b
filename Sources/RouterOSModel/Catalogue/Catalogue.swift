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

  /// The menus whose entries some property names, those of interfaces left out. Reads the whole text of the
  /// catalogue, once.
  var namedMenus: Set<String> { keptNamedMenus.value(findNamedMenus) }

  private func findNamedMenus() -> Set<String> {
    var found: Set<String> = []
    for file in embeddedFiles {
      let words = file.text.description.split { $0 == " " || $0 == "\n" }
      for (word, next) in zip(words, words.dropFirst()) where word == "->" {
        found.insert(String(next))
      }
    }
    return found.filter { !$0.hasPrefix(allInterfaces) || !menu($0).holdsInterfaces }
  }

  /// The menus whose words begin with those of `path`, which may be typed in short at a terminal.
  func menus(inShort path: String) -> [String] {
    let typed = Array(path.utf8)
    return embeddedFiles.filter { Self.isShort(typed, for: $0.path) }.map(\.path.description)
  }

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
}
