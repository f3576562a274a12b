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
    "activate", "add-file", "add-scep", "apply-changes", "at-chat", "bandwidth-test", "blink",
    "cable-test", "card-reinstall", "card-verify", "check-drive", "check-installation",
    "check-status", "clear", "clear-cache", "clear-history", "copy-to",
    "create-certificate-request", "dns-update", "downgrade", "download", "download-file",
    "dump-saved-advertisements", "eject-drive", "enable-ssl-certificate", "export-certificate",
    "export-host-key", "firmware-upgrade", "flood-ping", "force-update", "format-drive",
    "frequency-monitor", "frequency-scan", "generate-key", "generate-new-id", "generate-report",
    "generate-voucher", "import-certificate", "import-host-key", "import-key", "inject",
    "inject-pcap", "inspect", "ip-scan", "issue", "issued-revoke", "kill-connections", "load",
    "login", "mac-scan", "mac-telnet", "make-binding", "monitor-slaves", "password", "pause",
    "ping-speed", "power-cycle", "power-reset", "provision", "quick", "rebuild-database",
    "recalibrate", "recreate", "refresh", "refresh-all", "regenerate-host-key", "reload",
    "remove-file", "repartition", "request-logout", "resend", "resend-all", "reset-alert",
    "reset-html", "reset-mac-address", "restart", "restore", "restore-config-from", "resume",
    "resync", "revoke", "save-config-to", "send", "send-reconfigure", "send-trap",
    "serial-terminal", "set-identity", "setup", "setup-repeater", "shell", "show-capabilities",
    "sign-certificate-request", "sniff", "snmp-get", "snmp-walk", "snoop", "spectral-history",
    "spectral-scan", "speed-test", "ssh-exec", "start", "stop", "sup-output", "take-screenshot",
    "telnet", "torch", "traceroute", "unblock", "uninstall", "unschedule", "update-license-key",
    "upgrade-level", "upload", "upload-file", "wol", "wps-accept", "wps-client", "wps-push-button",
  ]

  /// Whether a word that is in no table is a command wherever it stands.
  static func isCommand(_ word: String) -> Bool { commands.contains(word) }

  private static let commands = Set(words + scriptWords)

  /// A command whose name menus bear, too.
  private struct Homonym {
    let word: String
    /// The words before it that tell which of both it is.
    let parents: [String]
    /// Whether it is the menu behind those, and the command elsewhere; or else the reverse.
    let isMenuThere: Bool
  }

  private static let homonyms = [
    Homonym(word: "ping", parents: ["mac-server"], isMenuThere: true),
    Homonym(word: "profile", parents: ["tool"], isMenuThere: false),
    Homonym(word: "ssh", parents: ["romon", "system"], isMenuThere: false),
    Homonym(word: "update", parents: ["package"], isMenuThere: true),
    Homonym(word: "upgrade", parents: ["system"], isMenuThere: true),
  ]

  /// Whether a word behind a path is a command: one that no menu has for a name, or only a menu that stands
  /// elsewhere; `parent` is the word before. Not for commands of scripts.
  static func isCommandBehindPath(_ name: NameTable.ID, behind parent: [UInt8]) -> Bool {
    let index = Int(name) - words.count
    guard homonyms.indices.contains(index) else { return index >= homonyms.count }
    let isThere = homonyms[index].parents.contains { parent.elementsEqual($0.utf8) }
    return isThere != homonyms[index].isMenuThere
  }

  /// Whether a word may be a command, depending on what stands before it.
  static func mayBeCommand(_ name: NameTable.ID) -> Bool { name < scriptNumbers.upperBound }

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
  static let spellings = words + homonyms.map(\.word) + wordsBehindPaths + scriptWords

  private static let scriptNumbers: Range<NameTable.ID> = {
    let first = words.count + homonyms.count + wordsBehindPaths.count
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
