import RouterOSSyntax

/// What all entries of one menu of one export have in common; they share it, so that each is small.
final class EntryContext: Sendable {
  /// The menu the entries belong to.
  let menu: Menu
  /// The script that writes them.
  let script: Script
  /// The release whose defaults hold; nil stands for the newest.
  let version: RouterOSVersion?
  /// Whether secrets that are not written were left out rather than never set.
  let hidesSecrets: Bool

  init(_ menu: Menu, _ script: Script, _ version: RouterOSVersion?, hidesSecrets: Bool) {
    self.menu = menu
    self.script = script
    self.version = version
    self.hidesSecrets = hidesSecrets
  }

  /// The entries the menu has before any line is read.
  var initialEntries: [Entry] {
    if menu.kind == .settings { return [Entry(self)] }
    return menu.builtIns(in: version).map { builtIn in
      var entry = Entry(self)
      entry.builtIn = builtIn
      return entry
    }
  }
}
