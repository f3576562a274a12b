import Diagnostics
import SourceText
import Testing

/// The verbs that judge all entries of a group at once.
@Suite struct GroupTests {
  private static let watches = "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\n"

  private static func judged(_ rest: String, _ entries: String...) throws -> [String] {
    try outcomes(watches + rest, in: netwatch(entries))
  }

  @Test func distinctNamesTheLaterHolder() throws {
    let rule = "expect: { distinct: interval }"
    #expect(try Self.judged(rule, "host=a interval=1s", "host=b interval=2s") == [])
    #expect(try Self.judged(rule, "host=a interval=1s", "host=b interval=00:00:01") == ["fail b"])
    let three = try Self.judged(
      rule, "host=a interval=1s", "host=b interval=1s", "host=c interval=1s")
    #expect(three == ["fail b", "fail c"])
  }

  @Test func distinctLeavesUnsetValuesOut() throws {
    #expect(try Self.judged("expect: { distinct: src-address }", "host=a", "host=b") == [])
  }

  @Test func distinctIsUnknownWithUnknownValues() throws {
    let rule = "expect: { distinct: interval }"
    #expect(try Self.judged(rule, "host=a interval=1s", "host=b") == ["unknown b"])
    #expect(try Self.judged(rule, "host=a") == [], "alone, it shares its value with nobody")
  }

  @Test func strictlyOrderedHoldsForDifferentValues() throws {
    let rule = "expect: { strictly-ordered: interval }"
    #expect(try Self.judged(rule, "host=a interval=2s", "host=b interval=1s") == [])
    #expect(try Self.judged(rule, "host=a interval=1s", "host=b interval=1s") == ["fail b"])
    #expect(
      try Self.judged(rule, "host=a interval=1s", "host=b", "host=c interval=1s")
        == ["unknown b", "fail c"])
  }

  @Test func sameAsksThatAllAgree() throws {
    let rule = "expect: { same: interval }"
    #expect(try Self.judged(rule, "host=a interval=1s", "host=b interval=00:00:01") == [])
    #expect(
      try Self.judged(rule, "host=a interval=1s", "host=b interval=1s", "host=c interval=2s")
        == ["fail c"])
  }

  @Test func sameTakesUnsetAsAValue() throws {
    func judged(_ entries: String...) throws -> [String] {
      // RouterOS 6 has no such property.
      try outcomes(
        Self.watches + "expect: { same: src-address }",
        in: netwatch(entries).replacing("6.49.10", with: "7.18"))
    }
    #expect(try judged("host=a", "host=b") == [])
    #expect(try judged("host=a src-address=192.0.2.1", "host=b") == ["fail b"])
    #expect(try judged("host=a", "host=b src-address=192.0.2.1") == ["fail b"])
  }

  @Test func sameSaysWhatIsKnownToDiffer() throws {
    let rule = "expect: { same: interval }"
    #expect(try Self.judged(rule, "host=a", "host=b interval=1s") == ["unknown a"])
    #expect(
      try Self.judged(rule, "host=a", "host=b interval=1s", "host=c interval=2s") == ["fail c"])
  }

  /// Agreeing with the first is not enough: the second and the third share nothing.
  @Test func sameOfListsAsksForOneValueThatAllShare() throws {
    let rule =
      "select: { menu: /interface l2tp-client, where: { disabled: [yes, no] } }\nexpect: { same: allow }"
    func judged(_ lists: String...) throws -> [String] {
      let lines = lists.enumerated().map { "add allow=\($1) name=t\($0)\n" }.joined()
      return try outcomes(rule, message: "'{name}'", in: "/interface l2tp-client\n" + lines)
    }
    #expect(try judged("pap,chap", "pap", "pap") == [])
    #expect(try judged("pap,chap", "pap", "chap") == ["fail t2"])
  }

  @Test func howManyCounts() throws {
    let two = ["host=a", "host=b"]
    for (condition, isMet) in [("2", true), ("{ at-least: 3 }", false), ("{ at-most: 1 }", false)] {
      let found = try Self.judged("expect: { how-many: \(condition) }", two[0], two[1])
      #expect(found == (isMet ? [] : ["fail b"]), "\(condition)")
    }
  }

  @Test func howManyIsAskedOfNothingToo() throws {
    let rule = Self.watches + "expect: { how-many: { at-least: 1 } }"
    let none = try findings(
      rule, message: "only {how-many} on {device}", in: "/ip dns\nset servers=192.0.2.1\n")
    #expect(none.map(\.headline) == ["only 0 on 0"] && none.allSatisfy(\.isAbsent))
    #expect(
      try outcomes(rule + "\nper: host", in: "/ip dns\nset servers=192.0.2.1\n") == [],
      "there is no group")
    #expect(
      try outcomes(rule + "\nwhen: { menu: /ip pool }", in: "/ip dns\nset servers=192.0.2.1\n")
        == [])
  }

  @Test func howManyIsUnknownWherePossibleEntriesDecide() throws {
    func judged(_ condition: String, _ entries: String...) throws -> [String] {
      try outcomes(
        "select: { menu: /tool netwatch, where: { disabled: [yes, no], interval: 1s } }\n"
          + "expect: { how-many: \(condition) }",
        in: netwatch(entries))
    }
    #expect(try judged("{ at-least: 1 }", "host=a interval=1s", "host=b") == [])
    #expect(try judged("{ at-least: 2 }", "host=a interval=1s", "host=b") == ["unknown a"])
    #expect(try judged("{ at-least: 3 }", "host=a interval=1s", "host=b") == ["fail a"])
    #expect(
      try judged("[1, 3]", "host=a interval=1s", "host=b", "host=c") == ["unknown a"],
      "two may be there")
  }

  @Test func howManyMayCountSomeOfTheGroup() throws {
    let rule = "expect: { how-many: { where: { type: icmp }, at-least: 1 } }"
    #expect(try Self.judged(rule, "host=a type=icmp", "host=b") == [])
    #expect(try Self.judged(rule, "host=a", "host=b") == ["fail b"])
  }

  /// Each line of a finding by its number, the first label first.
  private static func lines(_ rest: String, _ entries: String...) throws -> [[Int]] {
    try findings(watches + rest, in: netwatch(entries)).map { diagnostic in
      ([diagnostic.primary] + diagnostic.related).map { label in
        label.file.bytes[..<Int(label.span.start)].count { $0 == 0x0A } + 1
      }
    }
  }

  @Test func tooManyAreAllPointedAt() throws {
    let three = ["host=a type=icmp", "host=b type=icmp", "host=c type=icmp"]
    func lines(_ rest: String) throws -> [[Int]] {
      try Self.lines(rest, three[0], three[1], three[2])
    }
    #expect(try lines("expect: { how-many: { at-most: 1 } }") == [[6, 5, 7]])
    #expect(try lines("expect: { how-many: 0 }") == [[5, 6, 7]])
    #expect(try lines("expect: { how-many: { column: type, at-least: 2 } }") == [[5, 6, 7]])
    let many = (1...9).map { "host=a\($0)" }
    let found = try findings(Self.watches + "expect: { how-many: 0 }", in: netwatch(many))
    #expect(found.map(\.related.count) == [5])
  }

  @Test func severalColumnsOfOnePairAreOneFinding() throws {
    let two = ["host=a interval=1s timeout=1s", "host=b interval=2s timeout=2s"]
    let found = try findings(
      Self.watches + "expect: { same: [interval, timeout] }", in: netwatch(two))
    #expect(found.map(\.primary.text) == ["interval 2s"])
    #expect(found.first?.related.map(\.text) == ["interval 1s", "timeout 2s", "timeout 1s"])
    let verbs = try Self.judged(
      "expect: { same: interval, distinct: timeout, how-many: { at-most: 1 } }",
      "host=a interval=1s timeout=1s", "host=b interval=2s timeout=1s")
    #expect(verbs == ["fail b"])
    // What fails is said, not what cannot be told of the same entry.
    #expect(
      try Self.judged(
        "expect: { same: [timeout, interval] }", "host=a timeout=1s interval=1s",
        "host=b interval=2s")
        == ["fail b"])
  }

  @Test func aMenuThatCannotBeReadIsUnknownOnce() throws {
    let gap = "#error exporting \"/tool/netwatch\" (timeout)\n"
    for verb in ["how-many: { at-least: 2 }", "distinct: interval", "same: interval", "host: a"] {
      let found = try findings(Self.watches + "expect: { \(verb) }", in: gap + netwatch("host=a"))
      #expect(found.map(\.outcome) == [.unknown], "\(verb)")
    }
    let tooMany = try findings(
      Self.watches + "expect: { how-many: { at-most: 1 } }", in: gap + netwatch("host=a", "host=b"))
    #expect(tooMany.map(\.outcome) == [.unknown, .fail], "more entries cannot mend it")
  }
}

/// How entries are grouped.
@Suite struct PerTests {
  private static func judged(_ rest: String, _ entries: String...) throws -> [String] {
    try outcomes(
      "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\n" + rest,
      in: netwatch(entries))
  }

  @Test func groupsAreJudgedApart() throws {
    let rule = "per: type\nexpect: { distinct: interval }"
    #expect(
      try Self.judged(rule, "host=a interval=1s type=icmp", "host=b interval=1s") == [])
    #expect(
      try Self.judged(rule, "host=a interval=1s type=simple", "host=b interval=1s") == ["fail b"])
  }

  @Test func severalColumnsDoNotRunTogether() throws {
    let rule = "per: [host, comment]\nexpect: { how-many: 1 }"
    #expect(try Self.judged(rule, "host=a comment=bc", "host=ab comment=c") == [])
    #expect(try Self.judged(rule, "host=a comment=b", "host=a comment=b") == ["fail a"])
  }

  @Test func entriesWithoutAValueAreOneGroup() throws {
    let rule = "per: src-address\nexpect: { distinct: interval }"
    #expect(try Self.judged(rule, "host=a interval=1s", "host=b interval=1s") == ["fail b"])
  }

  /// Whichever group it belongs to may decide: nothing is passed, and nothing failed for it.
  @Test(arguments: ["distinct: host", "strictly-ordered: interval", "same: host"])
  func anEntryOfAnUnknownGroupIsUnknown(verb: String) throws {
    let rule = "per: timeout\nexpect: { \(verb) }"
    #expect(
      try Self.judged(rule, "host=a interval=1s timeout=1s", "host=a interval=1s") == ["unknown a"])
  }

  @Test func anEntryOfAnUnknownGroupMayBeTheOneThatIsMissing() throws {
    let rule = "per: timeout\nexpect: { how-many: { at-least: 2 } }"
    #expect(
      try Self.judged(rule, "host=a timeout=1s", "host=b") == ["unknown a", "unknown b"])
    #expect(
      try Self.judged("per: timeout\nexpect: { how-many: 3 }", "host=a timeout=1s", "host=b")
        == ["fail a", "unknown b"])
  }

  @Test func entriesOfOneRouterDoNotMixWithThoseOfAnother() throws {
    let rule =
      "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\nper: host\nexpect: { distinct: interval }"
    let export = netwatch("host=a interval=1s")
    #expect(try findings(rule, in: export, export).isEmpty)
  }
}
