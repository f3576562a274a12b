import RouterOSSyntax
import Testing

/// Commands that the router runs, told from the menus they stand in.
@Suite struct CommandWordTests {
  @Test(arguments: [
    ("/certificate export-certificate ca", "/certificate export-certificate"),
    ("/container stop nginx", "/container stop"), ("/tool sniffer start", "/tool/sniffer start"),
    ("/ip cloud force-update", "/ip/cloud force-update"),
    ("/system package downgrade", "/system/package downgrade"),
    ("/disk format-drive usb1 file-system=ext4", "/disk format-drive"),
    ("/routing bgp session refresh", "/routing/bgp/session refresh"),
  ])
  func aCommandDoesNotBecomeTheMenu(line: String, command: String) {
    let script = read("/ip route\n\(line)\nadd gateway=192.0.2.1\n")
    #expect(script.problems.isEmpty)
    #expect(commands(script) == [command, "/ip/route add"])
    let typed = read("[admin@x] > \(line)\n[admin@x] > \n")
    #expect(typed.problems.isEmpty && commands(typed) == [command])
  }

  @Test func aCommandBelowAMenuLineLeavesTheMenu() {
    let script = read("/ip ssh\nregenerate-host-key\nset host-key-size=4096\n")
    #expect(commands(script) == ["/ip/ssh regenerate-host-key", "/ip/ssh set"])
    let log = read("/ip address\nlog warning \"hello\"\nadd address=192.0.2.1/24\n")
    #expect(commands(log) == ["/log warning", "/ip/address add"])
    let bare = read("/ip address\nlog warning hello\n/log info x\nadd address=192.0.2.1/24\n")
    #expect(commands(bare) == ["/log warning", "/log info", "/ip/address add"])
  }

  @Test(arguments: [":Put x", ":foo\"bar\"", ":put>3", ": put x"])
  func aCommandWordOfAScriptIsInSmallLetters(line: String) {
    let script = read("\(line)\n:put x\n")
    #expect(script.problems.map(\.kind) == [.notACommand])
    #expect(script.statements.map(\.isDamaged) == [true, false])
  }

  @Test(arguments: [
    ":put", ":put;", ":put [:len x]", ":put[:len x]", ":if(true) do={:put x}", ":/ip route add x=1",
    ":$f a=1", ":local \\\n  x 1", ":{:put x}",
  ])
  func aCommandWordOfAScriptMayEnd(line: String) {
    #expect(read("/\n\(line)\n").problems.isEmpty)
  }

  @Test(arguments: ["ip add pr", "int pr", "/sys res pr", "pr", "ip address pri"])
  func aTypedCommandMayReadInShort(line: String) {
    let script = read("[admin@x] > \(line)\n 0 D x\n[admin@x] > \n")
    #expect(script.problems.isEmpty && script.skippedLines == 1)
    #expect(commands(script) == ["/ print"])
  }

  @Test func anExportTypedInShortIsRead() {
    let script = read("[admin@x] > exp\n/ip route\nadd gateway=192.0.2.1\n[admin@x] > \n")
    #expect(commands(script) == ["/ip/route add"] && script.exports.count == 1)
  }

  @Test(arguments: [
    "add copy-from=0", "add place-before=0", "set disabled=yes 0", "move [find x=1] destination=0",
    "reset-counters 0", "make-static 0", "stop 0",
  ])
  func aNumberOfALineCannotBeFollowed(command: String) {
    let script = read("[admin@x] > /ip firewall filter \(command)\n[admin@x] > \n")
    #expect(script.problems.map(\.kind) == [.positionalNumber])
  }

  @Test(arguments: [
    "Set up R1 like this:\nadd the address first", "set name=value pairs like this:",
    "add address=192.0.2.1/24 to the router", "ip address add address=192.0.2.1/24 comes first",
    "/ip address is where addresses live", "add x=1, then:",
  ])
  func proseIsNoExport(prose: String) {
    let script = read("\(prose)\n[admin@x] > /ip route add x=1\n[admin@x] > \n")
    #expect(script.problems.isEmpty && commands(script) == ["/ip/route add"], "\(script.problems)")
  }

  @Test(arguments: [
    "add address=192.0.2.1/24 \\\n    comment=x", "/ip address\nadd a=b",
    "set [ find x=y ] a=\"b c\"",
    "add name=x fib", "/ip pool add a=b", "add comment=\"a b\\r\\\n    \\nc\"",
  ])
  func anExportBeforeAPromptIsRead(export: String) {
    #expect(read("\(export)\n[admin@x] > \n").exports.count == 1)
  }

  @Test func aRemarkAboutReleasesIsNoHeader() {
    let script = read("# RouterOS 7.12 or later is required\n:foreach i in=[find] do={:put x}\n")
    #expect(script.header.form == .absent && script.header.version == nil)
  }
}
