import RouterOSSyntax
import Testing

private let header = "# 2024-05-01 10:00:00 by RouterOS 7.14.3\n"

/// Damage within the arguments of an export, which must not be read as something else.
@Suite struct TornArgumentTests {
  private func kinds(_ statement: String) -> [Problem.Kind] {
    read("\(header)/interface bridge port\n\(statement)\n").problems.map(\.kind)
  }

  /// A backslash behind `name=` must not take in the statement below.
  @Test(arguments: [
    ("add bridge=br interface=ether2", "add"), ("set 0 x=1", "set"), ("/ip firewall filter", "/ip"),
  ])
  func aBackslashBehindANameTakesInNoStatement(next: String, verb: String) {
    #expect(kinds("add bridge=br interface=\\\n\(next)") == [.commandAfterBackslash(verb: verb)])
  }

  @Test(arguments: [
    "add interface=\\\n    add", "add path=\\\n/flash/x", "add interface=\\\nether1",
    "add comment=\\\n    /ip", "add comment=\\\n    \"add\"",
  ])
  func aValueBehindABackslashIsRead(statement: String) {
    #expect(kinds(statement).isEmpty)
  }

  /// Lost quotes, lost blanks and words too many.
  @Test(arguments: [
    "add comment=Guest network name=x", "add name= bridge1", "add 5", "add name=x 5",
    "set 0 1 name=y", "add gateway=192.0.2.1 [find]",
    "set [ find a=b ] [ find x=y ] disabled=yes", "set disabled=yes 0",
  ])
  func aWordTooManyIsFound(statement: String) {
    #expect(kinds(statement) == [.unexpectedWord])
    #expect(kinds("add name=a fib") == [] && kinds("set telnet x=1 passive") == [])
    #expect(kinds("set x=1 [ find ]") == [])
  }

  @Test(arguments: ["set [find gateway=192.0.2.1]disabled=yes", "add x=[find]disabled=yes"])
  func aBlankBelongsBehindABracket(statement: String) {
    #expect(kinds(statement) == [.textAfterBracket])
  }

  /// A router writes a value with `=` in quotes, so that a bare one most likely lost a blank.
  @Test(arguments: ["add name==x", "add disabled=nomaster-interface=wifi1", "add a=b.c=d e=f=g"])
  func aBareEqualsIsDoubted(statement: String) {
    let script = read("\(header)/ip route\n\(statement)\nadd key=\"a=b\"\n")
    #expect(script.problems.map(\.kind) == [.bareEquals])
    #expect(script.problems.allSatisfy { $0.severity == .warning } && !script.isDamaged)
    #expect(read("/ip route\n\(statement)\n").problems.isEmpty)
  }

  @Test(arguments: [
    "add address=192.0.2.1/24 interface=", "set telne", "add interface=a addres", "set",
  ])
  func anExportThatEndsInAnArgumentIsCutOff(statement: String) {
    let script = read("\(header)/ip service\n\(statement)")
    #expect(script.problems.map(\.kind) == [.cutOff])
    #expect(read("\(header)/ip service\nadd key=a=").problems.map(\.kind) == [.bareEquals])
  }

  /// A router breaks no string without a backslash; who writes by hand may.
  @Test func aStringOfAnExportHasNoBareLineBreak() {
    let statement = "/system script\nadd source=\":local a 1\\r\n    \\n:local b 2\"\n/ip dns\n"
    #expect(read(header + statement).problems.map(\.kind) == [.unclosedString])
    #expect(read(statement).problems.isEmpty)
  }

  /// The slash of a menu line is lost behind a long comment, which has no wrapped end then.
  @Test func aMenuLineWithoutItsSlashIsNoComment() {
    let comment = "# " + String(repeating: "long comment ", count: 6)
    let script = read("\(header)/ip route\n\(comment)\nip address\nadd address=192.0.2.1/24\n")
    #expect(script.problems.map(\.kind) == [.notACommand, .commandInUnknownMenu(verb: "add")])
  }
}
