import Comparison
import Diagnostics
import Interpretation
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// The statements that take one export to another.
func patch(_ old: String, _ new: String, management: String? = nil) throws(SourceError) -> [String]
{
  let script = try remediate(lower(script(old)), lower(script(new)), management: management)
  return script.lines.map(\.text)
}

@Suite struct RemediationTests {
  private static let rules =
    "/ip firewall nat\nadd action=accept chain=a comment=1\nadd action=accept chain=a comment=2\n"

  @Test(arguments: [
    // What changed, and nothing else.
    (
      "/routing ospf instance\nadd name=core router-id=192.0.2.1 version=2\n",
      "/routing ospf instance\nadd name=core router-id=192.0.2.99 version=2\n",
      ["/routing ospf instance set [find name=core] router-id=192.0.2.99"]
    ),
    ("", "/interface bridge\nadd name=a\n", ["/interface bridge add name=a"]),
    ("/interface bridge\nadd name=a\n", "", ["/interface bridge remove [find name=a]"]),
    (
      "/ip service\nset telnet disabled=yes\n", "/ip service\nset telnet disabled=no\n",
      ["/ip service set telnet disabled=no"]
    ),
    // Settings go back to their default.
    ("/ip dns\nset allow-remote-requests=yes\n", "", ["/ip dns set allow-remote-requests=no"]),
    (
      "/system identity\nset name=a\n", "/system identity\nset name=b\n",
      ["/system identity set name=b"]
    ),
    // A physical interface is never removed.
    (
      "/interface ethernet\nset [ find default-name=ether1 ] name=wan\n", "",
      ["/interface ethernet set [ find default-name=ether1 ] name=ether1"]
    ),
    (
      "", "/interface ethernet\nset [ find default-name=ether1 ] name=wan\n",
      ["/interface ethernet set [find default-name=ether1] name=wan"]
    ),
    (
      "/snmp community\nset [ find default=yes ] addresses=192.0.2.0/24\n",
      "/snmp community\nset [ find default=yes ] addresses=198.51.100.0/24\n",
      ["/snmp community set [ find default=yes ] addresses=198.51.100.0/24"]
    ),
    // Names are followed.
    (
      "/interface vlan\nadd interface=ether1 name=a vlan-id=5\n/ip dhcp-client\nadd interface=a\n",
      "/interface vlan\nadd interface=ether1 name=b vlan-id=5\n/ip dhcp-client\nadd interface=b\n",
      ["/interface vlan set [find name=a] name=b"]
    ),
    // Secrets are placeholders.
    (
      "", "/ppp secret\nadd name=a password=hunter22 service=l2tp\n",
      ["/ppp secret add name=a password=\"<<ppp-secret:a:password>>\" service=l2tp"]
    ),
    (
      "/ppp secret\nadd name=a password=one11111\n", "/ppp secret\nadd name=a password=two22222\n",
      ["/ppp secret set [find name=a] password=\"<<ppp-secret:a:password>>\""]
    ),
    // Matchers go without a value.
    (
      "/ip firewall nat\nadd action=accept chain=a comment=x out-interface=ether1\n",
      "/ip firewall nat\nadd action=accept chain=a comment=x\n",
      ["/ip firewall nat set [find comment=x] !out-interface"]
    ),
  ])
  func saysWhatChanged(old: String, new: String, statements: [String]) throws {
    #expect(try patch(old, new) == statements)
  }

  @Test(arguments: [
    ("312", ["/ip firewall nat add action=accept chain=a comment=3 place-before=[find comment=1]"]),
    ("132", ["/ip firewall nat add action=accept chain=a comment=3 place-before=[find comment=2]"]),
    ("123", ["/ip firewall nat add action=accept chain=a comment=3"]),
    ("21", ["/ip firewall nat move [find comment=1]"]),
    ("2", ["/ip firewall nat remove [find comment=1]"]),
    (
      "1342",
      [
        "/ip firewall nat add action=accept chain=a comment=4 place-before=[find comment=2]",
        "/ip firewall nat add action=accept chain=a comment=3 place-before=[find comment=4]",
      ]
    ),
  ])
  func rulesArePlaced(order: String, statements: [String]) throws {
    let new = order.map { "add action=accept chain=a comment=\($0)\n" }.joined()
    let found = try patch(Self.rules, "/ip firewall nat\n" + new)
    // One rule of two may move up or the other down.
    #expect(found == statements || order == "21" && found.count == 1, "\(found)")
  }

  @Test func createsBeforeItRefersAndRemovesAfter() throws {
    let old = """
      /interface bridge
      add name=a
      /interface bridge port
      add bridge=a interface=ether2

      """
    let new = """
      /interface bridge
      add name=b protocol-mode=none
      /interface bridge port
      add bridge=b interface=ether2

      """
    #expect(
      try patch(old, new) == [
        "/interface bridge add name=b protocol-mode=none",
        "/interface bridge port set [find interface=ether2] bridge=b",
        "/interface bridge remove [find name=a]",
      ])
  }

  @Test func whatTouchesTheOperatorGoesLastAndIsMarked() throws {
    let sides = (
      lower(script("/system identity\nset name=a\n")),
      lower(
        script(
          "/ip address\nadd address=192.0.2.1/24 interface=ether1\nadd address=198.51.100.1/24 interface=ether2\n/system identity\nset name=b\n"
        ))
    )
    let found = try remediate(sides.0, sides.1, management: "192.0.2.77").lines
    #expect(found.map(\.touchesManagement) == [false, false, true])
    #expect(found.last?.text == "/ip address add address=192.0.2.1/24 interface=ether1")
    let text = renderRemediation(Remediation(lines: found), sides.0, sides.1)
    #expect(text.contains("# step 2 of 2") && text.contains("# may cut your own path:\n"))
  }

  @Test func oneOfTwoTwinsIsCountedOff() throws {
    let line = "add action=drop chain=input\n"
    let menu = "/ip firewall filter\n"
    #expect(
      try patch(menu + line + line, menu + line) == [
        "/ip firewall filter remove [:pick [find comment=\"\" disabled=no action=drop chain=input] 1]"
      ])
  }

  @Test(arguments: [
    ("/ip route\nremove 0\n", "is not known whole"),
    ("#error exporting \"/ip/route\" (timeout)\n", "is not known whole"),
    (
      "/ip address\nadd address=192.0.2.1/24 interface=nowhere\n",
      "names 'nowhere', which is not in"
    ),
    ("/interface bridge\nadd name=$x\n", "is not known whole"),
  ])
  func whatCannotBeProvenIsNotWritten(new: String, message: String) {
    let error = #expect(throws: SourceError.self) {
      try patch(
        "/ip dns\nset servers=192.0.2.1\n/system identity\nset name=a\n",
        new + "/system identity\nset name=a\n")
    }
    #expect(error?.message.contains(message) ?? false, "\(error?.message ?? "")")
  }

  private static let unread =
    "#error exporting \"/ip/route\" (timeout)\n/partitions\nset slot9 fallback-to=data\n/system identity\nset name=a\n"

  /// What is not known whole, and the same on both sides, is left alone.
  @Test func whatBothSidesLeaveUnknownStopsNoOtherChange() throws {
    #expect(
      try patch(Self.unread + "/ip dns\nset servers=192.0.2.1\n", Self.unread) == [
        "/ip dns set servers=\"\""
      ])
  }

  @Test(arguments: [
    // The unknown statement is another.
    (
      "/partitions\nset slot9 fallback-to=data\n", "/partitions\nset slot9 fallback-to=other\n",
      "'/partitions' is not known whole from here on"
    ),
    // A menu that the router failed to print may use any name.
    (
      "#error exporting \"/ip/route\" (timeout)\n/interface bridge\nadd name=b\n",
      "#error exporting \"/ip/route\" (timeout)\n",
      "'/ip/route' is not known whole and may use the name of what goes"
    ),
    // A statement that could not be followed uses the name.
    (
      "/partitions\nset slot9 fallback-to=pool\n/ip pool\nadd name=pool ranges=192.0.2.9\n",
      "/partitions\nset slot9 fallback-to=pool\n",
      "'/partitions' is not known whole and may use the name of what goes"
    ),
  ])
  func whatIsNotKnownWholeMayStopAScript(old: String, new: String, message: String) {
    let error = #expect(throws: SourceError.self) { try patch(old, new) }
    #expect(error?.message.contains(message) ?? false, "\(error?.message ?? "")")
  }

  /// A script that holds a secret is left for somebody to fill in, whole.
  @Test func valuesThatHoldASecretArePlaceholders() throws {
    let menu = "/system script\nadd name=a policy=read source="
    #expect(
      try patch(
        menu + "\":put 1\"\n", menu + "\":local password \\\"correct horse 77\\\"\\r\\n:put 2\"\n")
        == ["/system script set [find name=a] source=\"<<system-script:a:source>>\""])
  }

  /// No search shows a secret: the comment repeats the password.
  @Test func searchesShowNoSecret() throws {
    let users = { (profile: String) in
      "/ppp secret\nadd comment=\"for hunter2277\" password=hunter2277 name=anna profile=\(profile)\n"
    }
    let found = try patch(users("default"), users("default-encryption"))
    #expect(found == ["/ppp secret set [find name=anna] profile=default-encryption"])
  }

  @Test func manyStatementsAreCutIntoSteps() throws {
    let lists = (1...120).map { "add name=list\($0)\n" }.joined()
    let sides = (lower(script("")), lower(script("/interface list\n" + lists)))
    let text = renderRemediation(try remediate(sides.0, sides.1), sides.0, sides.1)
    let steps = text.split(separator: "# step").dropFirst()
    #expect(steps.count == 3)
    #expect(steps.allSatisfy { $0.count { $0 == "\n" } <= 51 })
  }
}
