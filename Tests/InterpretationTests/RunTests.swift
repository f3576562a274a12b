import Diagnostics
import Interpretation
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

private let header = "# 2026-01-01 00:00:00 by RouterOS 7.16\n"

/// The export of a router after a script ran on it, without its header.
private func outcome(_ export: String, _ script: String) throws(SourceError) -> String {
  var router = Router(lower(parse(SourceFile(name: "old.rsc", text: header + export))))
  try router.run(parse(SourceFile(name: "change.rsc", text: script)))
  let text = String(decoding: router.export(named: "new.rsc").bytes, as: UTF8.self)
  return text.hasPrefix(header) ? String(text.dropFirst(header.count)) : text
}

@Suite struct RunTests {
  private static let rules = """
    /ip firewall filter
    add action=accept chain=input comment=a
    add action=accept chain=input comment=b
    add action=drop chain=input comment=c

    """
  private static func comments(_ text: String) -> String {
    text.split(separator: "\n").compactMap { line in
      line.firstRange(of: "comment=").map { String(line[$0.upperBound...].prefix(1)) }
    }.joined()
  }

  @Test(arguments: [
    ("/ip firewall filter add action=drop chain=input comment=d", "abcd"),
    (
      "/ip firewall filter add action=drop chain=input comment=d place-before=[find comment=b]",
      "adbc"
    ),
    ("/ip firewall filter move [find comment=c] [find comment=a]", "cab"),
    ("/ip firewall filter move [find comment=c] destination=[find comment=b]", "acb"),
    ("/ip firewall filter move [find comment=a]", "bca"),
    ("/ip firewall filter remove [find action=accept]", "c"),
    ("/ip firewall filter remove [find comment=z]", "abc"),
    ("/ip firewall filter remove [find where action=accept and comment=b]", "ac"),
    ("/ip firewall filter remove [find where comment~\"b\" or comment=a]", "c"),
    ("/ip firewall filter remove [find action!=drop]", "c"),
    ("/ip firewall filter remove [find !disabled]", ""),
    ("/ip/firewall/filter/set [find comment=b] comment=e", "aec"),
  ])
  func rulesComeGoAndMove(script: String, comments: String) throws {
    #expect(Self.comments(try outcome(Self.rules, script + "\n")) == comments)
  }

  @Test(arguments: [
    ("/ip dns set servers=192.0.2.2", "/ip dns\nset allow-remote-requests=yes servers=192.0.2.2\n"),
    (
      "/ip dns set !servers allow-remote-requests=no",
      "/ip dns\nset !servers allow-remote-requests=no\n"
    ),
  ])
  func settingsAreSet(script: String, expected: String) throws {
    let old = "/ip dns\nset allow-remote-requests=yes servers=192.0.2.1\n"
    let text = try outcome(old, script + "\n")
    #expect(text.split(separator: "\n").count == 2)
    #expect(
      compareWords(text, expected), "\(text)")
  }

  private func compareWords(_ left: String, _ right: String) -> Bool {
    Set(left.split { $0 == " " || $0 == "\n" }) == Set(right.split { $0 == " " || $0 == "\n" })
  }

  @Test(arguments: ["disable", "enable"]) func entriesAreSwitched(verb: String) throws {
    let text = try outcome(
      "/interface vlan\nadd interface=ether1 name=a vlan-id=5\n", "/interface vlan \(verb) a\n")
    #expect(text.contains("disabled=\(verb == "disable" ? "yes" : "no")"))
  }

  @Test(arguments: ["admin", "[find name=admin]"])
  func usersAreReachedThatNoLineAdds(target: String) throws {
    #expect(try outcome("", "/user disable \(target)\n") == "/user\nset admin disabled=yes\n")
    #expect(throws: SourceError.self) { try outcome("", "/user remove \(target)\n") }
  }

  @Test func whoeverNamesAnEntryFollowsItsName() throws {
    let old = """
      /interface vlan
      add interface=ether1 name=a vlan-id=5
      /ip address
      add address=192.0.2.1/24 interface=a
      /ip firewall filter
      add action=drop chain=input in-interface=!a

      """
    let text = try outcome(old, "/interface vlan set [find name=a] name=b\n")
    #expect(text.contains("interface=b network") || text.contains("interface=b\n"))
    #expect(text.contains("in-interface=!b") && text.contains("name=b"))
  }

  @Test func aPhysicalInterfaceThatNoLineMentionsCanBeSet() throws {
    let text = try outcome(
      "",
      "/interface ethernet set [find default-name=ether2] name=wan\n/ip dhcp-client add interface=wan\n"
    )
    #expect(text.contains("set [ find default-name=ether2 ] name=wan\n"), "\(text)")
  }

  @Test(arguments: [
    ("/interface bridge add name=a", "'/interface bridge' has an entry with name=a already"),
    (
      "/interface bridge port add bridge=b interface=ether1",
      "'bridge' names 'b', which is not in '/interface'"
    ),
    ("/interface bridge remove a", "'a' is still used in '/interface bridge port'"),
    ("/ip service remove telnet", "'telnet' is part of RouterOS and cannot be removed"),
    ("/ip service add name=a", "nothing can be added to '/ip service'"),
    ("/ip dns add servers=192.0.2.1", "nothing can be added to '/ip dns'"),
    (
      "/ip route add gatway=192.0.2.1",
      "'gatway' is no known property of /ip route; did you mean 'gateway'?"
    ),
    ("/interface bridge remove 0", "the number '0' means another entry in every session; use find"),
    ("/interface bridge set x comment=a", "there is no 'x' in '/interface bridge'"),
    (
      "/interface bridge set [find name=$a] comment=a",
      "only a router can tell which entries this means"
    ),
    (
      "/interface br set a comment=x",
      "'/interface/br' is typed in short; write '/interface/bridge'"
    ),
    ("/interface bridge set a comm=x", "'comm' is typed in short; write 'comment'"),
    (
      "/interface bridge set [find comment~\"x+\"] comment=a",
      "only a router can tell which entries meet this"
    ),
    (":foreach i in=[find] do={}", "only a router can tell what ':foreach' does"),
    (
      "/interface bridge set a comment=[/x get y]",
      "only a router can tell what this value comes to"
    ),
    ("/interface bridge move a", "the entries of '/interface bridge' have no order"),
    ("/interface bridge set a comment=\"x", "this quote is never closed"),
  ])
  func whatARouterRefusesIsRefused(script: String, message: String) {
    let old = """
      /interface bridge
      add name=a
      /interface bridge port
      add bridge=a interface=ether2
      /system identity
      set name=r

      """
    let error = #expect(throws: SourceError.self) { try outcome(old, script + "\n") }
    #expect(error?.message.hasPrefix(message) ?? false, "\(error?.message ?? "")")
    #expect(error?.primary.file.name == "change.rsc")
  }

  @Test func aMenuThatTheExportDoesNotShowWholeIsLeftAlone() {
    #expect(throws: SourceError.self) {
      try outcome("#error exporting \"/ip/route\" (timeout)\n", "/ip route add gateway=192.0.2.1\n")
    }
  }

  @Test func anExportOnWhichNothingIsRunSaysTheSame() throws {
    let text = """
      /interface ethernet
      set [ find default-name=ether1 ] comment="a b" name=wan
      /ppp profile
      set *FFFFFFFE bridge=x
      /ip address
      add address=192.0.2.1/24 comment="q \\"x\\" \\$y" interface=wan
      /ip service
      set telnet disabled=yes
      /system script
      add name=s source=":put [/ip address print]\\r\\n"

      """
    let old = "/interface bridge\nadd name=x\n" + text
    #expect(try outcome(old, "") == old)
  }

  /// Minutes, were every search a walk over all rules.
  @Test func rulesByThousandsAreFoundAndMoved() throws {
    let rules = (0..<3_000).map { "add action=drop chain=input comment=\($0)\n" }.joined()
    let moves = (0..<3_000).map {
      "/ip firewall filter move [find comment=\($0)] [find comment=2999]\n"
    }.joined()
    let text = try outcome("/ip firewall filter\n" + rules, moves)
    #expect(text.hasSuffix("comment=2998\nadd action=drop chain=input comment=2999\n"))
  }
}
