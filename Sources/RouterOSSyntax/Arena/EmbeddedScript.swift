import SourceText

extension Statement {
  /// The commands that `argument` holds: a block in braces, a command in brackets, or, of a property that
  /// keeps a script, the text of a string; nil when it holds none.
  ///
  /// Its file is this file and its spans point into it, through all escapes. A block runs in the menu of
  /// its statement, the script of a property in the root. Nothing deeper is parsed until it is asked for:
  /// linear in the length of the value.
  public func script(of argument: Argument) -> Script? {
    guard argument.isCode || holdsScript(argument) else { return nil }
    let decoded = argument.decodedValue
    let bytes = decoded.bytes
    if argument.isCode {
      guard let opener = bytes.first, opener == .leftBrace || opener == .leftBracket,
        bytes.count > 1, bytes.last == opener.closer
      else { return nil }
      let menu = holdsScript(argument) ? "/" : menuOfBlock(argument)
      var parser = Parser(byteCount: bytes.count, menu: menu)
      parser.looksForPrompts = false
      parser.isOutputOfRouter = false
      parser.offset = 1
      unsafe parser.parseText(bytes.span.bytes.extracting(first: bytes.count - 1))
      return Script(parser, bytes, of: argument.script.file, origins: decoded.origins)
    }
    var parser = Parser(byteCount: bytes.count, menu: "/")
    parser.looksForPrompts = false
    parser.isOutputOfRouter = false
    unsafe parser.parseText(bytes.span.bytes)
    return Script(parser, bytes, of: argument.script.file, origins: decoded.origins)
  }

  /// The menu that the commands of a block run in: `/ip route { … }` opens `/ip/route` for them, and any
  /// other block runs in the menu of its statement.
  private func menuOfBlock(_ block: Argument) -> String {
    let opensMenu =
      !hasKnownVerb && verb.utf8.allSatisfy(\.isCommandByte) && !verb.isEmpty
      && block.kind == .positional && block.index == arguments.first?.index
      && block.writtenValue.first == .leftBrace
    guard opensMenu else { return menu }
    let parent = menu == "/" ? "" : menu
    if verb == ".." { return String(parent[..<(parent.lastIndex(of: "/") ?? parent.startIndex)]) }
    return parent + "/" + verb
  }

  /// Whether `argument` gives a property that keeps a script, whose commands run later if at all.
  public func holdsScript(_ argument: Argument) -> Bool {
    guard argument.kind == .pair, let name = argument.name else { return false }
    return scriptProperties[menu]?.contains(name) ?? false
  }
}

/// The properties that keep scripts, by menu: those of RouterOS 7's command tree that MikroTik's manual
/// describes as scripts.
private let scriptProperties: [String: Set<String>] = [
  "/interface/vrrp": ["on-backup", "on-fail", "on-master"],
  "/iot/mqtt/subscriptions": ["on-message"],
  "/ip/dhcp-client": ["script"],
  "/ip/dhcp-server": ["lease-script"],
  "/ip/dhcp-server/alert": ["on-alert"],
  "/ip/hotspot/user/profile": ["on-login", "on-logout"],
  "/ipv6/dhcp-client": ["script"],
  "/ipv6/dhcp-server": ["binding-script"],
  "/ppp/profile": ["on-down", "on-up"],
  "/system/routerboard/mode-button": ["on-event"],
  "/system/routerboard/reset-button": ["on-event"],
  "/system/routerboard/wps-button": ["on-event"],
  "/system/scheduler": ["on-event"],
  "/system/script": ["source"],
  "/task": ["source"],
  "/tool/netwatch": ["down-script", "test-script", "up-script"],
  "/tool/traffic-monitor": ["on-event"],
]
