import RouterOSSyntax
import SourceText

/// The part of a router that a transcript shows whole: what its exports of single menus printed.
struct ShownPart {
  /// The first command that exported a part only.
  let place: Span
  private var menus: Set<String> = []

  /// Nil when everything is shown, as far as the script tells.
  init?(_ script: Script) {
    guard let first = script.exports.first,
      !script.exports.contains(where: { $0.menu == "/" && $0.isWhole })
    else { return nil }
    place = first.place
    for export in script.exports where export.isWhole { menus.insert(export.menu) }
  }

  /// Whether an export printed all of `menu`.
  func holds(_ menu: String) -> Bool {
    var path = menu[...]
    while !path.isEmpty {
      if menus.contains(String(path)) { return true }
      path = path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex)
    }
    return false
  }
}

extension Menu {
  /// Whether the menu has entries, or settings, that need no line to be there.
  var hasEntriesWithoutLine: Bool { kind == .settings || kind == .fixedList || !builtIns.isEmpty }
}

extension Cause {
  static func notShown(_ menu: String) -> Cause {
    Cause(
      "the export in this transcript does not show '\(menu)' whole",
      remedy: "export the whole router")
  }
}
