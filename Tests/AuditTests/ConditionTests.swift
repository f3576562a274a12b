import Diagnostics
import Testing

/// What is asked of each entry, with values that are known, unset and unknown.
@Suite struct ConditionTests {
  private static let watches = "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\n"

  @Test(arguments: [
    ("host=a interval=10s", "interval: 10s", []),
    ("host=a interval=00:00:10", "interval: 10s", []),
    ("host=a interval=11s", "interval: 10s", ["fail a"]),
    ("host=a", "interval: 10s", ["unknown a"]),
    ("host=a interval=11s", "interval: [10s, 11s]", []),
    ("host=a interval=11s", "interval: { not: 11s }", ["fail a"]),
    ("host=a", "interval: { not: 11s }", ["unknown a"]),
    ("host=a interval=11s", "interval: { at-least: 11s }", []),
    ("host=a interval=11s", "interval: { at-least: 12s }", ["fail a"]),
    ("host=a interval=11s", "interval: { at-least: 5s, at-most: 10s }", ["fail a"]),
    ("host=a", "interval: { present: yes }", ["unknown a"]),
    ("host=a", "src-address: 192.0.2.1", ["fail a"]),
    ("host=a", "src-address: { not: 192.0.2.1 }", []),
    ("host=a", "src-address: { present: no }", []),
    ("host=a", "src-address: { present: yes }", ["fail a"]),
    ("host=a", "type: simple", []),
    ("host=a interval=1s timeout=1s", "interval: $this.timeout", []),
    ("host=a interval=1s timeout=2s", "interval: $this.timeout", ["fail a"]),
    ("host=a interval=1s", "interval: $this.timeout", ["unknown a"]),
  ])
  func eachEntryIsJudged(entry: String, expect: String, wanted: [String]) throws {
    #expect(
      try outcomes(Self.watches + "expect: { \(expect) }", in: netwatch(entry)) == wanted)
  }

  @Test(arguments: [
    // What decides, decides: the known "no" of "and", the known "yes" of "or".
    ("host=a", "interval: 10s, type: icmp", ["fail a"]),
    ("host=a", "interval: 10s, type: simple", ["unknown a"]),
    ("host=a", "any: [{ interval: 10s }, { type: simple }]", []),
    ("host=a", "any: [{ interval: 10s }, { type: icmp }]", ["unknown a"]),
    ("host=a", "any: [{ host: b }, { type: icmp }]", ["fail a"]),
    ("host=a", "any: [{ host: a, type: icmp }, { interval: 1s, type: icmp }]", ["fail a"]),
    ("host=a", "any: [{ host: a, interval: 1s }, { type: icmp }]", ["unknown a"]),
    ("host=a", "type: icmp, any: [{ interval: 1s }, { host: a }]", ["fail a"]),
    ("host=a", "interval: [10s, $this.timeout]", ["unknown a"]),
    ("host=a interval=10s", "interval: [10s, $this.timeout]", []),
  ])
  func unknownIsNeverAPass(entry: String, expect: String, wanted: [String]) throws {
    #expect(
      try outcomes(Self.watches + "expect: { \(expect) }", in: netwatch(entry)) == wanted)
  }

  @Test(arguments: [
    ("interval: 1s", "host: b", ["unknown a"]), ("interval: 1s", "host: a", []),
    ("type: icmp", "host: b", []), ("type: simple", "host: b", ["fail a"]),
    ("any: [{ interval: 1s }, { type: simple }]", "host: b", ["fail a"]),
  ])
  func whatIsOnlyPossiblySelectedNeverFails(chosen: String, expect: String, wanted: [String]) throws
  {
    let rule =
      "select: { menu: /tool netwatch, where: { disabled: [yes, no], \(chosen) } }\nexpect: { \(expect) }"
    #expect(try outcomes(rule, in: netwatch("host=a")) == wanted)
  }

  @Test(arguments: [
    ("menu: /ip pool", []), ("menu: /tool netwatch", ["fail a"]),
    ("menu: /tool netwatch, where: { interval: 1s }", ["unknown a"]),
    ("menu: /tool netwatch, how-many: 2", []), ("menu: /tool netwatch, how-many: 1", ["fail a"]),
    ("menu: /tool netwatch, where: { interval: 1s }, how-many: 0", ["unknown a"]),
  ])
  func aRuleConcernsOnlyRoutersThatItsWhenFinds(when: String, wanted: [String]) throws {
    let rule = "when: { \(when) }\n" + Self.watches + "expect: { host: b }"
    #expect(try outcomes(rule, in: netwatch("host=a")) == wanted)
  }

  @Test func whenIsUnknownUnderAMenuThatCannotBeRead() throws {
    let rule = "when: { menu: /ip pool }\n" + Self.watches + "expect: { host: b }"
    let text = "#error exporting \"/ip/pool\" (timeout)\n" + netwatch("host=a")
    #expect(try outcomes(rule, in: text) == ["unknown a"])
  }

  /// A column that the menu of a row does not have is known to have no value there.
  @Test func aColumnThatARowLacksHasNoValue() throws {
    let text = "/ip dhcp-client\nadd interface=ether1\n"
    func judged(_ rest: String) throws -> [String] {
      try outcomes(
        "select: { view: default-routes, where: { disabled: no\(rest)", message: "'{gateway}'",
        in: text)
    }
    #expect(try judged(" } }\nexpect: { check-gateway: ping }") == ["fail ether1"])
    #expect(try judged(", check-gateway: ping } }\nexpect: { distance: 9 }") == [])
  }
}

/// For each entry a second selection finds something.
@Suite struct FindTests {
  private static let watches = "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\n"
  private static let address = "/ip address\nadd address=192.0.2.1/24 interface=a\n"

  @Test(arguments: [
    ("host=a", []), ("host=b", ["fail b"]),
  ])
  func looksWithTheColumnsOfTheEntryOutside(entry: String, wanted: [String]) throws {
    let rule =
      Self.watches
      + "expect: { find: { menu: /ip address, where: { disabled: no, interface: $this.host } } }"
    #expect(try outcomes(rule, in: Self.address + netwatch(entry)) == wanted)
  }

  /// A list of references is "or", as any other.
  @Test(arguments: [
    ("host=a comment=x", []), ("host=x comment=a", []), ("host=x comment=y", ["fail x"]),
    ("host=x", ["fail x"]), ("host=b", []),
  ])
  func looksWithSeveralColumnsOfTheEntryOutside(entry: String, wanted: [String]) throws {
    let rule =
      Self.watches
      + "expect: { find: { menu: /ip address, where: { disabled: no, interface: [$this.host, $this.comment] } } }"
    let addresses = Self.address + "add address=192.0.3.1/24 interface=b\n"
    #expect(try outcomes(rule, in: addresses + netwatch(entry)) == wanted)
  }

  @Test(arguments: [
    ("", ["fail a"]), (", how-many: 0", []), (", how-many: 1", ["fail a"]),
    (", how-many: { at-most: 3 }", []),
  ])
  func countsWhatItFinds(count: String, wanted: [String]) throws {
    let rule =
      Self.watches + "expect: { find: { menu: /ip pool, where: { name: $this.host }\(count) } }"
    #expect(try outcomes(rule, in: netwatch("host=a")) == wanted)
  }

  @Test(arguments: [
    ("", ["unknown a"]), (", how-many: 0", ["unknown a"]), (", how-many: 1", ["unknown a"]),
    (", how-many: { at-most: 3 }", ["unknown a"]),
  ])
  func isUnknownUnderAMenuThatCannotBeRead(count: String, wanted: [String]) throws {
    let rule =
      Self.watches + "expect: { find: { menu: /ip pool, where: { name: $this.host }\(count) } }"
    let text = "#error exporting \"/ip/pool\" (timeout)\n" + netwatch("host=a")
    #expect(try outcomes(rule, in: text) == wanted)
  }

  @Test(arguments: [
    ("", []), (", how-many: 1", ["unknown a"]), (", how-many: 0", ["fail a"]),
    (", how-many: { at-least: 1 }", []), (", how-many: { not: 1 }", ["unknown a"]),
  ])
  func whatMoreEntriesCannotChangeIsKnown(count: String, wanted: [String]) throws {
    let rule =
      Self.watches + "expect: { find: { menu: /ip pool, where: { name: $this.host }\(count) } }"
    let text =
      "#error exporting \"/ip/pool\" (timeout)\n/ip pool\nadd name=a ranges=192.0.2.9\n"
      + netwatch("host=a")
    #expect(try outcomes(rule, in: text) == wanted)
  }

  /// Three entries are possible, so one, two or three may be there.
  @Test func numbersBetweenCountToo() throws {
    let rule =
      "select: { menu: /ip pool }\n"
      + "expect: { find: { menu: /tool netwatch, how-many: [0, 2],\n"
      + "  where: { disabled: no, host: $this.name, interval: 1s } } }"
    let text =
      netwatch("host=p", "host=p interval=5s", "host=p timeout=5s")
      + "/ip pool\nadd name=p ranges=192.0.2.9\n"
    #expect(try outcomes(rule, message: "'{name}'", in: text) == ["unknown p"])
  }
}
