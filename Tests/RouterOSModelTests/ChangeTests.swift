import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Finds out what these lines mean as an export of RouterOS 7.16.
private func lowered(_ text: String) -> Configuration {
  let header = "# 2026-01-01 00:00:00 by RouterOS 7.16\n/system identity\nset name=a\n"
  let text = header + text
  return lower(parse(SourceFile(name: "example.rsc", text: text)))
}

/// Three routes, with the comments a, b and c, of which c is switched off.
private let routes =
  "/ip route\nadd comment=a gateway=192.0.2.1\nadd comment=b distance=2 gateway=192.0.2.2\n"
  + "add comment=c disabled=yes distance=3 gateway=192.0.2.3\n"

/// The comments of the routes that are on, after `commands`; nil when that is not certain.
private func enabled(after commands: String) -> [String]? {
  let configuration = lowered(routes + commands + "\n")
  if configuration.mayBeIncomplete("/ip/route") {
    #expect(configuration.mayBeAltered("/ip/route"))
    return nil
  }
  #expect(configuration.understood == configuration.script.count)
  return configuration.entries("/ip/route").filter { $0.value("disabled").text == "no" }
    .compactMap { $0.value("comment").text }
}

@Suite struct ChangeTests {
  /// Commands, and the comments of the routes that are on after them; nil where that is not certain.
  private static let searches: [(commands: String, wanted: [String]?)] = [
    ("set [find] disabled=yes", []),
    ("set [ find ] disabled=yes", []),
    ("set [find where] disabled=yes", []),
    ("set disabled=yes [find comment=a]", ["b"]),
    ("set [find where comment=a] disabled=yes", ["b"]),
    ("set [find comment=\"a\"] disabled=yes", ["b"]),
    ("set [find comment=\"\\61\"] disabled=yes", ["b"]),
    ("set [find comment=\\61] disabled=yes", ["b"]),
    ("set numbers=[find comment=a] disabled=yes", ["b"]),
    ("set [find distance=1 and disabled=no] disabled=yes", ["b"]),
    ("set [find disabled=yes distance=3] disabled=no", ["a", "b", "c"]),
    ("disable [find gateway=192.0.2.2]", ["a"]),
    ("enable [find]", ["a", "b", "c"]),
    ("remove [find distance=1]", ["b"]),
    ("remove [find comment=d]", ["a", "b"]),
    ("comment [find comment=a] comment=d", ["d", "b"]),
    ("unset [find comment=c] disabled", ["a", "b", "c"]),
    ("unset [find comment=c] value-name=disabled", ["a", "b", "c"]),
    ("move [find comment=a] 1", ["a", "b"]),
    ("disable [find comment=a]\nenable [find comment=a]", ["a", "b"]),
    ("disable [find comment=a]\nset [find comment=a] disabled=no", ["a", "b"]),
    ("set [find comment=a] comment=d\ndisable [find comment=d]", ["b"]),
    ("disable [find comment~\"a\"]", ["b"]), ("disable [find where comment~\"^[ab]\"]", nil),
    ("disable [find where comment~\"^a\"]", ["b"]), ("disable [find comment~\"b$\"]", nil),
    ("disable [find comment~\"\"]", []), ("disable [find comment!=a]", ["a"]),
    ("disable [find !disabled]", []), ("enable [find disabled]", ["a", "b", "c"]),
    ("enable [find disabled distance=3]", ["a", "b", "c"]),
    ("disable [find comment=a or comment=b]", []), ("disable [find comment=a || comment=b]", []),
    ("disable [find comment=a and (distance=1 or distance=2)]", ["b"]),
    ("disable [find not comment=a]", ["a"]),
    ("disable [find !(comment=a or distance=2)]", ["a", "b"]),
    ("disable [find distance>1]", ["a"]), ("disable [find distance<=1]", ["b"]),
    ("disable [find where distance < 2 and comment != b]", ["b"]),
    ("disable [find orange=a]", nil), ("remove [find comment~\"z\"]", ["a", "b"]),
    ("disable [find comment~\"z\"]", nil), ("disable [find comment~\"a.b\"]", nil),
  ]

  @Test(arguments: searches)
  func aSearchIsAppliedWhereItIsExact(commands: String, wanted: [String]?) {
    #expect(enabled(after: commands) == wanted)
  }

  @Test(arguments: [
    "set 0 disabled=yes", "set numbers=0 disabled=yes", "disable 0", "disable",
    "set disabled=yes", "disable [find comment=$name]", "disable [find dynamic=no]",
    "disable [find !dynamic]", "disable [find comment=d]", "disable [find (comment=a]",
    "disable [find comment=a or]", "disable [find comment!=$name]", "disable [find comment>a]",
    "disable [find comment=\"\\a0\\zb\"]", "disable [find comment=\"a\\z\"]",
    "disable [find distance=0x2]",
    "set [/ip route find comment=a] disabled=yes", "disable [find where comment=(\"a\")]",
    "unset [find]", "comment [find]", "disable *5", "disbale [find]",
  ])
  func whatIsNotCertainIsAGap(command: String) {
    #expect(enabled(after: command) == nil)
  }

  @Test func aStatementInAMenuThatIsNoneMayHaveMeantTheOneAbove() {
    let configuration = lowered(routes + "via LTE gateway=192.0.2.4\n")
    #expect(configuration.mayBeAltered("/ip/route"))
    #expect(!configuration.mayBeIncomplete("/ip/address"))
  }

  @Test func aSearchByNameFindsAllOfThatName() {
    let configuration = lowered(
      "/ppp secret\nadd name=a service=l2tp\nadd name=a service=sstp\nadd name=b\n"
        + "disable [find name=a]\ndisable b\n")
    let accounts = configuration.entries("/ppp/secret")
    #expect(accounts.allSatisfy { $0.value("disabled").text == "yes" })
    #expect(configuration.gaps.isEmpty)
  }

  @Test func severalNamesAreSeveralEntries() {
    let services = lowered("/ip service\nset telnet,ftp disabled=yes\ndisable www\n")
      .entries("/ip/service")
    let off = services.filter { $0.isWritten && $0.value("disabled").text == "yes" }
    #expect(off.compactMap { $0.builtIn?.name }.sorted() == ["ftp", "telnet", "www"])
  }

  @Test func anEntryGoesByItsNewName() {
    let configuration = lowered(
      "/ppp profile\nadd name=a\nset a name=b\nset [find name=b] bridge=bridge1\n")
    let profile = configuration.entries("/ppp/profile").first { $0.value("name").text == "b" }
    #expect(profile?.value("bridge").text == "bridge1")
    #expect(
      lowered("/ip pool\nadd name=a\nremove a\nset a ranges=192.0.2.1\n").mayBeAltered("/ip/pool"))
  }

  @Test func builtInEntriesAreNotRemoved() {
    let configuration = lowered("/ppp profile\nadd name=a\nremove [find]\n")
    #expect(configuration.mayBeAltered("/ppp/profile"))
    #expect(configuration.entries("/ppp/profile").count == 3)
  }

  @Test func aSearchAmongPhysicalInterfacesConcernsThoseWithoutALine() {
    let configuration = lowered("/interface lte\nset [ find ] disabled=yes\n")
    #expect(configuration.gaps.isEmpty)
    #expect(configuration.entries("/interface/lte").map { $0.value("disabled").text } == ["yes"])
  }

  /// Commands, and the ports they are about with their state; what is not certain is a gap.
  @Test(
    arguments: [
      ("/interface ethernet disable ether3", "ether3 yes"),
      ("/interface ethernet disable [find name=ether3]", "ether3 yes"),
      ("/interface disable ether3", "ether3 yes"),
      ("/interface enable [find name=ether3]", "ether3 no"),
      (
        "/interface ethernet\nset [ find default-name=ether3 ] mtu=1400\ndisable ether3",
        "ether3 yes"
      ),
      (
        "/interface ethernet\nset ether3 mtu=1400\ndisable [find default-name=ether3]", "ether3 yes"
      ),
      (
        "/interface ethernet\nset [find default-name=ether1] name=ether2\n"
          + "set [find default-name=ether2] name=ether1\ndisable ether2", "ether1 yes, ether2 no"
      ),
      ("/interface ethernet\nset [find default-name=ether1] name=wan\ndisable ether1", nil),
      ("/interface ethernet disable wan", nil), ("/interface disable wan", nil),
      ("/interface ethernet disable wlan1", nil), ("/interface disable 0", nil),
    ] as [(String, String?)])
  func commandsReachPortsThatNoLineMentions(commands: String, expected: String?) {
    let configuration = lowered(commands + "\n")
    let isWhole = !configuration.mayBeIncomplete("/interface/ethernet")
    let ports = configuration.entries("/interface/ethernet").map { port in
      let name = port.selector?.split(separator: "=").last ?? ""
      return "\(name) \(port.value("disabled").text ?? "?")"
    }
    #expect((isWhole ? ports.joined(separator: ", ") : nil) == expected)
  }

  @Test func whatACommandDoesHasItsPlace() {
    let configuration = lowered(routes + "disable [find comment=a]\n")
    let route = configuration.entries("/ip/route").first
    let place = route?.place(of: "disabled")
    #expect(
      place.map { configuration.script.file.bytes[$0.range] }.map(Array.init)
        == Array("disable".utf8))
    #expect(route?.writtenProperties == ["comment", "disabled", "gateway"])
  }

  @Test func aSearchThatNestsWithoutEndIsAGap() {
    let search =
      "disable [find \(String(repeating: "(", count: 9000))comment=a"
      + String(repeating: ")", count: 9000) + "]"
    #expect(enabled(after: search) == nil)
  }

  @Test func aBlockOfItsOwnIsItsCommands() {
    let configuration = lowered(
      routes + "{\n  /ip dns set servers=192.0.2.9\n  /ip route\n  disable [find comment=a]\n"
        + "  add comment=d gateway=192.0.2.4\n}\n")
    #expect(configuration.gaps.isEmpty && configuration.understood == configuration.script.count)
    #expect(configuration.support.count(.understood) == configuration.script.count)
    #expect(configuration.entries("/ip/dns")[0].value("servers").text == "192.0.2.9")
    let routes = configuration.entries("/ip/route")
    #expect(routes.map { $0.value("comment").text } == ["a", "b", "c", "d"])
    #expect(routes[0].value("disabled").text == "yes")
    let place = routes[3].place(of: "gateway")
    #expect(
      place.map { configuration.script.file.bytes[$0.range] }.map(Array.init)
        == Array("gateway=192.0.2.4".utf8))
  }

  @Test func aBlockThatCannotBeFollowedIsAGapWhereItIsNot() {
    let configuration = lowered("{ /ip dns set servers=192.0.2.9; /ip route disable 0 }\n")
    #expect(configuration.gaps.keys.sorted() == ["/ip/route"])
    #expect(configuration.support.count(.unknown) == 1)
    let branching = lowered("{ :if ($a) do={ /ip route remove [find] } }\n")
    #expect(branching.mayBeAltered("/ip/address"))
    let wrong = lowered("{ /ip route add gatway=192.0.2.1 }\n")
    #expect(wrong.problems.count == 1)
  }

  /// Every search looks at every entry; a script may not make that a matter of hours.
  @Test func searchesWithoutEndAreAGap() {
    let count = 3000
    let text = "/ip route\n" + String(repeating: "add gateway=192.0.2.1\n", count: count)
    let configuration = lowered(
      text
        + String(repeating: "disable [find distance=9]\nremove [find distance=9]\n", count: count))
    #expect(configuration.mayBeAltered("/ip/route"))
    let last = configuration.support.exceptions.last
    #expect(last?.reason == "its search was not made: all searches together would take too long")
  }

  @Test func anEntryThatCannotBeReadLeavesTheOthersAsTheyAre() {
    let configuration = lowered(routes + "add gateway=\"192.0.2.4\n")
    #expect(configuration.mayBeIncomplete("/ip/route"))
    #expect(!configuration.mayBeAltered("/ip/route"))
    #expect(lowered("#error exporting \"/ppp/profile\" (timeout)\n").mayBeAltered("/ppp/profile"))
    #expect(!lowered("#error exporting \"/ip/route\" (timeout)\n").mayBeAltered("/ip/route"))
  }
}
