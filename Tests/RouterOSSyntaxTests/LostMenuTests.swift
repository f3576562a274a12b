import RouterOSSyntax
import Testing

private let header = "# 2024-05-01 10:00:00 by RouterOS 7.14.3\n"

/// Damage that names a menu: nobody knows then where the commands below it run.
@Suite struct LostMenuTests {
  /// A router exports no path but alone on its line, or with `add` or `set`.
  @Test(arguments: [
    "/ip firewall raW", "/ip firewall raw*", "/ip firewall filter>", "/ip firewall \"filter\"",
    "/ip Address", "/interface/detect-internet> export", "/IP firewall raw", "/ip firewall 5",
    "ip firewall raw", "/ip firewall raw x=1", "/ip.firewall.raw",
  ])
  func aTornMenuLineOfAnExportLeavesNoMenu(line: String) {
    let script = read("\(header)/ip firewall filter\nadd chain=input\n\(line)\nadd chain=x\n")
    #expect(
      script.problems.map(\.kind) == [.notACommand, .commandInUnknownMenu(verb: "add")],
      "\(script.problems)")
    #expect(script.statements.map(\.isDamaged) == [false, true, true])
  }

  @Test(arguments: [
    "/ip Address add a=b", "/ip firewall filter>", "/ip firewall raw*", "/certificate Router",
  ])
  func aTornPathOfAScriptIsFound(line: String) {
    let script = read("/ip route\n\(line)\n")
    #expect(script.problems.map(\.kind) == [.notACommand], "\(script.problems)")
  }

  @Test(arguments: [
    "/tool ping Router", "/ping 192.0.2.1", "/log info \"x\"", "/ip route { add x=1 }",
    "/tool wol mac=1", "/system ssh admin@192.0.2.1", "/ip route check 192.0.2.1",
  ])
  func aCommandOfAScriptMayHaveAnyArgument(line: String) {
    #expect(read("/ip route\n\(line)\nadd x=1\n").problems.isEmpty)
  }

  /// The menu line below begins a menu that is known again.
  @Test func theNextMenuLineIsKnown() {
    let script = read("\(header)/ip dnS\nset x=1\n/ip route\nadd gateway=192.0.2.1\n")
    #expect(script.statements.map(\.isDamaged) == [true, true, false])
    #expect(commands(script).last == "/ip/route add")
  }

  @Test(arguments: [
    "add chain=input log=no /ip firewall raw", "add chain=\"input\"x /ip firewall raw",
    "add chain=input /ip firewall raw x",
  ])
  func aMenuInDamageLeavesNoMenu(line: String) {
    let script = read("\(header)/ip firewall filter\n\(line)\nadd chain=x\n")
    #expect(script.statements.map(\.isDamaged) == [true, true], "\(script.problems)")
    #expect(script.problems.last?.kind == .commandInUnknownMenu(verb: "add"))
  }

  /// What is damaged there names no menu for the lines below.
  @Test(arguments: [
    "add chain=\"input\"x comment=\"see /ip firewall raw\"", "/ip firewall raw add x=\"a\"b",
    "add x=\"a\"b /ip firewall raw add x=1", "add x=\"a\"b y={ /ip route }", "log info \"a\"b",
    "/log info \"a\"b", "add x=\"a\"b /flash/file",
  ])
  func otherDamageKeepsTheMenu(line: String) {
    let script = read("/ip firewall filter\n\(line)\nadd chain=x\n")
    #expect(script.statements.map(\.isDamaged) == [true, false], "\(script.problems)")
    #expect(commands(script).last == "/ip/firewall/filter add")
  }
}
