/// Words that are always commands and never the name of a menu.
///
/// `/tool mac-server ping` names a menu and `/ip address print` runs a command; only a list can tell
/// them apart. `ping`, `sniffer`, `update` and the like are left out because menus bear their names.
/// Commands as in MikroTik's manual, "Console", general commands.
let commandWords: Set<String> = [
  "add", "comment", "disable", "edit", "enable", "export", "find", "get", "move", "print", "remove",
  "reset", "reset-counters", "set", "unset",
]

/// Resolves the words of a menu line to a menu in slash form.
///
/// A path may be spelt with blanks, with slashes or with both; `..` steps back. Words that do not
/// begin with a slash go on from `current`.
func menuPath(_ words: some Collection<String>, from current: String) -> String {
  guard let first = words.first else { return current }
  var parts = first.hasPrefix("/") ? [] : current.split(separator: "/").map(String.init)
  for word in words {
    for part in word.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
  }
  return "/" + parts.joined(separator: "/")
}
