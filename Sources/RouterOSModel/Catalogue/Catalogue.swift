import Synchronization

/// The knowledge of RouterOS that exports leave out: menus, identities, types, defaults.
///
/// It is text, embedded in the program from the `.catalogue` files beside this one. Only the menu
/// that is asked for is read, once, so that it costs next to nothing at start.
public final class Catalogue: Sendable {
  /// The catalogue of this version of Jalur.
  public static let shipped = Catalogue(
    embeddedFiles.map { ($0.path.description, $0.text.description) })

  /// The text of each menu, by path, its own line first.
  private let sections: [String: Substring]
  private let menus = Mutex<[String: Menu]>([:])

  /// A catalogue of the given files; `name` serves only for messages.
  init(_ files: [(name: String, text: String)]) {
    var sections: [String: Substring] = [:]
    for file in files {
      for section in Self.sections(of: file.text) {
        let path = section.prefix { $0 != " " && $0 != "\n" }
        sections[String(path)] = section
      }
    }
    self.sections = sections
  }

  /// All paths, sorted.
  public var paths: [String] { sections.keys.sorted() }

  /// What is known of the menu at `path`, in slash form; for an unknown path only the path.
  public func menu(_ path: String) -> Menu {
    menus.withLock { menus in
      if let menu = menus[path] { return menu }
      guard let section = sections[path] else { return .unmodelled(path) }
      let menu = Menu(catalogueSection: section)
      menus[path] = menu
      return menu
    }
  }

  /// The menus whose words begin with those of `path`, which may be typed in short at a terminal.
  func menus(inShort path: String) -> [String] {
    let typed = path.split(separator: "/")
    return sections.keys.filter { menu in
      let words = menu.split(separator: "/")
      return words.count == typed.count && zip(words, typed).allSatisfy { $0.hasPrefix($1) }
    }
  }

  /// The lines of all files that say nothing that is understood; a test holds this empty.
  public var unreadableLines: [String] {
    sections.values.flatMap { section in
      section.split(separator: "\n").map(String.init).filter { !Menu.understands($0) }
    }
  }

  /// Cuts a file where a line begins with a slash.
  private static func sections(of text: String) -> [Substring] {
    var sections: [Substring] = []
    var start: String.Index?
    for line in text.split(separator: "\n") where line.utf8.first == UInt8(ascii: "/") {
      if let start { sections.append(text[start..<line.startIndex]) }
      start = line.startIndex
    }
    if let start { sections.append(text[start...]) }
    return sections
  }
}
