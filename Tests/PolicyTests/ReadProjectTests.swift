import Diagnostics
import Policy
import SourceText
import Testing

@Suite struct ReadProjectTests {
  private static let whole = """
    language: 1
    exports: [exports/]
    policies: [failover, ./ours]
    devices:
      client: { export: exports/client.rsc, untrusted: [lte1] }
      server: { export: exports/server.rsc, untrusted: [], known-as: [192.0.2.240] }
    sites:
      campus:
        devices: [client, server]
        paths:
          - { name: FO, watch: gateway, interfaces: { client: [ether1], server: sfp1 } }
          - { name: LTE, watch: beyond-gateway, interfaces: { client: [lte1, bridge1] } }
        lans: { client: [198.51.100.0/24] }
    others: [203.0.113.0/24]
    rules:
      a: { parameters: { longest: 30s, lists: [a, b] }, severity: info, unknown: fail }
      b: { severity: off, reason: the channel plan belongs to others }
    exceptions:
      - rule: a
        device: server
        where: { user: test1 }
        reason: NET-418
        owner: noc@example.com
        until: 2027-01-31
    inline-exceptions: no
    baseline: baseline.json
    """

  @Test func readsAWholeProject() throws {
    let project = try readProject(SourceFile(name: "jalur.yaml", text: Self.whole))
    #expect(project.exports.map(\.text) == ["exports/"])
    #expect(project.policies?.map(\.text) == ["failover", "./ours"])
    #expect(project.devices.map { $0.untrusted?.map(\.text) } == [["lte1"], []])
    #expect(project.sites.first?.paths.map(\.name.text) == ["FO", "LTE"])
    #expect(
      project.sites.first?.paths.first?.interfaces.map(\.device.text) == ["client", "server"])
    #expect(project.rules.map(\.isOff) == [false, true])
    #expect(
      project.rules.first?.parameters.map { $0.values.map(\.text) } == [["30s"], ["a", "b"]])
    #expect(project.exceptions.map(\.until.description) == ["2027-01-31"])
    #expect(project.inlineLimit == nil)
    #expect(project.baseline != nil)
  }

  @Test(arguments: [
    ("language: 2", "language '2' of projects is not known; expected '1'"),
    ("exports: [a]", "'language' is missing"),
    ("language: 1\nexprots: [a]", "unknown key 'exprots'; did you mean 'exports'?"),
    ("language: 1\nexports: a", "'exports' expects a list, such as [a, b]"),
    ("language: 1\nexports: [/etc]", "'/etc' leads out of the folder of this file"),
    ("language: 1\nexports: [a/../../b]", "'a/../../b' leads out of the folder of this file"),
    ("language: 1\nbaseline: ../b", "'../b' leads out of the folder of this file"),
    ("language: 1\nrules: { a: { severity: off } }", "a rule that is off needs a 'reason'"),
    (
      "language: 1\nrules: { a: { severity: fatal } }",
      "unknown severity 'fatal'; expected one of error, info, off, warning"
    ),
    ("language: 1\nexceptions: [{ rule: a, owner: b, until: 2027-01-31 }]", "'reason' is missing"),
    ("language: 1\nexceptions: [{ rule: a, reason: r, until: 2027-01-31 }]", "'owner' is missing"),
    ("language: 1\nexceptions: [{ rule: a, reason: r, owner: b }]", "'until' is missing"),
    (
      "language: 1\nexceptions: [{ rule: a, reason: r, owner: b, until: 2027-02-29 }]",
      "'2027-02-29' is no day; expected one such as 2027-01-31"
    ),
    (
      "language: 1\ndevices: { client: {} }\nsites: { s: { devices: [clint] } }",
      "no device 'clint'; did you mean 'client'?"
    ),
    (
      "language: 1\nsites: { s: { devices: [client] } }",
      "no device 'client'; name it under 'devices' with its export"
    ),
    (
      "language: 1\ndevices: { a: {} }\nsites: { s: { devices: [a] }, t: { devices: [a] } }",
      "device 'a' is in two sites"
    ),
    (
      "language: 1\ndevices: { a: {} }\nsites: { s: { devices: [a], paths: [{ name: p, watch: gatway }] } }",
      "unknown watch 'gatway'; did you mean 'gateway'?"
    ),
    (
      "language: 1\ninline-exceptions: maybe",
      "unknown limit 'maybe'; expected one of error, info, no, warning"
    ),
  ])
  func refusesWithASentence(text: String, message: String) {
    do throws(SourceError) {
      _ = try readProject(SourceFile(name: "jalur.yaml", text: text))
      Issue.record("must be refused: \(message)")
    } catch { #expect(error.message == message) }
  }

  @Test(arguments: [
    (0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (20_454, "2026-01-01"),
    (20_848, "2027-01-30"),
  ])
  func daysAreCounted(count: Int, text: String) {
    #expect(Day(daysSince1970: count).description == text)
    #expect(Day(text) == Day(daysSince1970: count))
  }

  @Test(arguments: [
    "2027-1-31", "2027-13-01", "2027-02-29", "2027-00-10", "2027-01-00", "+027-01-01", "",
  ])
  func whatIsNoDayIsNone(text: String) { #expect(Day(text) == nil) }
}
