import RouterOSSyntax
import SourceText

/// How much of the configuration a command may change that the model does not follow.
enum Effect {
  case none
  case menu
  case everything
}

/// What the command itself may change; what code in its arguments may change is told by
/// ``runsCode(_:depth:)``.
func effect(of statement: Statement) -> Effect {
  let verb = statement.verb
  if readingVerbs.contains(verb) || scriptVerbs.contains(verb) || blockVerbs.contains(verb) {
    return .none
  }
  if diagnosticMenus.contains(where: { statement.menu == $0 || statement.menu.hasPrefix($0 + "/") })
  {
    return .none
  }
  return menuVerbs.contains(verb) ? .menu : .everything
}

/// Whether a statement runs commands in its arguments that may change something: a block, a command in
/// brackets, or code within an expression or a string.
///
/// Functions that are only defined and scripts that a property keeps do not run here; code that nests
/// deeper than ``deepestCode`` may do anything. Linear in the length of the statement for each level.
func runsCode(_ statement: Statement, depth: Int = 0) -> Bool {
  statement.arguments.contains { argument in
    if argument.isQuoted { return opensCode(argument) }
    guard argument.isCode, !statement.holdsScript(argument) else { return false }
    let definesData = dataVerbs.contains(statement.verb)
    if definesData, argument.name == "do" { return false }
    let bytes = argument.valueBytes
    let brackets = bytes.count { $0 == UInt8(ascii: "[") }
    let hasBlock = bytes.contains(UInt8(ascii: "{"))
    if brackets == 0, !hasBlock || definesData || argument.name == "in" { return false }
    if brackets == 1, !hasBlock, isSearch(bytes) { return false }
    guard depth < deepestCode, let script = statement.script(of: argument) else { return true }
    return script.statements.contains { inner in
      inner.isDamaged || ["add", "set"].contains(inner.verb) || effect(of: inner) != .none
        || runsCode(inner, depth: depth + 1)
    }
  }
}

extension Statement {
  /// The commands of a block in braces that stands alone, which runs them; nil for anything else.
  var plainBlock: Script? {
    guard verb.isEmpty, arguments.count == 1, let block = arguments.first, block.isCode,
      block.writtenValue.first == UInt8(ascii: "{")
    else { return nil }
    return script(of: block)
  }
}

extension Script {
  /// Whether names may be typed in short, as people do: what routers print has them in full, so that there
  /// only a release of which all names are known leaves no doubt.
  func mayBeTypedInShort(_ version: RouterOSVersion?) -> Bool {
    header.form != .router || isTranscript || ReleaseKnowledge(of: version) == .whole
  }
}

/// How deep code may nest and still be looked at.
private let deepestCode = 16

/// `[find …]` or `[ find … ]`.
private func isSearch(_ bytes: [UInt8]) -> Bool {
  let words = bytes.dropFirst().drop { $0 == UInt8(ascii: " ") }
  return bytes.first == UInt8(ascii: "[") && words.starts(with: Array("find".utf8))
}

/// Whether a string holds `$[` or `$(` that no backslash escapes, which RouterOS runs.
private func opensCode(_ argument: Argument) -> Bool {
  let written = argument.script.file.bytes[argument.valueSpan.range]
  guard var place = written.firstIndex(of: UInt8(ascii: "$")) else { return false }
  while place + 1 < written.endIndex {
    let isCode = written[place + 1] == UInt8(ascii: "[") || written[place + 1] == UInt8(ascii: "(")
    let isEscaped = place > written.startIndex && written[place - 1] == UInt8(ascii: "\\")
    if isCode, !isEscaped { return true }
    guard let next = written[(place + 1)...].firstIndex(of: UInt8(ascii: "$")) else { return false }
    place = next
  }
  return false
}

/// Commands that leave the configuration as it is. MikroTik's manual, "Command Line Interface".
private let readingVerbs: Set<String> = [
  "beep", "blink", "check-for-updates", "export", "fetch", "find", "flush", "get", "monitor",
  "monitor-traffic", "ping", "print", "quit", "reboot", "release", "renew", "reset-counters",
  "reset-counters-all", "save", "scan", "shutdown", "sniff", "snooper", "spectral-scan", "torch",
  "traceroute",
]

/// Script commands that only compute or tell.
private let scriptVerbs: Set<String> = [
  ":delay", ":environment", ":find", ":global", ":len", ":local", ":log", ":pick", ":put",
  ":resolve", ":set", ":time", ":toarray", ":tobool", ":toid", ":toip", ":toip6", ":tonum",
  ":tostr", ":totime", ":typeof", "delay", "global", "local", "put",
]

/// Script commands that change what their blocks change, and the empty one that is only a block.
private let blockVerbs: Set<String> = [
  "", ":do", ":for", ":foreach", ":if", ":while", "do", "for", "foreach", "if", "while",
]

/// Script commands whose braces hold a list, and whose `do` defines a function.
private let dataVerbs: Set<String> = [
  ":global", ":local", ":put", ":set", ":toarray", "global", "local", "put",
]

/// Commands that change entries of their own menu only.
private let menuVerbs: Set<String> = [
  "cancel", "comment", "disable", "edit", "enable", "make-static", "move", "remove", "reset",
  "sign", "unset",
]

/// Menus whose commands only look; their first argument may be taken for the command.
private let diagnosticMenus = ["/log", "/ping", "/tool/ping", "/tool/traceroute"]
