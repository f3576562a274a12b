import Comparison
import RouterOSModel
import RouterOSSyntax
import Testing

/// Which entry is which where RouterOS tells them apart by nothing: the explanation that a careful engineer
/// would give. Lines are counted from 1 within each export.
@Suite struct PairingTests {
  private static let filter = "/ip firewall filter\n"

  @Test(arguments: [
    (
      name: "an edited port",
      old: ["action=accept chain=input dst-port=22 protocol=tcp", "action=drop chain=input"],
      new: ["action=accept chain=input dst-port=2222 protocol=tcp", "action=drop chain=input"],
      told: ["changed 1>1 dst-port"]
    ),
    (
      name: "a rule that makes room for one that has nothing to do with it",
      old: [
        "action=accept chain=input comment=ssh dst-port=22 protocol=tcp", "action=drop chain=input",
      ],
      new: [
        "action=accept chain=input comment=web dst-port=80 protocol=tcp", "action=drop chain=input",
      ],
      told: ["removed 1>-", "added ->1"]
    ),
    (
      name: "one of two rules that differ only in a list",
      old: [
        "action=drop chain=forward src-address-list=a",
        "action=drop chain=forward src-address-list=b",
      ],
      new: ["action=drop chain=forward src-address-list=b"],
      told: ["removed 1>-"]
    ),
    (
      name: "a rule inserted before an edited one",
      old: ["action=accept chain=input comment=dns dst-port=53 protocol=udp"],
      new: [
        "action=accept chain=input comment=ntp dst-port=123 protocol=udp",
        "action=drop chain=input comment=dns dst-port=53 protocol=udp",
      ],
      told: ["added ->1", "changed 1>2 action"]
    ),
    (
      name: "an edited and moved rule is one change",
      old: [
        "action=accept chain=input comment=a", "action=accept chain=input comment=b",
        "action=drop chain=input comment=c",
      ],
      new: [
        "action=log chain=input comment=c", "action=accept chain=input comment=a",
        "action=accept chain=input comment=b",
      ],
      told: ["changed 3>1 action moved"]
    ),
    (
      name: "a matcher that came",
      old: ["action=drop chain=input comment=a"],
      new: ["action=drop chain=input comment=a in-interface=ether1"],
      told: ["changed 1>1 in-interface"]
    ),
    (
      name: "a list in place of an address",
      old: ["action=drop chain=input comment=a src-address=192.0.2.1"],
      new: ["action=drop chain=input comment=a src-address-list=b"],
      told: ["changed 1>1 src-address src-address-list"]
    ),
  ])
  func rulesArePairedAsAnEngineerWould(
    name: String, old: [String], new: [String], told expected: [String]
  ) {
    let texts = [old, new].map { Self.filter + $0.map { "add \($0)\n" }.joined() }
    #expect(told(changes(texts[0], texts[1])) == expected, "\(name)")
  }

  @Test func rulesInMassesThatChangeAlikeArePairedInOrder() {
    func text(_ action: String) -> String {
      Self.filter
        + (0..<5_000).map { _ in "add action=\(action) chain=input protocol=tcp\n" }.joined()
    }
    let found = changes(text("drop"), text("reject"))
    #expect(found.count == 5_000 && found.allSatisfy { $0.kind == .changed && $0.move == nil })
    #expect(found.allSatisfy { $0.old?.statement?.index == $0.new?.statement?.index })
  }

  @Test func theOneDefaultRouteWithItsDistanceIsTheSameRoute() {
    let found = changes(
      "/ip route\nadd comment=a dst-address=0.0.0.0/0 gateway=192.0.2.1\n",
      "/ip route\nadd dst-address=0.0.0.0/0 gateway=198.51.100.1\n")
    #expect(told(found) == ["changed 1>1 comment gateway"])
  }

  @Test func fewestMovesExplainTheOrder() {
    func text(_ order: [Int]) -> String {
      Self.filter + order.map { "add action=accept chain=input comment=\($0)\n" }.joined()
    }
    let found = changes(text([1, 2, 3, 4, 5, 6]), text([4, 1, 2, 3, 6, 5]))
    #expect(found.map(\.kind) == [.moved, .moved])
  }

  @Test func theOrderOfTwoChainsAmongEachOtherIsNone() {
    let lines = ["chain=input comment=a", "chain=forward comment=b"].map {
      "add action=drop \($0)\n"
    }
    #expect(changes(Self.filter + lines.joined(), Self.filter + lines.reversed().joined()).isEmpty)
  }

  @Test func whatIsWrittenOutOfUnknownDefaultsIsNotComparable() {
    let compact = "/ip dns\nset servers=192.0.2.1\n"
    let verbose =
      "/ip dns\nset allow-remote-requests=no cache-max-ttl=1w cache-size=2048KiB servers=192.0.2.1\n"
    #expect(changes(compact, verbose).isEmpty)
    #expect(changes(verbose, compact).isEmpty)
  }

  @Test func whatATemplateGivesIsNoChangeWhenItIsWrittenOut() {
    let template = "/routing bgp template\nadd hold-time=30s name=a\n"
    let connection = "/routing bgp connection\nadd name=b remote.address=192.0.2.1 templates=a"
    let text = template + connection
    #expect(changes(text + "\n", text + " hold-time=30s\n").isEmpty)
    #expect(changes(text + " multihop=no\n", text + "\n").isEmpty)
    #expect(told(changes(text + "\n", text + " hold-time=1m\n")) == ["changed 2>2 hold-time"])
  }
}
