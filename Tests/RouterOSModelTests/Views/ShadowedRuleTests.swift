import RouterOSModel
import Testing

/// Rules that never match, since one before them takes all that they would.
@Suite struct ShadowedRuleTests {
  private func shadows(_ rules: String..., more: String = "", menu: String = "/ip firewall filter")
    -> [String]
  {
    let text = more + "\n\(menu)\n" + rules.map { "add chain=input \($0)\n" }.joined()
    return rows(.firewallRules, of: text).map { $0.word("shadowed-by") }
  }

  @Test(arguments: [
    ("action=accept protocol=tcp", "action=drop dst-port=23 protocol=tcp", true),
    ("action=accept dst-port=23 protocol=tcp", "action=drop protocol=tcp", false),
    ("action=drop src-address=10.0.0.0/8", "action=accept src-address=10.1.0.0/16", true),
    ("action=drop src-address=10.1.0.0/16", "action=accept src-address=10.0.0.0/8", false),
    ("action=drop src-address=10.0.0.1-10.0.0.9", "action=accept src-address=10.0.0.5", true),
    ("action=drop src-address=!10.0.0.0/8", "action=accept src-address=192.0.2.1", true),
    ("action=drop src-address=!10.0.0.0/8", "action=accept src-address=10.0.0.1", false),
    ("action=drop src-address=10.0.0.1", "action=accept src-address=!10.0.0.0/8", false),
    (
      "action=drop dst-port=20-30,80 protocol=tcp", "action=accept dst-port=22,80 protocol=tcp",
      true
    ),
    (
      "action=accept connection-state=established,related",
      "action=drop connection-state=related", true
    ),
    ("action=drop connection-state=!new", "action=accept connection-state=established", true),
    ("action=drop in-interface=!ether1", "action=accept in-interface=ether2", true),
    ("action=drop in-interface=ether1", "action=accept in-interface=ether2", false),
    ("action=drop protocol=tcp tcp-flags=syn", "action=drop protocol=tcp tcp-flags=syn,!ack", true),
    ("action=log protocol=tcp", "action=drop protocol=tcp", false),
    ("action=jump jump-target=x protocol=tcp", "action=drop protocol=tcp", false),
    ("action=accept limit=1,5:packet protocol=tcp", "action=drop protocol=tcp", false),
    ("action=return protocol=tcp", "action=drop protocol=tcp", true),
    ("action=drop disabled=yes protocol=tcp", "action=drop protocol=tcp", false),
    ("action=drop protocol=tcp", "action=drop disabled=yes protocol=tcp", false),
    ("action=drop dscp=1", "action=drop dscp=2", false),
  ])
  func oneRuleTakesAllOfAnother(first: String, second: String, isShadowed: Bool) {
    #expect(shadows(first, second).last == (isShadowed ? "rule 1" : "-"))
  }

  @Test func whatIsInListsCounts() {
    let lists = """
      /ip firewall address-list
      add address=10.0.0.0/8 list=own
      add address=10.1.0.0/16 list=part
      /interface list
      add name=LAN
      /interface list member
      add interface=ether2 list=LAN
      """
    #expect(
      shadows(
        "action=accept src-address-list=own", "action=drop src-address-list=part", more: lists
      ).last == "rule 1")
    #expect(
      shadows(
        "action=accept in-interface-list=LAN", "action=drop in-interface=ether2", more: lists
      ).last == "rule 1")
    #expect(
      shadows(
        "action=accept in-interface-list=LAN", "action=drop in-interface=ether3", more: lists
      ).last == "-")
  }

  @Test func whatIsNotKnownIsNotGuessed() {
    let filled = "action=add-src-to-address-list address-list=bad protocol=udp"
    let drop = "action=drop src-address-list=bad"
    #expect(shadows(filled, drop, "action=accept src-address=192.0.2.1").last == "-")
    let both = "action=drop src-address=10.0.0.0/8 src-address-list=bad"
    #expect(shadows(both, "action=accept src-address=10.0.0.1").last == "?")
    #expect(shadows(filled, drop, "action=accept src-address-list=bad").last == "rule 2")
    #expect(shadows("action=drop content=a", "action=drop content=ab").last == "?")
    #expect(shadows("action=drop content=a", "action=drop protocol=tcp").last == "-")
  }

  @Test func aRuleWithoutConditionsCutsOff() {
    let text =
      "/ip firewall filter\nadd action=drop chain=input\nadd action=accept chain=input protocol=tcp\n"
    let found = rows(.firewallRules, of: text)
    #expect(found.map { $0.word("cut-off-by") } == ["-", "rule 1"])
    #expect(found.map { $0.word("shadowed-by") } == ["-", "-"])
  }

  @Test func whatDoesTheSameIsIdleAndNotCutOff() {
    let text =
      "/ip firewall filter\nadd action=reject chain=input\nadd action=drop chain=input\n"
      + "add action=log chain=input\n"
    let found = rows(.firewallRules, of: text)
    #expect(found.map { $0.word("cut-off-by") } == ["-", "-", "rule 1"])
    #expect(found.map { $0.word("shadowed-by") } == ["-", "rule 1", "-"])
  }

  @Test func chainsAndTablesAreApart() {
    let text = """
      /ip firewall filter
      add action=drop chain=input
      add action=accept chain=forward
      /ip firewall raw
      add action=accept chain=prerouting
      /ipv6 firewall filter
      add action=accept chain=input
      """
    #expect(rows(.firewallRules, of: text).allSatisfy { $0.word("cut-off-by") == "-" })
  }

  @Test func marksGoOnUnlessTheyEnd() {
    func marks(_ more: String) -> String? {
      shadows(
        "action=mark-packet new-packet-mark=a protocol=tcp \(more)",
        "action=mark-packet new-packet-mark=b protocol=tcp", menu: "/ip firewall mangle"
      ).last
    }
    #expect(marks("") == "-")
    #expect(marks("passthrough=no") == "rule 1")
  }

  @Test(
    arguments: [
      { (_: Int) in "action=drop protocol=tcp" },
      { (number: Int) in "action=drop src-address=10.\(number / 256).\(number % 256).1" },
      { (number: Int) in "action=drop dst-port=\(number) protocol=tcp" },
      { (number: Int) in "action=drop comment=\(number) content=\(number)" },
      { (number: Int) in
        "action=drop in-interface=ether\(number) src-address=!10.0.\(number / 256).\(number % 256)"
      },
    ] as [@Sendable (Int) -> String])
  func manyRulesEnd(rule: @Sendable (Int) -> String) {
    let text =
      "/ip firewall filter\n" + (0..<4_000).map { "add chain=input \(rule($0))\n" }.joined()
    let start = ContinuousClock.now
    let words = rows(.firewallRules, of: text).map { $0.word("shadowed-by") }
    #expect(words.count == 4_000)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
