import Comparison
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

@Suite struct CompareTests {
  @Test(arguments: [
    ("/ip route\nadd gateway=192.0.2.1\n", "/ip route\nadd distance=1 gateway=192.0.2.1\n"),
    (
      "/ip route\nadd gateway=192.0.2.1 distance=2\n",
      "/ip/route add distance=2 gateway=192.0.2.1\n"
    ),
    (
      "/ip address\nadd address=192.0.2.1/25 interface=a\n",
      "# a comment\n/ip address\nadd \\\n    address=192.0.2.1/255.255.255.128 interface=a\n"
    ),
    ("/ppp profile\nset *FFFFFFFE bridge=b\n", "/ppp profile\nset default-encryption bridge=b\n"),
    (
      "/ip address\nadd address=192.0.2.1/25 interface=a\nadd address=192.0.2.2/25 interface=a\n",
      "/ip address\nadd address=192.0.2.2/25 interface=a\nadd address=192.0.2.1/25 interface=a\n"
    ),
    ("/ip service\nset telnet disabled=no\n", ""),
    (
      "/ip address\nadd address=192.0.2.1/25 interface=a\n",
      "/ip address\nadd address=192.0.2.1/25 interface=a network=192.0.2.0\n"
    ),
    (
      "/interface ethernet\nset [ find default-name=ether1 ] comment=a\n",
      "/interface ethernet\nset ether1 comment=a\n"
    ),
    (
      "/interface ethernet\nset [ find default-name=ether1 ] comment=a name=wan\n",
      "/interface ethernet\nset wan comment=a\n"
    ),
    ("/snmp\nset enabled=yes\n", "/snmp\nset contact=\"\" enabled=yes location=\"\"\n"),
  ])
  func sameMeaningIsNoDifference(old: String, new: String) {
    #expect(changes(old, new).isEmpty)
    #expect(changes(new, old).isEmpty)
  }

  @Test func findsWhatCameWentAndChanged() {
    let found = changes(
      "/interface bridge\nadd name=a\nadd name=b\n",
      "/interface bridge\nadd name=b protocol-mode=none\nadd name=c\n")
    #expect(found.map(\.kind) == [.removed, .changed, .added])
    #expect(found.map { $0.properties.map(\.name) } == [["name"], ["protocol-mode"], ["name"]])
  }

  @Test func aMovedRuleIsOneMove() {
    let rules = ["action=accept comment=a", "action=drop comment=b", "action=log comment=c"]
    func text(_ order: [Int]) -> String {
      "/ip firewall filter\n" + order.map { "add chain=input \(rules[$0])\n" }.joined()
    }
    let found = changes(text([0, 1, 2]), text([2, 0, 1]))
    #expect(found.map(\.kind) == [.moved])
    #expect(found.first?.move?.from == 2 && found.first?.move?.to == 0)
  }

  @Test func rulesThatSayTheSameDoNotMoveWhenTheirSpellingDoes() {
    let lines = [
      "address-list-timeout=1d comment=a", "action=drop", "comment=a address-list-timeout=24:00:00",
    ].map {
      "add chain=input \($0)\n"
    }
    let menu = "/ip firewall filter\n"
    #expect(changes(menu + lines.joined(), menu + lines.reversed().joined()).isEmpty)
  }

  @Test func aLineThatWritesAPropertyTwiceMeansTheLast() {
    let menu = "/ip route\n"
    let twice = menu + "add distance=3 distance=2 gateway=192.0.2.1\n"
    #expect(changes(twice, menu + "add gateway=192.0.2.1 distance=2\n").isEmpty)
    let found = changes(twice, menu + "add distance=2 distance=3 gateway=192.0.2.1\n")
    #expect(found.map { $0.properties.map(\.name) } == [["distance"]])
  }

  @Test func flagsAreComparedAsProperties() {
    let menu = "/ip route\n"
    let flag = menu + "add blackhole dst-address=192.0.2.0/24\n"
    #expect(changes(flag, menu + "add blackhole=yes dst-address=192.0.2.0/24\n").isEmpty)
    let found = changes(flag, menu + "add dst-address=192.0.2.0/24\n")
    #expect(found.map { $0.properties.map(\.name) } == [["blackhole"]])
  }

  /// Minutes, were any pair of entries compared that need not be.
  @Test func equalRulesByThousandsArePairedInOrder() {
    let lines = Array(repeating: "add action=drop chain=input\n", count: 20_000)
    let menu = "/ip firewall filter\n"
    let found = changes(menu + lines.joined(), menu + lines.dropLast().joined())
    #expect(found.map(\.kind) == [.removed])
  }

  @Test func rulesByThousandsCanBeReversed() {
    let lines = (0..<5000).map { "add action=drop chain=input comment=\($0)\n" }
    let menu = "/ip firewall filter\n"
    let found = changes(menu + lines.joined(), menu + lines.reversed().joined())
    #expect(found.count == 4999 && found.allSatisfy { $0.kind == .moved })
  }

  @Test func duplicatesAreCounted() {
    let line = "add list=a address=192.0.2.1\n"
    let found = changes(
      "/ip firewall address-list\n" + line + line, "/ip firewall address-list\n" + line)
    #expect(found.map(\.kind) == [.removed])
  }

  @Test func secretsAreComparedAndNeverShown() {
    let old = script("/ppp secret\nadd name=a password=one-1\n")
    let new = script("/ppp secret\nadd name=a password=two-2\n")
    let found = compare(lower(old), lower(new))
    #expect(found.changes.map(\.kind) == [.changed])
    for text in [renderChanges(found, old, new), renderChangesJSON(found, old, new)] {
      #expect(!text.contains("one-1") && !text.contains("two-2"))
    }
    #expect(renderChanges(found, old, new).contains("password differs"))
  }

  @Test func aHiddenSecretIsNotComparable() {
    let old = script("/ppp secret\nadd name=a password=one-1\n")
    let found = compare(lower(old), lower(script("/ppp secret\nadd name=a\n")))
    #expect(found.changes.isEmpty && found.notComparable == 1)
  }

  @Test(arguments: ["*****", "<secret>", "<removed>"])
  func aMaskedSecretIsNotComparable(mask: String) {
    for line in ["/ppp secret\nadd name=a password=", "/ip ipsec identity\nadd peer=a secret="] {
      let old = lower(script(line + "one-1\n"))
      let new = lower(script(line + mask + "\n"))
      for found in [compare(old, new), compare(new, old)] {
        #expect(found.changes.isEmpty && found.notComparable == 1)
      }
    }
  }

  @Test(arguments: [
    ("/ip dns\nset servers=192.0.2.1\n", "/ip/dns"),
    ("/ip firewall filter\nadd action=drop chain=input\n", "/ip/firewall/filter"),
  ])
  func whatAFailedExportLeavesOutIsNotComparable(lines: String, menu: String) {
    let whole = lower(script(lines))
    let failed = lower(script("#error exporting \"\(menu)\" (timeout)\n"))
    for found in [compare(whole, failed), compare(failed, whole)] {
      #expect(found.changes.isEmpty && found.notComparable == 1)
    }
  }

  /// Comparing with itself finds nothing; what one way adds, the other removes.
  @Test func changesMirror() {
    for seed in UInt64(1)...100 {
      var state = seed
      func export() -> String {
        let lines = (0..<12).map { _ -> String in
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return
            "add chain=input comment=\((state >> 33) % 9) action=\((state >> 40) % 2 == 0 ? "drop" : "accept")\n"
        }
        return "/ip firewall filter\n" + lines.joined()
      }
      let old = export()
      let new = export()
      #expect(changes(old, old).isEmpty, "seed \(seed)")
      let there = changes(old, new)
      let back = changes(new, old)
      #expect(
        there.count { $0.kind == .added } == back.count { $0.kind == .removed }, "seed \(seed)")
    }
  }
}
