import RouterOSModel
import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// Who defines a name, and who uses it.
@Suite struct NameViewTests {
  /// The cells of a name as `defined uses`, with `?` for what is not known; nil when there is no such row.
  private func name(_ menu: String, _ name: String, _ text: String, version: String = "7.16")
    -> String?
  {
    let row = rows(.names, of: text, version).first {
      $0.cell("menu")?.text == menu && $0.cell("name")?.text == name
    }
    guard let row else { return nil }
    let words = ["defined", "uses"].map { row.cell($0)?.text ?? "?" }
    return words.joined(separator: " ") + (row.cell("cycle")?.text == "yes" ? " cycle" : "")
  }

  @Test func aNameIsDefinedAndUsed() {
    let text = """
      /ip pool
      add name=lan ranges=192.0.2.10-192.0.2.20
      add name=spare ranges=198.51.100.10
      /ip dhcp-server
      add address-pool=lan interface=ether2 name=dhcp1
      /ppp profile
      add name=dialled remote-address=lan local-address=192.0.2.1
      """
    #expect(name("/ip/pool", "lan", text) == "yes 2")
    #expect(name("/ip/pool", "spare", text) == "yes 0")
    #expect(name("/ip/pool", "192.0.2.1", text) == nil)
    #expect(name("/interface", "ether2", text) == "implied 1")
  }

  @Test(arguments: [
    (
      "/queue tree\nadd name=up parent=ether1\nadd name=a parent=up", "/interface", "ether1",
      "implied 1"
    ),
    ("/queue tree\nadd name=up parent=ether1\nadd name=a parent=up", "/queue/tree", "up", "yes 1"),
    ("/queue tree\nadd name=a parent=nothing", "/queue/tree", "nothing", "no 1"),
    ("/queue simple\nadd name=a target=bridge9,192.0.2.1", "/interface", "bridge9", "no 1"),
    ("/queue simple\nadd name=a queue=mine/mine target=192.0.2.1", "/queue/type", "mine", "no 2"),
    ("/system scheduler\nadd name=a on-event=nightly", "/system/script", "nightly", "no 1"),
    ("/tool netwatch\nadd host=192.0.2.1 up-script=nightly", "/system/script", "nightly", "no 1"),
    ("/ppp profile\nadd name=a on-up=nightly", "/system/script", "nightly", "no 1"),
    ("/ip dhcp-client\nadd interface=ether1 script=nightly", "/system/script", "nightly", "no 1"),
    ("/ip route\nadd gateway=192.0.2.1@lab", "/routing/table", "lab", "no 1"),
    ("/ip route\nadd gateway=192.0.2.1%wan9@main", "/interface", "wan9", "no 1"),
    (
      "/ip vrf\nadd name=lab\n/ip route\nadd gateway=192.0.2.1@lab", "/routing/table", "lab",
      "yes 1"
    ),
    (
      "/routing bgp template\nadd name=a output.network=ours", "/ip/firewall/address-list", "ours",
      "no 1"
    ),
    (
      "/ipv6 firewall address-list\nadd address=2001:db8::/32 list=ours\n"
        + "/routing bgp template\nadd name=a output.network=ours", "/ipv6/firewall/address-list",
      "ours", "yes 1"
    ),
    (
      "/ip address\nadd address=192.0.2.1/24 interface=ppp-out1", "/interface", "ppp-out1",
      "implied 1"
    ),
    (
      "/ip address\nadd address=192.0.2.1/24 interface=pwr-line1", "/interface", "pwr-line1",
      "implied 1"
    ),
    ("/ip address\nadd address=192.0.2.1/24 interface=cap1", "/interface", "cap1", "no 1"),
    (
      "/caps-man manager\nset enabled=yes\n/ip address\nadd address=192.0.2.1/24 interface=cap1",
      "/interface", "cap1", "implied 1"
    ),
    (
      "/interface wifi capsman\nset enabled=yes\n/ip address\n"
        + "add address=192.0.2.1/24 interface=cap-wifi2", "/interface", "cap-wifi2", "implied 1"
    ),
  ])
  func namesOfAllKindsAreFound(text: String, menu: String, word: String, cells: String) {
    #expect(name(menu, word, text) == cells)
  }

  @Test(arguments: ["/system script run nightly", ":log info nightly", "", "/import nightly.rsc"])
  func whatIsMoreThanANameNamesNoScript(code: String) {
    let text = "/system scheduler\nadd name=a on-event=\"\(code)\""
    #expect(name("/system/script", "nightly", text) == nil)
  }

  @Test func aMenuThatIsMissingMayDefineInterfaces() {
    let text = "#error exporting \"/interface/bridge\" (timeout)\n/ip address\n"
    #expect(name("/interface", "lan", text + "add address=192.0.2.1/24 interface=lan") == "? 1")
  }

  @Test func bothPlacesAreKnown() throws {
    let rows = rows(
      .names,
      of:
        "/interface list\nadd name=LAN\n/interface list member\nadd interface=ether2 list=LAN")
    let row = try #require(rows.first { $0.cell("name")?.text == "LAN" })
    let text = headerOfRouterOS("7.16") + "/interface list\n"
    #expect(Int(row.place.start) == text.utf8.count)
    let use = try #require(row.cell("uses")?.evidence)
    #expect(use.count == "list=LAN".utf8.count && use.start > row.place.start)
    #expect(row.cell("used-by")?.texts == ["/interface/list/member list"])
  }

  @Test func whatNobodyDefinesIsMissing() {
    let text = """
      /ip firewall filter
      add action=jump chain=forward jump-target=guests
      add action=accept chain=input in-interface-list=LAN src-address-list=!friends
      add action=drop chain=input in-interface=*A
      add action=return chain=orphans
      """
    #expect(name("/ip/firewall/filter", "guests", text) == "no 1")
    #expect(name("/ip/firewall/filter", "forward", text) == nil)
    #expect(name("/ip/firewall/filter", "orphans", text) == "yes 0")
    #expect(name("/interface/list", "LAN", text) == "no 1")
    #expect(name("/ip/firewall/address-list", "friends", text) == "no 1")
    #expect(name("/interface", "*A", text) == "deleted 1")
  }

  @Test func whatTheRouterFillsIsImplied() {
    let text = """
      /ip firewall filter
      add action=add-src-to-address-list address-list=seen chain=input
      add action=drop chain=input src-address-list=seen
      add action=jump chain=forward jump-target=hs-unauth
      add action=accept chain=input in-interface=<l2tp-branch>
      """
    #expect(name("/ip/firewall/address-list", "seen", text) == "implied 1")
    #expect(name("/ip/firewall/filter", "hs-unauth", text) == "implied 1")
    #expect(name("/interface", "<l2tp-branch>", text) == "implied 1")
  }

  @Test func aPortThatWasRenamedHasNoOldName() {
    let text = """
      /interface ethernet
      set [ find default-name=ether1 ] name=wan
      /ip address
      add address=192.0.2.1/24 interface=ether1
      add address=198.51.100.1/24 interface=wan
      add address=203.0.113.1/24 interface=ether2
      """
    #expect(name("/interface", "ether1", text) == "no 1")
    #expect(name("/interface", "wan", text) == "built-in 1")
    #expect(name("/interface", "ether2", text) == "implied 1")
  }

  @Test func gatewaysNameInterfaces() {
    let text = """
      /interface bridge
      add name=lan
      /ip route
      add gateway=192.0.2.1%lan
      add gateway=l2tp-out9@main
      add gateway=198.51.100.1
      """
    #expect(name("/interface", "lan", text) == "yes 1")
    #expect(name("/interface", "l2tp-out9", text) == "no 1")
  }

  @Test func listsThatIncludeThemselvesAreCycles() {
    let text = """
      /interface list
      add include=b name=a
      add include=a name=b
      add include=a name=c
      add include=d name=d
      """
    #expect(name("/interface/list", "a", text) == "yes 2 cycle")
    #expect(name("/interface/list", "b", text) == "yes 1 cycle")
    #expect(name("/interface/list", "c", text) == "yes 0")
    #expect(name("/interface/list", "d", text) == "yes 1 cycle")
  }

  @Test func aNameThatAScriptHoldsMayBeUsed() {
    let text = """
      /ip pool
      add name=backup ranges=192.0.2.10
      /ip firewall address-list
      add address=192.0.2.1 list=by-hand
      /ip firewall filter
      add action=drop chain=input src-address-list=at-night
      /system script
      add name=x source="/ip dhcp-server set 0 address-pool=backup; /ip firewall address-list add list=at-night"
      """
    #expect(name("/ip/pool", "backup", text) == "yes ?")
    #expect(name("/ip/firewall/address-list", "by-hand", text) == "yes 0")
    #expect(name("/ip/firewall/address-list", "at-night", text) == "? 1")
  }

  @Test func routingTablesNeedALineInRouterOS7Only() {
    let seven = "/ip route\nadd gateway=192.0.2.1 routing-table=isp2"
    #expect(name("/routing/table", "isp2", seven) == "no 1")
    #expect(name("/routing/table", "isp2", "/ip vrf\nadd name=isp2\n" + seven) == "yes 1")
    let six = "/ip route rule\nadd dst-address=192.0.2.0/24 table=isp2"
    #expect(name("/routing/table", "isp2", six, version: "6.48.6") == "implied 1")
  }

  @Test func queuesHaveATypeForEachDirection() {
    let text = """
      /queue type
      add kind=pcq name=up
      /queue simple
      add name=a queue=up/default target=192.0.2.0/24
      """
    #expect(name("/queue/type", "up", text) == "yes 1")
    #expect(name("/queue/type", "default", text) == "built-in 1")
  }

  @Test func nothingIsMissingFromWhatWasNotExported() {
    let text =
      "/ip firewall filter\nadd action=drop chain=input in-interface-list=LAN\n"
      + "#error exporting \"/interface/list\" (timeout)"
    #expect(name("/interface/list", "LAN", text) == "? 1")
  }

  @Test func cyclesOfAnyLengthEnd() {
    let count = 20_000
    let lines = (0..<count).map { "add include=l\(($0 + 1) % count) name=l\($0)" }
    let rows = rows(.names, of: "/interface list\n" + lines.joined(separator: "\n"))
    #expect(rows.count { $0.cell("cycle")?.text == "yes" } == count)
  }

  @Test(arguments: Array(UInt64(1)...4)) func theOrderOfLinesDoesNotMatter(seed: UInt64) {
    var dice = Dice(seed: seed)
    let sections = [
      "/ip pool\nadd name=lan ranges=192.0.2.10", "/interface list\nadd include=b name=a",
      "/interface list\nadd include=a name=b", "/ip dhcp-server\nadd address-pool=lan name=d",
      "/ip firewall filter\nadd action=jump chain=input jump-target=none-such",
    ]
    func shown(_ sections: [String]) -> [String] {
      rows(.names, of: sections.joined(separator: "\n")).map { row in
        ["menu", "name", "defined", "uses", "cycle"].map { row.cell($0)?.text ?? "?" }
          .joined(separator: " ")
      }
    }
    #expect(shown(sections.shuffled(using: &dice)) == shown(sections), "seed \(seed)")
  }
}
