import Foundation
import Testing

private let rule = """
  id: no-telnet
  severity: warning
  message: service {name} is on
  why: it speaks in clear text
  fix: switch it off
  select: { menu: /ip service, where: { name: telnet } }
  expect: { disabled: yes }

  """

private let page = """
  # No telnet
  ```rsc
  /ip service
  set telnet disabled=no
  #          ^^^^^^^^^^^
  ```
  ```rsc
  /ip service
  set telnet disabled=yes
  ```

  """

private let pack = "language: 1\npack: ours\nabout: what we ask of our routers\n"

@Suite struct TestCommandTests {
  /// Every page there is. `UPDATE=1` rewrites the reports, and fails once so that they are looked at.
  @Test func theShippedPagesHold() throws {
    let result = try jalur("test", "Policies", in: AuditTests.root)
    #expect(
      result.status == 0,
      "\(result.output)\(result.error)UPDATE=1 make test rewrites the reports")
    guard ProcessInfo.processInfo.environment["UPDATE"] == "1", result.status != 0 else { return }
    _ = try jalur("test", "--update", "Policies", in: AuditTests.root)
  }

  @Test func pagesThatHoldAreSaidSo() throws {
    let rules = try RuleFolder(
      ["ours/pack.yaml": pack, "ours/no-telnet.yaml": rule, "ours/no-telnet.md": page])
    let result = try jalur("test", "ours", in: rules.folder)
    #expect(
      result.output == "ours/no-telnet.md: 2 examples hold\n1 page, 2 examples: all hold\n")
    #expect(result.status == 0 && result.error.isEmpty)
    let twice = try jalur("test", "ours/no-telnet.md", "ours/no-telnet.yaml", in: rules.folder)
    #expect(twice.output.hasSuffix("1 page, 2 examples: all hold\n"))
    let stranger = try jalur("test", "ours/no-telnet.txt", in: rules.folder)
    #expect(stranger.status == 2)
    #expect(
      stranger.error == "jalur: 'ours/no-telnet.txt' is no rule; expected RULE.yaml or RULE.md\n")
  }

  @Test(arguments: ["no-telnet.yaml", "no-telnet.md", ".", "./no-telnet.yaml"])
  func filesAndFoldersAreTested(path: String) throws {
    let rules = try RuleFolder(["no-telnet.yaml": rule, "no-telnet.md": page])
    #expect(try jalur("test", path, in: rules.folder).status == 0)
  }

  @Test func whatDoesNotHoldEndsWithOne() throws {
    let rules = try RuleFolder([
      "no-telnet.yaml": rule, "no-telnet.md": page.replacing("#          ^", with: "#           ^"),
    ])
    let result = try jalur("test", "no-telnet.yaml", in: rules.folder)
    #expect(result.status == 2, "the mark reaches beyond its line")
    #expect(result.error.contains("no-telnet.md:5:13: this mark reaches beyond the line above it"))
    try Data(page.replacing("#          ^", with: "#         ^").utf8).write(
      to: rules.folder.appending(path: "no-telnet.md"))
    let moved = try jalur("test", "no-telnet.yaml", in: rules.folder)
    #expect(moved.status == 1)
    #expect(
      moved.output == """
        no-telnet.md:4:11-21: this mark expects a fail, and none is here
        no-telnet.md:4:12-22: nothing marks this fail: service telnet is on
        1 page, 2 examples: 2 failures

        """)
  }

  @Test func reportsAreRewrittenWhenAsked() throws {
    let rules = try RuleFolder([
      "no-telnet.yaml": rule, "no-telnet.md": page + "```text\n```\n",
    ])
    let stale = try jalur("test", "no-telnet.md", in: rules.folder)
    #expect(stale.status == 1)
    #expect(
      stale.output.hasPrefix(
        "no-telnet.md:12:1-1: this report is not what an audit says now; see jalur test --update\n")
    )
    let updated = try jalur("test", "--update", "no-telnet.md", in: rules.folder)
    #expect(updated.status == 0 && updated.output.hasPrefix("no-telnet.md: updated\n"))
    #expect(
      try rules.text("no-telnet.md")
        == page + "```text\n1 export, 1 statement, 1 rule: no findings\n```\n")
    #expect(try jalur("test", "no-telnet.md", in: rules.folder).status == 0)
  }

  @Test(arguments: [
    (["no-telnet.yaml": rule], "rule 'no-telnet' has no page; expected 'no-telnet.md'"),
    (
      ["no-telnet.yaml": rule, "no-telnet.md": "# None\n"],
      "no-telnet.md:1:1: the page shows no example; expected a block that begins with ```rsc"
    ),
    (
      ["no-telnet.yaml": rule, "no-telnet.md": "```rcs\n```\n"],
      "no-telnet.md:1:4: unknown block 'rcs'; did you mean 'rsc'?"
    ),
    (
      ["no-telnet.yaml": rule.replacing("expect:", with: "expact:"), "no-telnet.md": page],
      "no-telnet.yaml:7:1: unknown key 'expact'; did you mean 'expect'?"
    ),
    (
      ["no-telnet.yaml": rule.replacing("disabled", with: "disbled"), "no-telnet.md": page],
      "no-telnet.yaml:7:11: no column 'disbled'; did you mean 'disabled'?"
    ),
    (
      ["telnet.yaml": rule, "telnet.md": page],
      "telnet.yaml:1:5: rule 'no-telnet' must be named like its file"
    ),
    (["ours/README.md": page], "no rule found; expected files named RULE.yaml"),
    (["ours/a.md": page], "'ours/a.md' is the page of no rule; expected 'ours/a.yaml'"),
    (
      ["no-telnet.yaml": rule, "no-telnet.md": ""],
      "'no-telnet.md' is empty; expected the page of a rule"
    ),
    (
      ["ours/pack.yaml": pack.replacing("about", with: "abuot"), "a.yaml": rule],
      "ours/pack.yaml:3:1: unknown key 'abuot'; did you mean 'about'?"
    ),
  ])
  func whatCannotBeTestedEndsWithTwo(files: [String: String], message: String) throws {
    let rules = try RuleFolder(files)
    let result = try jalur("test", ".", in: rules.folder)
    #expect(result.status == 2)
    #expect(
      result.error.replacing("./", with: "").contains("jalur: \(message)\n"), "\(result.error)")
  }

  /// A rule that finds everything, or nothing, must not hold.
  @Test func aPageNeedsWhatFailsAndWhatPasses() throws {
    let fails = "```rsc 7\n/ip service\nset telnet disabled=no\n#          ^^^^^^^^^^^\n```\n"
    let passes = "```rsc 6\n/ip service\nset telnet disabled=yes\n```\n"
    func said(_ page: String) throws -> [String] {
      let rules = try RuleFolder(["no-telnet.yaml": rule, "no-telnet.md": page])
      let result = try jalur("test", ".", in: rules.folder)
      #expect(result.status == (result.output.contains("all hold") ? 0 : 1))
      return result.output.split(separator: "\n").map(String.init)
    }
    #expect(try said(fails + passes).last == "1 page, 2 examples: all hold")
    #expect(
      try said(fails) == [
        "./no-telnet.md:1:1-1: no example passes; show one without marks",
        "1 page, 1 example: 1 failure",
      ])
    #expect(
      try said(passes) == [
        "./no-telnet.md:1:1-1: no example fails; mark what does with ^ below its line",
        "1 page, 1 example: 1 failure",
      ])
  }

  @Test func oneBadPageOfManyDoesNotHideTheOthers() throws {
    let rules = try RuleFolder([
      "a.yaml": "id: a\n", "no-telnet.yaml": rule, "no-telnet.md": page,
    ])
    let result = try jalur("test", ".", in: rules.folder)
    #expect(result.status == 2 && result.output.contains("no-telnet.md: 2 examples hold\n"))
    #expect(result.output.hasSuffix("1 page, 2 examples: the rest could not be tested\n"))
  }

  @Test(arguments: [(pack, 0), (pack.replacing("ours", with: "yours"), 2), ("", 0)])
  func anAuditChecksThePackOfItsRules(pack: String, status: Int) throws {
    var files = ["ours/no-telnet.yaml": rule]
    if !pack.isEmpty { files["ours/pack.yaml"] = pack }
    let rules = try RuleFolder(files)
    let result = try jalur(
      "audit", "--policies", "ours", "--rule", "no-telnet", "-",
      input: "/ip service\nset telnet disabled=yes\n",
      in: rules.folder)
    #expect(Int(result.status) == status, "\(result.error)")
    if status == 2 {
      #expect(result.error.contains(":2:7: pack 'yours' must be named like its folder, 'ours'"))
    }
  }
}
