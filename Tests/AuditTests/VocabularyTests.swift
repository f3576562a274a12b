import Audit
import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// Each word of the language, with what holds, what does not, and what nobody can tell.
@Suite struct VocabularyTests {
  private static func addresses(_ condition: String, _ values: String...) throws -> [String] {
    let rule = "select: { view: addresses, where: { disabled: no } }\nexpect: { \(condition) }"
    let lines = values.map { "add address=\($0) interface=ether1\n" }.joined()
    return try outcomes(rule, message: "'{host}'", in: "/ip address\n" + lines)
  }

  private static func pools(_ condition: String, _ ranges: String) throws -> [String] {
    try outcomes(
      "select: { menu: /ip pool }\nexpect: { \(condition) }", message: "'{name}'",
      in: "/ip pool\nadd name=p ranges=\(ranges)\n")
  }

  private static func clients(_ condition: String, _ values: String) throws -> [String] {
    try outcomes(
      "select: { menu: /interface l2tp-client, where: { disabled: [yes, no] } }\n"
        + "expect: { \(condition) }", message: "'{name}'",
      in: "/interface l2tp-client\nadd allow=\(values) name=t\n")
  }

  @Test(arguments: [
    ("inside: 192.0.2.0/24", "192.0.2.1/25", true), ("inside: 192.0.2.0/24", "192.0.3.1/25", false),
    ("inside: [192.0.3.0/24, 192.0.2.0-192.0.2.9]", "192.0.2.9/24", true),
    ("not: { inside: 192.0.2.0/24 }", "192.0.2.1/25", false),
    ("overlaps: 192.0.2.1", "192.0.2.1/25", true), ("overlaps: 192.0.2.2", "192.0.2.1/25", false),
    ("covers: 192.0.2.1", "192.0.2.1/24", true), ("covers: 192.0.2.0/24", "192.0.2.1/24", false),
    ("inside: $this.prefix", "192.0.2.1/24", true),
    ("overlaps: 2001:db8::/32", "192.0.2.1/24", false),
  ])
  func anAddressOfAnInterfaceIsItsHost(condition: String, value: String, holds: Bool) throws {
    let found = try Self.addresses("address: { \(condition) }", value)
    #expect(found.isEmpty == holds, "\(found)")
  }

  @Test(arguments: [
    ("prefix: { covers: 192.0.2.0/25 }", true), ("prefix: { covers: 192.0.2.0/23 }", false),
    ("prefix: { inside: [192.0.2.0/25, 192.0.2.128/25] }", true),
    ("prefix: { overlaps: 192.0.2.255 }", true), ("prefix: { overlaps: 192.0.3.0/24 }", false),
  ])
  func networksLieToNetworks(condition: String, holds: Bool) throws {
    #expect(try Self.addresses(condition, "192.0.2.1/24").isEmpty == holds)
  }

  @Test(arguments: [
    ("inside: 192.0.2.0/24", "192.0.2.10-192.0.2.20,192.0.2.40", [String]()),
    ("inside: 192.0.2.0/24", "192.0.2.10-192.0.2.20,198.51.100.1", ["fail p"]),
    ("covers: 192.0.2.12/31", "192.0.2.10-192.0.2.20", []),
    ("overlaps: 192.0.2.20/30", "192.0.2.10-192.0.2.20", []),
    ("not: { overlaps: 192.0.2.20 }", "192.0.2.10-192.0.2.20", ["fail p"]),
  ])
  func everyElementOfAListCounts(condition: String, ranges: String, wanted: [String]) throws {
    #expect(try Self.pools("ranges: { \(condition) }", ranges) == wanted)
  }

  @Test(arguments: [
    ("contains: [pap, mschap1]", "chap,pap", [String]()),
    ("contains: mschap1", "chap,pap", ["fail t"]),
    ("only: [chap, pap]", "chap,pap", []), ("only: mschap2", "mschap2,pap", ["fail t"]),
    ("not: { contains: pap }", "mschap2", []),
  ])
  func listsHoldValues(condition: String, values: String, wanted: [String]) throws {
    #expect(try Self.clients("allow: { \(condition) }", values) == wanted)
  }

  @Test(arguments: [
    ("\"^NET-[0-9]+\"", "\"NET-418 mobile\"", true), ("\"^NET-[0-9]+\"", "\"see NET-418\"", false),
    ("\"(fibre|lte)$\"", "\"by lte\"", true), ("\"[[:digit:]]{3}\"", "\"a 12\"", false),
    ("\"a.c\"", "aéc", true), ("\"^a?$\"", "b", false), ("\"x*y+\"", "xxyy", true),
    ("\"a{2,}b\"", "aaab", true), ("\"[^a-z]\"", "abc", false), ("\"\\\\.\"", "a.b", true),
  ])
  func patternsAreFound(pattern: String, comment: String, holds: Bool) throws {
    let found = try outcomes(
      "select: { menu: /ip pool }\nexpect: { comment: { matches: \(pattern) } }",
      message: "'{name}'",
      in: "/ip pool\nadd comment=\(comment) name=p ranges=192.0.2.1\n")
    #expect(found.isEmpty == holds)
  }

  /// What makes other engines try every way to divide a text.
  @Test(.timeLimit(.minutes(1))) func patternsTakeLinearTime() throws {
    let pattern = try compilePattern(
      Word(text: "^(a*)*(a|a)*b$", span: Span(0, 0)), in: SourceFile(name: "a", text: ""))
    #expect(!pattern.isFound(in: String(repeating: "a", count: 20_000)))
  }

  @Test(arguments: [
    ("(a", "'(a' is no pattern: a '(' is never closed"),
    ("a)", "'a)' is no pattern: a ')' closes nothing"),
    ("[a", "'[a' is no pattern: a '[' is never closed"),
    ("*a", "'*a' is no pattern: '*' repeats nothing; write '\\*' for itself"),
    ("a{9", "'a{9' is no pattern: expected a repetition such as {2} or {2,3}, of at most 255"),
    ("((a{255}){255}){255}", "'((a{255}){255}){255}' is no pattern: it is too large"),
    ("\\d", "'\\d' is no pattern: '\\d' means nothing; write a set such as [[:digit:]]"),
    ("[z-a]", "'[z-a]' is no pattern: a range of a set runs backwards"),
  ])
  func whatIsNoPatternIsRefused(pattern: String, message: String) {
    let file = SourceFile(name: "a", text: pattern)
    do throws(SourceError) {
      _ = try compilePattern(Word(text: pattern, span: Span(0, 1)), in: file)
      Issue.record("must be refused: \(pattern)")
    } catch { #expect(error.message == message) }
  }

  @Test func disjointFindsOverlapsAcrossAColumn() throws {
    let rule = "expect: { disjoint: { column: prefix, across: interface } }"
    func judged(_ lines: String...) throws -> [String] {
      try outcomes(
        "select: { view: addresses, where: { disabled: no } }\n" + rule,
        message: "'{host} {other.host}'",
        in: "/ip address\n" + lines.map { "add address=\($0)\n" }.joined())
    }
    #expect(
      try judged("192.0.2.1/24 interface=a", "192.0.2.129/25 interface=b")
        == ["fail 192.0.2.129 192.0.2.1"])
    #expect(try judged("192.0.2.1/24 interface=a", "192.0.2.129/25 interface=a") == [])
    #expect(try judged("192.0.2.1/25 interface=a", "192.0.2.129/25 interface=b") == [])
    #expect(
      try judged(
        "192.0.2.129/25 interface=b", "192.0.2.1/25 interface=b", "192.0.2.1/24 interface=a")
        == ["fail 192.0.2.1 192.0.2.1"])
    #expect(
      try judged(
        "10.0.0.1/8 interface=a", "10.1.0.1/16 interface=a", "10.1.1.1/24 interface=b")
        == ["fail 10.1.1.1 10.0.0.1"])
  }

  /// Held against comparing every pair.
  @Test func disjointFindsWhatComparingAllPairsFinds() throws {
    var generator = Generator(state: 7)
    for _ in 0..<200 {
      let entries = (0..<6).map { _ in
        (start: generator.next(60), length: generator.next(12), on: generator.next(3))
      }
      let pools = entries.enumerated().map { number, entry in
        "add comment=c\(entry.on) name=p\(number) "
          + "ranges=192.0.2.\(entry.start)-192.0.2.\(entry.start + entry.length)\n"
      }
      let found = try outcomes(
        "select: { menu: /ip pool }\nexpect: { disjoint: { column: ranges, across: comment } }",
        message: "'{name}'", in: "/ip pool\n" + pools.joined())
      let wanted = entries.indices.filter { later in
        entries.indices.contains { earlier in
          let (one, other) = (entries[earlier], entries[later])
          return earlier < later && one.on != other.on && one.start <= other.start + other.length
            && other.start <= one.start + one.length
        }
      }
      #expect(found.isEmpty == wanted.isEmpty, "\(pools)")
      #expect(Set(found).isSubset(of: wanted.map { "fail p\($0)" }), "\(found) \(wanted) \(pools)")
    }
  }

  private static let filter =
    "select: { menu: /ip firewall filter, where: { disabled: no, chain: input } }\n"

  @Test func inOrderAsksForEachStepBeforeTheNext() throws {
    let rule =
      Self.filter + "expect: { in-order: [{ action: accept }, { action: drop }] }"
    func judged(_ lines: String...) throws -> [String] {
      try outcomes(
        rule, message: "'{comment}'",
        in: "/ip firewall filter\n" + lines.map { "add chain=input \($0)\n" }.joined())
    }
    #expect(try judged("action=accept comment=a", "action=drop comment=b") == [])
    #expect(try judged("action=drop comment=a", "action=accept comment=b") == ["fail b"])
    #expect(try judged("action=accept comment=a") == ["fail a"])
    #expect(try judged("action=accept disabled=yes") == ["fail none"])
    #expect(
      try judged("action=accept comment=a disabled=yes", "action=drop comment=b") == ["fail b"])
  }

  @Test func strictlyOrderedByFollowsTheOtherColumn() throws {
    func judged(_ entries: String...) throws -> [String] {
      try outcomes(
        "select: { menu: /tool netwatch, where: { disabled: no } }\n"
          + "expect: { strictly-ordered: { column: interval, by: timeout } }", in: netwatch(entries)
      )
    }
    #expect(
      try judged("host=a interval=1s timeout=1s", "host=b interval=2s timeout=2s") == [])
    #expect(
      try judged("host=a interval=2s timeout=1s", "host=b interval=1s timeout=2s") == ["fail a"])
    #expect(
      try judged("host=a interval=1s timeout=1s", "host=b interval=1s timeout=2s") == ["fail b"])
    #expect(try judged("host=a interval=1s", "host=b interval=2s timeout=2s") == ["unknown a"])
  }

  @Test func howManyCountsDifferentValues() throws {
    func judged(_ entries: String...) throws -> [String] {
      try outcomes(
        "select: { menu: /tool netwatch, where: { disabled: no } }\n"
          + "expect: { how-many: { column: interval, at-least: 2 } }", message: "'{how-many}'",
        in: netwatch(entries))
    }
    #expect(try judged("host=a interval=1s", "host=b interval=2s") == [])
    #expect(try judged("host=a interval=60s", "host=b interval=1m") == ["fail 1"])
    #expect(try judged("host=a interval=60s", "host=b").first?.hasPrefix("unknown") == true)
  }

  @Test func aRuleMayBeMeantForSomeReleases() throws {
    func judged(_ condition: String, _ release: String) throws -> [String] {
      try outcomes(
        "routeros: \(condition)\nselect: { menu: /ip pool }\nexpect: { name: q }",
        message: "'{name}'",
        in: "# 2026-01-01 by RouterOS \(release)\n/ip pool\nadd name=p ranges=192.0.2.1\n")
    }
    #expect(try judged("{ at-least: 7.10 }", "7.9") == [])
    #expect(try judged("{ at-least: 7.10 }", "7.10.1") == ["fail p"])
    #expect(try judged("7", "7.18") == ["fail p"])
    #expect(try judged("[6]", "7.18") == [])
    #expect(try judged("{ not: 6, at-most: 7.18 }", "7.18") == ["fail p"])
  }

  @Test func theSeverityMayDependOnTheRelease() throws {
    let text = """
      id: a
      severity: { routeros-6: warning, routeros-7: info }
      message: "'{name}'"
      why: w
      fix: f
      select: { menu: /ip pool }
      expect: { name: q }
      """
    let policies = try PolicySet([try readRule(SourceFile(name: "a.yaml", text: text))])
    let found = ["6.49", "7.18"].map { release in
      let export = "# 2026-01-01 by RouterOS \(release)\n/ip pool\nadd name=p ranges=192.0.2.1\n"
      let device = Device(lower(parse(SourceFile(name: "r.rsc", text: export))), path: "r.rsc")
      return audit(Fleet([device]), by: policies).map(\.severity)
    }
    #expect(found == [[.warning], [.info]])
  }

  @Test func unknownMayCountAsAFailure() throws {
    let rule = "unknown: fail\nselect: { menu: /tool netwatch, where: { disabled: no } }\n"
    let found = try findings(rule + "expect: { interval: 1s }", in: netwatch("host=a"))
    #expect(found.map(\.outcome) == [.fail])
    #expect(found[0].headline.hasPrefix("cannot tell whether ") && found[0].cause != nil)
  }

  @Test func furtherFailuresReferencesAndShowAreRelated() throws {
    let found = try findings(
      "show: interface\nselect: { view: addresses, where: { disabled: no } }\n"
        + "expect: { prefix-length: 30, interface: ether2 }",
      in: "/ip address\nadd address=192.0.2.1/24 interface=ether1\n")
    #expect(found.count == 1)
    #expect(found[0].primary.text == "prefix-length 24")
    #expect(found[0].related.map(\.text) == ["interface ether1"])
  }
}

/// Numbers that look random and are the same in each run.
private struct Generator {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
}
