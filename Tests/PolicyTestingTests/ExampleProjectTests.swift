import Diagnostics
import Policy
import PolicyTesting
import Report
import SourceText
import Testing

/// A rule that no export alone can break.
private let order = """
  id: order
  severity: error
  message: path {path} has distance {distance}
  why: the main path goes first
  fix: change one
  parameters: { tables: { default: [main], about: routing tables that are judged } }
  select: { view: default-routes, where: { disabled: no, routing-table: $tables, path: { present: yes } } }
  expect: { strictly-ordered: { column: distance, by: path } }
  """

private let export = """
  ```rsc edge 7.16
  /ip address
  add address=192.0.2.2/24 interface=ether1
  add address=198.51.100.2/24 interface=ether2
  /ip route
  add distance=2 gateway=192.0.2.1
  #   ^^^^^^^^^^
  add distance=1 gateway=198.51.100.1
  ```

  """

private let site = """
  sites:
    campus:
      devices: [edge]
      paths:
        - { name: fibre, interfaces: { edge: [ether1] } }
        - { name: mobile, interfaces: { edge: [ether2] } }

  """

private func project(_ text: String) -> String { "```yaml jalur.yaml\n\(text)```\n" }

/// What is wrong with a page, as the program prints it, or what makes it none.
private func complaints(_ page: String, by rule: String = order) throws -> [String] {
  let rule = try readRule(SourceFile(name: "order.yaml", text: rule))
  func line(_ error: SourceError) -> String { String(renderErrorsWithColumns([error]).dropLast()) }
  do throws(SourceError) {
    let page = try readPage(SourceFile(name: "order.md", text: page))
    return try runPage(page, of: rule).discrepancies.map(line)
  } catch {
    return [line(error)]
  }
}

@Suite struct ExampleProjectTests {
  @Test func sitesAndPathsOfAProjectTakeEffect() throws {
    #expect(try complaints("# A\n" + export + project(site)) == [])
    #expect(try complaints("# A\n" + project(site) + export) == [])
    #expect(try complaints("# A\n" + export).count == 1)
  }

  @Test func aProjectHoldsUnderItsHeadingAlone() throws {
    let clean = export.replacing("#   ^^^^^^^^^^\n", with: "")
    #expect(try complaints("# A\n" + export + project(site) + "# B\n" + clean) == [])
    let doubled = "# A\n" + export + project(site) + project(site)
    #expect(
      try complaints(doubled) == [
        "order.md:19:1-18: a second project under one heading; expected one"
      ])
  }

  @Test func itsParametersTakeEffect() throws {
    let other = site + "rules: { order: { parameters: { tables: [guest] } } }\n"
    #expect(
      try complaints("# A\n" + export + project(other)) == [
        "order.md:7:5-14: this mark expects a fail, and none is here"
      ])
  }

  @Test func itsOthersAreOutside() throws {
    let rule = """
      id: far
      severity: error
      message: m
      why: w
      fix: f
      select: { view: bgp-sessions, where: { disabled: no } }
      expect: { far: outside }
      """
    let page = """
      # A
      ```rsc edge 7.16
      /routing bgp connection
      add as=64496 local.role=ebgp name=isp remote.address=192.0.2.1 .as=64497
      ```

      """
    let others = project("others: [192.0.2.0/24]\n")
    #expect(try complaints(page, by: rule).count == 1)
    #expect(try complaints(page + others, by: rule) == [])
    // An export without a name is one more example there.
    #expect(try complaints(page.replacing("edge ", with: "") + others, by: rule) == [])
  }

  @Test func devicesMayBeNamedByTheirExports() throws {
    let named =
      site.replacing("edge", with: "border") + "devices: { border: { export: edge.rsc } }\n"
    #expect(try complaints("# A\n" + export + project(named)) == [])
    #expect(
      try complaints("# A\n" + export + project(named.replacing("edge.rsc", with: "egde.rsc"))) == [
        "order.md:18:30-37: unknown export 'egde.rsc'; did you mean 'edge.rsc'?"
      ])
  }

  private static let exception = """
    exceptions:
      - { rule: order, reason: the fibre is being mended, owner: noc@example.com, until: 2026-01-01 }

    """

  @Test func itsExceptionsCoverOnTheDayOfPages() throws {
    let clean = export.replacing("#   ^^^^^^^^^^\n", with: "")
    #expect(try complaints("# A\n" + clean + project(site + Self.exception)) == [])
  }

  @Test func anExceptionThatEndedIsMarkedInTheProject() throws {
    let ended = Self.exception.replacing("2026-01-01", with: "2025-12-31")
    #expect(
      try complaints("# A\n" + export + project(site + ended)) == [
        "order.md:19:13-17: nothing marks this fail: this exception ended on 2025-12-31: order"
      ])
    #expect(try complaints("# A\n" + export + project(site + ended + "#           ^^^^^\n")) == [])
  }

  @Test func anExceptionThatNothingNeedsIsNotSilent() throws {
    let clean = export.replacing("distance=2", with: "distance=0").replacing(
      "#   ^^^^^^^^^^\n", with: "")
    #expect(
      try complaints(
        "# A\n"
          + clean.replacing("distance=0", with: "distance=1")
          .replacing("add distance=1 gateway=198", with: "add distance=2 gateway=198")
          + project(site + Self.exception)) == [
          "order.md:18:13-17: nothing marks this fail: nothing that order finds needs this exception"
        ])
  }

  @Test func aSeverityOfTheProjectIsInTheReport() throws {
    let page =
      "# A\n" + export + project(site + "rules: { order: { severity: info } }\n") + "```text\n```\n"
    let rule = try readRule(SourceFile(name: "order.yaml", text: order))
    let updated = try runPage(try readPage(SourceFile(name: "order.md", text: page)), of: rule)
      .updated
    #expect(String(decoding: updated, as: UTF8.self).contains("\ninfo[order]: path fibre"))
  }

  @Test(arguments: [
    ("exports: [.]\n", "12:1-7: an example has no 'exports'; leave it out"),
    ("policies: [fleet]\n", "12:1-8: an example has no 'policies'; leave it out"),
    ("baseline: b\n", "12:1-8: an example has no 'baseline'; leave it out"),
    ("language: 2\n", "12:11-11: language '2' of projects is not known; expected '1'"),
    ("ohters: []\n", "12:1-6: unknown key 'ohters'; did you mean 'others'?"),
    ("others: [a]\n", "12:10-10: 'a' is no address or network"),
    ("sites: { s: { devices: [egde] } }\n", "12:25-28: no device 'egde'; did you mean 'edge'?"),
    ("rules: { oder: { severity: info } }\n", "12:10-13: no rule 'oder'; did you mean 'order'?"),
    (
      "rules: { order: { severity: off, reason: r } }\n",
      "12:1-1: this project turns the rule off, so that its example shows nothing"
    ), ("a: b: c\n", "12:5-5: YAML reads a colon and a blank as the end of a key; quote the text"),
  ])
  func aWrongProjectIsRefusedWithItsPlaceInThePage(text: String, message: String) throws {
    let found = try complaints("# A\n" + export + project(text))
    #expect(found == ["order.md:\(message)"])
  }

  @Test func aDeviceWithoutAnExportIsRefused() throws {
    let page = "# A\n```rsc 7.16\n/ip route\n```\n" + project("sites: { s: { devices: [edge] } }\n")
    #expect(
      try complaints(page) == ["order.md:6:25-28: no device 'edge'; name its export behind 'rsc'"])
  }

  @Test func aDeviceMayBeAbsent() throws {
    let absent =
      site.replacing("devices: [edge]", with: "devices: [edge, hub]") + "devices: { hub: {} }\n"
    #expect(try complaints("# A\n" + export + project(absent)) == [])
  }
}
