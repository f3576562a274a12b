import RouterOSSyntax
import SourceText

/// The part of a router that is shown whole: in a transcript what its exports of single menus printed, else the
/// branch of the menu tree that the export keeps to.
struct ShownPart {
  /// The first command that exported a part only, or the comment in which the router names its release.
  let place: Span
  /// Whether the commands of a transcript tell.
  let isTranscript: Bool
  private var menus: Set<String> = []

  /// Nil when everything is shown, as far as the script tells.
  init?(_ script: Script) {
    isTranscript = script.isTranscript
    if let first = script.exports.first {
      guard !script.exports.contains(where: { $0.menu == "/" && $0.isWhole }) else { return nil }
      place = first.place
      for export in script.exports where export.isWhole { menus.insert(export.menu) }
    } else {
      guard let branch = branchOfExport(script) else { return nil }
      place = script.header.span
      menus = [branch]
    }
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

/// The branch that all menus of an export lie in; nil when there is none, or no router printed it.
///
/// `/ip firewall export` prints the same header as the export of a whole router, and nothing that tells them
/// apart. But what routers print of themselves speaks of several branches: of `/interface`, `/ip` and `/system`
/// at the least. So an export that keeps to one branch is taken to show no more than that.
private func branchOfExport(_ script: Script) -> String? {
  guard script.header.form == .router, !script.isTranscript,
    script.statements.contains(where: { ["add", "set"].contains($0.verb) })
  else { return nil }
  var branch: [Substring]?
  for menu in menus(of: script) {
    let words = menu.split(separator: "/")
    let common = zip(branch ?? words, words).prefix { $0 == $1 }.map(\.1)
    if common.isEmpty { return nil }
    branch = common
  }
  return branch.map { "/" + $0.joined(separator: "/") }
}

/// The menus that a script names, each once.
private func menus(of script: Script) -> Set<String> {
  var menus = Set(script.sections.map(\.menu))
  // Menus are named once for many statements.
  var isKnown = Array(repeating: false, count: script.nameCount)
  for statement in script.statements where !isKnown[statement.menuNumber] {
    isKnown[statement.menuNumber] = true
    menus.insert(statement.menu)
  }
  return menus
}

extension ShownPart {
  /// Why a menu that the part does not hold is not known.
  func cause(_ menu: String) -> Cause {
    let reason =
      isTranscript
      ? "the export in this transcript does not show '\(menu)' whole"
      : "this export shows only '\(menus.first ?? "")', and not '\(menu)'"
    return Cause(reason, remedy: "export the whole router")
  }
}
