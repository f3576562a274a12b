@testable import RouterOSSyntax
import Testing

/// A word alone behind a path is a menu or a command; in a script only the known ones can be told apart.
@Suite struct KnownMenuTests {
  /// Whatever it is, the rows above are not all there are, and the rows below are not taken for theirs.
  @Test(arguments: [
    "/ip foo quux", "/container stop-all", "/ip firewall filter clear-everything",
    "/disk/frobnicate/usb1",
    "/ip address addres", "quux",
  ])
  func anUnknownOneIsAProblem(line: String) {
    let script = read("/ip firewall filter\nadd chain=input\n\(line)\nadd chain=x\n")
    #expect(script.problems.map(\.kind) == [.unknownMenu], "\(script.problems)")
    #expect(script.statements.map(\.isDamaged) == [false, true, false])
    #expect(script.statements[1].menu == "/ip/firewall/filter")
    #expect(script.statements[2].menu != "/ip/firewall/filter")
  }

  @Test(arguments: [
    "/ip firewall filter", "/ip/fire/filter", "/int br port", "/", "/tool mac-server ping",
    "/system upgrade mirror", "/system package update", "/ip hotspot profile", "/ip ssh",
  ])
  func aKnownOneIsAMenu(line: String) {
    let script = read("/ip route\n\(line)\nadd x=1\n")
    #expect(script.problems.isEmpty && script.sections.count == 2)
  }

  @Test(arguments: ["/tool profile", "/system ssh", "/tool torch", "/ip dhcp-server setup"])
  func aKnownCommandIsNone(line: String) {
    let script = read("/ip route\n\(line)\nadd x=1\n")
    #expect(script.problems.isEmpty && commands(script).last == "/ip/route add")
  }

  /// With something behind it, the command is the first word that is no menu.
  @Test(arguments: [
    ("/disk frobnicate usb1 a=1", "/disk frobnicate"), ("/ip foo bar x=1", "/ip foo"),
    ("/ip/firewall/filter/clear all", "/ip/firewall/filter clear"), ("/foo bar x=1", "/ foo"),
    ("/int eth frob ether1 \"x\"", "/int/eth frob"), ("frob lte1 x=1", "/ip/route frob"),
    ("/tool sms send lte1", "/tool/sms send"),
    ("/a b c d e f g h i j k x=1", "/a b"),
  ])
  func anUnknownCommandIsNoMenu(line: String, command: String) {
    let script = read("/ip route\n\(line)\nadd x=1\n")
    #expect(script.problems.isEmpty, "\(script.problems)")
    #expect(commands(script) == [command, "/ip/route add"])
  }

  /// No argument stands behind a menu but one of a command that is gone.
  @Test(arguments: [
    "/ip address foo=1", "/ip/firewall/filter [find]", "/interface bridge port \"x\"",
    "/system clock time-zone-name=UTC",
  ])
  func aMenuIsNoCommand(line: String) {
    let script = read("/ip route\n\(line)\nadd x=1\n")
    #expect(script.problems.map(\.kind) == [.notACommand, .commandInUnknownMenu(verb: "add")])
  }

  /// A router knows its menus better than any list.
  @Test(arguments: [
    "# 2024-05-01 10:00:00 by RouterOS 7.14.3", "# software id = AAAA-AAAA", "# software id = ",
    "# model = RB5009\n# serial number = 1", "# system id = a/b+c",
  ])
  func anExportMayHaveAnyMenu(header: String) {
    let script = read("\(header)\n/ip route\nadd x=1\n/ip new thing\nadd x=1\n")
    #expect(script.problems.isEmpty && commands(script).last == "/ip/new/thing add")
  }

  @Test func aPrintedExportMayHaveAnyMenu() {
    let script = read("[a@x] > /export\n/ip route\nadd x=1\n/ip new\nadd x=1\n[a@x] > \n")
    #expect(script.problems.isEmpty && commands(script).last == "/ip/new add")
    let torn = read(
      "[a@x] > /ip pool add x=1\n[a@x] > /export\n/ip route\nadd x=1\n/ip neW\nadd x=1\n[a@x] > \n")
    #expect(torn.problems.map(\.kind) == [.notACommand, .commandInUnknownMenu(verb: "add")])
  }

  @Test func noCommandIsTheNameOfAMenu() {
    let homonyms: Set = ["ping", "profile", "ssh", "update", "upgrade", "environment", "log"]
    for word in CommandWords.spellings where !homonyms.contains(word) {
      #expect(!KnownMenus.words.contains(word), "\(word)")
    }
    #expect(KnownMenus.words.isSuperset(of: homonyms))
  }

  @Test func manyUnknownMenusAreReadInLinearTime() {
    let lines = (0..<100_000).map { "/a\($0)/b/c" }.joined(separator: "\n")
    #expect(read(lines).count == 100_000)
  }
}
