import RouterOSSyntax
import SourceText
import Testing

@Suite struct StatementTests {
  /// The same menu, however it is spelt.
  @Test(arguments: [
    "/ip firewall filter\nadd chain=a\n", "/ip/firewall/filter\nadd chain=a\n",
    "/ip firewall filter add chain=a\n", "/ip/firewall/filter/add chain=a\n",
    "/ip firewall/filter add chain=a\n", "/ip\nfirewall filter add chain=a\n",
    "/ip address\n.. firewall filter add chain=a\n", "/ip firewall \\\n    filter\nadd chain=a\n",
    "/ip firewall filter/ add chain=a\n", "/ip firewall filter ; add chain=a\n",
    "/ip firewall\nfilter\nadd chain=a\n",
  ])
  func resolvesPaths(text: String) {
    let script = read(text)
    #expect(script.problems.isEmpty, "\(script.problems)")
    #expect(commands(script) == ["/ip/firewall/filter add"])
  }

  /// Menus whose last word is a command elsewhere; nothing follows them on their line.
  @Test(arguments: [
    "/tool mac-server ping", "/system upgrade mirror", "/system package update",
    "/ip firewall connection tracking", "/interface wireless align",
  ])
  func takesALineWithoutArgumentsForAMenu(menu: String) {
    let script = read("\(menu)\nset enabled=no\n")
    #expect(commands(script) == ["/\(menu.dropFirst().replacing(" ", with: "/")) set"])
    #expect(script.sections.map(\.menu) == ["/\(menu.dropFirst().replacing(" ", with: "/"))"])
  }

  @Test func knowsCommandsThatNeedNoArguments() {
    let script = read("/system reboot\n/ip address print\n/ip dns cache flush\n/interface\nprint\n")
    #expect(
      commands(script) == [
        "/system reboot", "/ip/address print", "/ip/dns/cache flush", "/interface print",
      ])
  }

  @Test func readsBareAddAndReopenedMenus() {
    let text = """
      /tool graphing interface
      add
      /queue interface
      set ether1 queue=a
      /tool graphing interface
      add allow-address=192.0.2.0/24
      """
    let script = read(text)
    #expect(script.problems.isEmpty)
    #expect(
      commands(script) == [
        "/tool/graphing/interface add", "/queue/interface set", "/tool/graphing/interface add",
      ])
    #expect(script.sections.count == 3)
  }

  @Test func aMenuLineMayHaveNothingBelow() {
    let script = read(
      "/interface bridge calea\n#error exporting /interface/bridge/calea\n/ip pool\n")
    #expect(script.problems.isEmpty && script.count == 0 && script.sections.count == 2)
  }

  @Test func duplicatesAreKept() {
    #expect(read("/ip address\nadd address=192.0.2.1/24\nadd address=192.0.2.1/24\n").count == 2)
  }

  /// Line ends and the like are no part of the meaning.
  @Test func lineEndsDoNotMatter() {
    let text = "# by RouterOS 7.16\n/ip address\nadd address=192.0.2.1/24 comment=\\\n    \"a b\"\n"
    let plain = arguments(read(text))
    let variants = [
      text.replacing("\n", with: "\r\n"), "\u{FEFF}" + text, String(text.dropLast()),
      text.replacing("\n/ip", with: "\r\n/ip"), text.replacing("\n", with: "\r"),
      text.replacing("\n", with: "  \n").replacing("\\  \n", with: "\\\n"),
    ]
    for variant in variants {
      let script = read(variant)
      #expect(script.problems.isEmpty && arguments(script) == plain, "\(variant.debugDescription)")
      #expect(script.header.version == RouterOSVersion(7, 16))
    }
  }

  /// Spans point at what was written, continuations and all.
  @Test func spansAreWhatWasWritten() throws {
    let text = "/ip route\nadd comment=\\\n    \"a b\" distance=1 \\\n    gateway=192.0.2.1\n"
    let script = read(text)
    let statement = try #require(script.statements.first)
    func written(_ span: Span) -> String { script.file.text(in: span) }
    #expect(written(statement.span) == String(text.dropFirst(10).dropLast()))
    #expect(written(statement.verbSpan) == "add")
    let arguments = Array(statement.arguments)
    #expect(written(arguments[0].span) == "comment=\\\n    \"a b\"")
    #expect(written(arguments[0].valueSpan) == "\"a b\"")
    #expect(written(arguments[2].span) == "gateway=192.0.2.1")
  }

  /// Lines that begin like the one before are read as it was, and only then.
  @Test func pathsThatRepeatAreReadAlike() {
    let text = """
      /ip route add a=1
      /ip route add a=2
      /ip route address=1
      /ip route print
      /ip route printer add a=3
      /ip route add
      """
    let found = commands(read(text)) + read(text).problems.map(\.message)
    let one = text.split(separator: "\n").map { read(String($0)) }
    let alone = one.flatMap { commands($0) } + one.flatMap(\.problems).map(\.message)
    #expect(found == alone)
    #expect(found.prefix(2) == ["/ip/route add", "/ip/route add"])
  }
}
