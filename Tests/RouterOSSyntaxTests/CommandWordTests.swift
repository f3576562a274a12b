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

  @Test func proseIsNoExport() {
    let script = read(
      "Set up R1 like this:\nadd the address first\n[admin@x] > /ip route add x=1\n[admin@x] > \n")
    #expect(script.problems.isEmpty && commands(script) == ["/ip/route add"])
  }

  @Test func aRemarkAboutReleasesIsNoHeader() {
    let script = read("# RouterOS 7.12 or later is required\n:foreach i in=[find] do={:put x}\n")
    #expect(script.header.form == .absent && script.header.version == nil)
  }
}
