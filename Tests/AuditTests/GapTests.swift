import Diagnostics
import Testing

/// What is said of a router whose export holds statements that are not followed.
@Suite struct GapTests {
  private static let rule =
    "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\nexpect: { interval: 10s }"
  private static let other = "cannot tell all that a asks of this router"

  /// An entry that is not read changes nothing about those that are.
  @Test func anEntryThatIsMissingExcusesNoOther() throws {
    let export = netwatch("host=a interval=11s", "host=b interval=10s", "host=\"c")
    let found = try outcomes(Self.rule, in: export)
    #expect(found.contains("fail a") && found.contains("unknown \(Self.other)"), "\(found)")
  }

  /// A command that may have mended what fails makes it unknown, and only that.
  @Test func whatMayHaveBeenChangedIsUnknown() throws {
    let commands = [
      "set 0 interval=10s", "disable 0", "remove [find host~\"a+\"]",
      ":if (x) do={ /ip route remove 0 }",
    ]
    for command in commands {
      let export = netwatch("host=a interval=11s") + command + "\n"
      #expect(try outcomes(Self.rule, in: export) == ["unknown a"], "\(command)")
    }
  }

  /// A command that may have broken what passes makes that unknown, too.
  @Test func whatMayHaveBeenBrokenIsUnknown() throws {
    let export = netwatch("host=a interval=10s") + "set 0 interval=1m\n"
    #expect(try outcomes(Self.rule, in: export) == ["unknown \(Self.other)"])
  }

  @Test func whatIsFoundMayHaveBeenChanged() throws {
    let rule =
      "select: { menu: /ip pool }\n"
      + "expect: { find: { menu: /tool netwatch, where: { disabled: no, host: $this.name } } }"
    let export = "/ip pool\nadd name=p\n" + netwatch("host=p")
    #expect(try outcomes(rule, message: "'{name}'", in: export) == [])
    #expect(try outcomes(rule, message: "'{name}'", in: export + "set 0 host=b\n") == ["unknown p"])
    #expect(try outcomes(rule, message: "'{name}'", in: export + "add host=\"b\n") != ["unknown p"])
  }

  @Test func whatIsCountedMayHaveBeenChanged() throws {
    let rule =
      "select: { menu: /tool netwatch, where: { disabled: [yes, no] } }\nexpect: { how-many: 2 }"
    let export = netwatch("host=a", "host=b", "host=c")
    #expect(try outcomes(rule, in: export) == ["fail c"])
    #expect(try outcomes(rule, in: export + "remove 0\n") == ["unknown c"])
  }

  @Test(arguments: [
    "", "# software id = ABCD-EFGH\n", "/ip route\n/ip address\n", "/ip route\nprint\n",
  ])
  func anExportThatSaysNothingNeverPasses(text: String) throws {
    let found = try findings(Self.rule, in: "# 2026-01-01 00:00:00 by RouterOS 7.16\n" + text)
    #expect(found.map(\.rule) == ["unreadable-statement"])
    #expect(found.map(\.outcome) == [.fail])
  }

  @Test func aQuestionReadsWellWithoutWhatIsNotKnown() throws {
    let headlines = [
      "session {name}: {far.device} is AS {far.local-as}":
        "session c: its far end is another AS",
      "session {name} expects its far end {far.device}": "session c expects its far end",
      "{far.local-as} is not {remote-as}": "another is not 64501",
    ]
    let export =
      "/routing bgp connection\nadd as=64500 name=c remote.address=192.0.2.1 .as=64501\n"
    let rule =
      "select: { view: bgp-sessions, where: { disabled: [yes, no] } }\nexpect: { remote-as: $far.local-as }"
    for (message, wanted) in headlines {
      #expect(
        try outcomes(rule, message: "'\(message)'", in: export) == ["unknown \(wanted)"])
    }
  }
}
