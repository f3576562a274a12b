/// Words that are always commands and never the name of a menu.
///
/// `/tool mac-server ping` names a menu and `/ip address print` runs a command; only a list can tell
/// them apart. `ping`, `profile`, `update` and the like are left out because menus bear their names.
/// Commands as in MikroTik's manual, "Command Line Interface", and the command tree of RouterOS.
enum CommandWords {
  /// The number of `add` in every table of names.
  static let add: NameTable.ID = 0
  /// The number of `set` in every table of names.
  static let set: NameTable.ID = 1

  /// The words that are always commands.
  static let words = [
    "add", "set", "cancel", "check-for-updates", "comment", "disable", "edit", "enable", "export",
    "fetch", "find", "flush", "get", "import", "install", "make-static", "monitor",
    "monitor-traffic", "move",
    "print", "quit", "reboot", "redo", "release", "remove", "renew", "reset",
    "reset-configuration", "reset-counters", "reset-counters-all", "run", "save", "scan",
    "shutdown", "sign", "undo", "unset",
  ]

  /// Commands of scripts, which are written with a colon or without one (MikroTik's manual,
  /// "Scripting").
  private static let scriptWords = [
    "beep", "convert", "delay", "deserialize", "do", "environment", "error", "execute", "for",
    "foreach", "global", "if", "len", "local", "log", "onerror", "parse", "pick", "put", "resolve",
    "retry", "return", "rndnum", "rndstr", "serialize", "time", "timestamp", "toarray", "tobool",
    "toid", "toip", "tonum", "tostr", "totime", "typeof", "while",
  ]

  /// Whether a name without its colon is a command of scripts.
  static func isScriptWord(_ name: NameTable.ID) -> Bool { scriptNumbers.contains(name) }

  /// The same of a word that is in no table.
  static func isScriptWord(_ word: Substring) -> Bool { scriptWords.contains(String(word)) }

  /// Whether a command of scripts is a menu of the root, too: `/log print`.
  static func isRootMenu(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("log".utf8) || name.elementsEqual("environment".utf8)
  }

  /// Words that are commands behind a path and never the name of a menu; at the beginning of a line they
  /// may as well be the rest of a torn one. Those of the command tree of RouterOS 6 and 7 that change
  /// nothing an export shows.
  static let wordsBehindPaths = [
    "add-file", "apply-changes", "at-chat", "blink", "cable-test", "check-status", "clear",
    "create-certificate-request", "downgrade", "eject-drive", "enable-ssl-certificate",
    "export-certificate", "export-host-key", "firmware-upgrade", "force-update", "format-drive",
    "generate-key", "generate-voucher", "import-certificate", "import-host-key",
    "kill-connections", "load", "make-binding", "power-cycle", "recreate", "refresh",
    "regenerate-host-key", "reset-alert", "reset-html", "reset-mac-address", "restart", "restore",
    "resync", "send", "shell", "spectral-history", "spectral-scan", "ssh-exec", "start",
    "stop", "traceroute", "unblock", "uninstall", "unschedule", "upload", "wps-accept",
    "wps-push-button",
  ]

  /// Whether a word that is in no table is a command wherever it stands.
  static func isCommand(_ word: String) -> Bool { commands.contains(word) }

  private static let commands = Set(words + scriptWords)

  /// Commands whose name is also that of a menu, and the word that stands before the menu.
  private static let wordsBeforeMenus = [
    ("ping", "mac-server"), ("update", "package"), ("upgrade", "system"),
  ]

  /// Whether a word behind a path is a command: one that no menu has for a name, or only a menu that stands
  /// elsewhere; `parent` is the word before. Not for commands of scripts.
  static func isCommandBehindPath(_ name: NameTable.ID, behind parent: [UInt8]) -> Bool {
    let index = Int(name) - words.count
    if index >= wordsBeforeMenus.count { return true }
    guard wordsBeforeMenus.indices.contains(index) else { return false }
    return !parent.elementsEqual(wordsBeforeMenus[index].1.utf8)
  }

  /// Whether a word may be a command, depending on what stands before it.
  static func mayBeCommand(_ name: NameTable.ID) -> Bool { name < scriptNumbers.upperBound }

  /// The menus of the root, as in the command tree of RouterOS 6 and 7.
  static let rootMenus: Set<String> = [
    "app", "caps-man", "certificate", "console", "container", "disk", "dude", "file", "interface",
    "iot", "ip", "ipv6", "lcd", "log", "lora", "metarouter", "mpls", "openflow", "partitions",
    "port", "ppp", "queue", "radius", "routing", "snmp", "special-login", "store", "system", "task",
    "tool", "tr069-client", "user", "user-manager", "zerotier",
  ]

  /// The properties that routers print without a value.
  private static let flags: Set<String> = [
    "blackhole", "bsm-forward-back", "crp-advertise-contained", "fib", "no-summaries", "passive",
    "prohibit", "unreachable", "vrf",
  ]

  /// Whether a word is a property without a value.
  static func isFlag(_ word: [UInt8]) -> Bool {
    flags.contains(String(decoding: word, as: UTF8.self))
  }

  /// All these words by their numbers: first those that are always commands.
  static let spellings = words + wordsBeforeMenus.map { $0.0 } + wordsBehindPaths + scriptWords

  private static let scriptNumbers: Range<NameTable.ID> = {
    let first = words.count + wordsBeforeMenus.count + wordsBehindPaths.count
    return NameTable.ID(first)..<NameTable.ID(first + scriptWords.count)
  }()

  /// A table that holds just these words, so that a low number tells a command.
  static let names: NameTable = {
    var names = NameTable()
    for word in spellings { _ = names.intern(Array(word.utf8)) }
    return names
  }()

  /// Whether a name is always a command.
  @inline(__always)
  static func contains(_ name: NameTable.ID) -> Bool { name < NameTable.ID(words.count) }
}
