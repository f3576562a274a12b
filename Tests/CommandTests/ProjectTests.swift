import Foundation
import Testing

/// `jalur.yaml` at work: found, obeyed, and held against what is there.
@Suite struct ProjectTests {
  private static let export = """
    # 2026-01-01 00:00:00 by RouterOS 7.18
    /system identity
    set name=edge
    /ip service
    set telnet disabled=no
    set ftp disabled=no

    """
  private static let rule = """
    id: cleartext
    formerly: telnet
    severity: error
    message: service {name} is on
    why: it speaks in clear text
    fix: /ip service set {name} disabled=yes
    parameters: { names: { default: [telnet, ftp], about: services in clear text } }
    select: { menu: /ip service, where: { name: $names } }
    expect: { disabled: yes }

    """
  private static let head = "language: 1\nexports: [exports/]\npolicies: [./ours]\n"

  private func folder(_ project: String, export: String = export) throws -> RuleFolder {
    try RuleFolder([
      "jalur.yaml": Self.head + project, "exports/edge.rsc": export,
      "ours/cleartext.yaml": Self.rule,
      "exports/deep/none.txt": "",
    ])
  }

  private func audit(_ arguments: String..., project: String, export: String = export) throws -> (
    status: Int32, last: String, output: String, error: String
  ) {
    let rules = try folder(project, export: export)
    let result = try runProgram(
      program, ["audit", "--today", "2026-06-01"] + arguments, in: rules.folder)
    let last = result.output.split(separator: "\n").last.map(String.init) ?? ""
    return (result.status, last, result.output, result.error)
  }

  @Test func itIsFoundUpwards() throws {
    let rules = try folder("")
    for path in ["", "exports", "exports/deep"] {
      let result = try jalur("audit", in: rules.folder.appending(path: path))
      #expect(result.status == 1, "\(result.error)")
      #expect(result.output.hasSuffix("1 export, 3 statements, 1 rule: 2 errors\n"))
    }
    let elsewhere = try jalur(
      "audit", "--config", rules.folder.appending(path: "jalur.yaml").path)
    #expect(elsewhere.status == 1, "\(elsewhere.error)")
  }

  @Test func itIsNotSoughtAboveACheckout() throws {
    let rules = try folder("")
    let checkout = rules.folder.appending(path: "checkout/.git")
    try FileManager.default.createDirectory(at: checkout, withIntermediateDirectories: true)
    let result = try jalur("audit", in: rules.folder.appending(path: "checkout"))
    #expect(result.status == 2)
    #expect(
      result.error
        == "jalur: no exports given, and no jalur.yaml names any; name some, or see 'jalur init --help'\n"
    )
  }

  @Test(arguments: [
    ("rules: { cleartext: { severity: info } }", 0, "2 infos"),
    ("rules: { telnet: { severity: info } }", 0, "2 infos"),
    ("rules: { cleartext: { severity: off, reason: r } }", 0, "no findings"),
    ("rules: { cleartext: { parameters: { names: [ftp] } } }", 1, "1 error"),
    ("rules: { cleartext: { parameters: { names: ftp } } }", 1, "1 error"),
  ])
  func itSetsRules(project: String, status: Int32, words: String) throws {
    let result = try audit(project: project)
    #expect(result.status == status, "\(result.error)")
    #expect(result.last.hasSuffix(": \(words)"), "\(result.output)\(result.error)")
  }

  @Test(arguments: [
    ("where: { name: ftp }, until: 2026-06-01", 1, "1 error, 1 suppressed"),
    ("until: 2026-06-01", 0, "2 suppressed"),
    ("device: edge, until: 2026-06-01", 0, "2 suppressed"),
    ("where: { name: www }, until: 2026-06-01", 1, "2 errors, 1 warning"),
    ("until: 2026-05-31", 1, "2 errors, 1 warning"),
  ])
  func exceptionsCoverFindings(rest: String, status: Int32, words: String) throws {
    let result = try audit(
      project: "exceptions: [{ rule: cleartext, reason: NET-1, owner: noc, \(rest) }]")
    #expect(result.status == status, "\(result.error)")
    #expect(
      result.last.replacing("no findings, ", with: "").hasSuffix(": \(words)"), "\(result.output)")
  }

  @Test func whatIsSuppressedIsListedWhenAskedForAndMarkedInJSON() throws {
    let exception =
      "exceptions: [{ rule: cleartext, where: { name: ftp }, reason: NET-1, owner: noc, until: 2026-12-31 }]"
    let listed = try audit("--show-suppressed", project: exception)
    #expect(listed.output.contains("  = accepted: NET-1\n"))
    let json = try audit("--format", "json", project: exception).output
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let findings = try #require(object?["findings"] as? [[String: Any]])
    #expect(findings.map { $0["suppressed"] as? Bool } == [false, true])
    #expect((object?["summary"] as? [String: Int])?["suppressed"] == 1)
  }

  @Test func anEndedExceptionSaysSoAtWhatIsBack() throws {
    let result = try audit(
      project: "exceptions: [{ rule: cleartext, reason: r, owner: noc, until: 2026-05-31 }]")
    #expect(
      result.output.contains("warning[expired-exception]: this exception ended on 2026-05-31"))
    #expect(result.output.contains(" ::: jalur.yaml:4:22: excepted until 2026-05-31\n"))
  }

  @Test(arguments: [
    ("", 1, "2 errors, 1 warning"), ("inline-exceptions: error", 1, "1 error, 1 suppressed"),
    ("inline-exceptions: no", 1, "2 errors, 1 warning"),
    ("rules: { cleartext: { severity: warning } }", 0, "1 warning, 1 suppressed"),
  ])
  func commentsCoverUpToALimit(project: String, status: Int32, words: String) throws {
    // Services have no comments; a route has.
    let rule = """
      id: cleartext
      severity: error
      message: m
      why: w
      fix: f
      select: { menu: /ip route, where: { disabled: no } }
      expect: { distance: 5 }
      """
    let export =
      "/ip route\nadd comment=\"jalur:allow cleartext until=2026-12-31 later\" gateway=192.0.2.1\n"
      + "add gateway=192.0.2.2\n"
    let rules = try RuleFolder([
      "jalur.yaml": Self.head + project, "exports/edge.rsc": export, "ours/cleartext.yaml": rule,
    ])
    let result = try jalur("audit", "--today", "2026-06-01", in: rules.folder)
    #expect(result.status == status, "\(result.error)")
    #expect(result.output.hasSuffix(": \(words)\n"), "\(result.output)")
  }

  @Test(arguments: [
    ("policies: [failovr]", "no pack 'failovr'; did you mean 'failover'?"),
    ("policies: [../ours]", "no pack '../ours'; expected one of "),
    ("rules: { cleartxt: {} }", "no rule 'cleartxt'; did you mean 'cleartext'?"),
    (
      "rules: { cleartext: { parameters: { nams: a } } }",
      "no parameter 'nams'; did you mean 'names'?"
    ),
    (
      "rules: { unreadable-statement: { severity: off, reason: r } }",
      "'unreadable-statement' cannot be turned off"
    ),
    (
      "exceptions: [{ rule: unreadable-statement, reason: r, owner: o, until: 2027-01-01 }]",
      "nothing excepts from 'unreadable-statement'"
    ),
    (
      "exceptions: [{ rule: cleartext, where: { nam: a }, reason: r, owner: o, until: 2027-01-01 }]",
      "no column 'nam'; did you mean 'name'?"
    ),
    ("devices: { a: { export: exports/b.rsc } }", "'exports/b.rsc' does not exist"),
    ("others: [elsewhere]", "'elsewhere' is no address or network"),
  ])
  func whatIsNotThereIsRefusedWithItsPlace(project: String, message: String) throws {
    let head = project.hasPrefix("policies") ? "language: 1\nexports: [exports/]\n" : Self.head
    let rules = try RuleFolder([
      "jalur.yaml": head + project, "exports/edge.rsc": Self.export,
      "ours/cleartext.yaml": Self.rule,
    ])
    let result = try jalur("audit", in: rules.folder)
    #expect(result.status == 2)
    let line = head.split(separator: "\n").count + 1
    #expect(result.error.hasPrefix("jalur: jalur.yaml:\(line):"), "\(result.error)")
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func rulesAreChosen() throws {
    let kept = try folder("")
    func run(_ arguments: String...) throws -> String {
      let result = try runProgram(program, ["audit"] + arguments, in: kept.folder)
      return result.output.split(separator: "\n").last.map(String.init) ?? result.error
    }
    #expect(try run("--rule", "telnet") == "1 export, 3 statements, 1 rule: 2 errors")
    #expect(
      try run("--rule", "cleartxt") == "jalur: no rule 'cleartxt'; did you mean 'cleartext'?\n")
    #expect(try run("--pack", "ours") == "1 export, 3 statements, 1 rule: 2 errors")
    #expect(try run("--pack", "our") == "jalur: no pack 'our'; did you mean 'ours'?\n")
    #expect(try run("--today", "soon").hasPrefix("jalur: the value 'soon' is invalid for '--today"))
  }

  /// A rule passes where the export says nothing that it can read; so that is said whatever is chosen.
  @Test(arguments: [["--rule", "cleartext"], ["--pack", "ours"], []])
  func noChoiceSilencesWhatIsWrongWithAnExport(choice: [String]) throws {
    let export = """
      # 2026-01-01 00:00:00 by RouterOS 7.18
      /ip servise
      set telnet disabled=no
      /ip service
      set ftp disabled=yess
      /ip route
      add comment="jalur:allow cleartext because" gateway=192.0.2.1
      add gateway="192.0.2.1

      """
    let exception =
      "exceptions: [{ rule: cleartext, reason: r, owner: noc, until: 2026-05-31 }]"
    let rules = try folder(exception, export: export)
    let result = try runProgram(
      program, ["audit", "--today", "2026-06-01"] + choice, in: rules.folder)
    #expect(result.status == 1)
    let said = Set(
      result.output.split(separator: "\n").filter { $0.contains("]: ") }
        .map { $0.prefix { $0 != ":" } })
    #expect(
      said == [
        "error[invalid-value]", "error[unreadable-statement]", "warning[expired-exception]",
        "warning[invalid-exception]", "warning[unknown-name]",
      ], "\(result.output)")
  }

  @Test func aStrictRuleIsJudgedWhenAskedFor() throws {
    let strict = Self.rule.replacing("severity: error", with: "severity: info\nprofile: strict")
    let rules = try RuleFolder([
      "jalur.yaml": Self.head, "exports/edge.rsc": Self.export, "ours/cleartext.yaml": strict,
    ])
    func last(_ arguments: String...) throws -> String {
      let result = try runProgram(program, ["audit"] + arguments, in: rules.folder)
      return result.output.split(separator: "\n").last.map(String.init) ?? result.error
    }
    #expect(try last() == "1 export, 3 statements, 0 rules: no findings")
    #expect(try last("--profile", "strict") == "1 export, 3 statements, 1 rule: 2 infos")
    #expect(try last("--rule", "cleartext") == "1 export, 3 statements, 1 rule: 2 infos")
    #expect(
      try last("--profile", "strict", "--severity", "warning")
        == "1 export, 3 statements, 1 rule: no findings")
  }

  @Test func sitesSayPathsAndWhoIsNotOurs() throws {
    let rule = """
      id: paths
      severity: info
      message: "{site} {path} {rank} {watch} {far}"
      why: w
      fix: f
      select: { view: tunnels, where: { disabled: no } }
      expect: { path: { present: no } }
      """
    let export = """
      # 2026-01-01 00:00:00 by RouterOS 7.18
      /interface l2tp-client
      add connect-to=203.0.113.9 disabled=no name=backup user=a
      /ip service
      set telnet disabled=yes

      """
    let project = """
      devices: { edge: { export: exports/edge.rsc } }
      sites:
        campus:
          devices: [edge]
          paths: [{ name: FO }, { name: LTE, watch: gateway, interfaces: { edge: backup } }]
      others: [203.0.113.0/24]
      """
    let rules = try RuleFolder([
      "jalur.yaml": Self.head + project, "exports/edge.rsc": export, "ours/paths.yaml": rule,
    ])
    let result = try jalur("audit", in: rules.folder)
    #expect(
      result.output.hasPrefix("info[paths]: campus LTE backup gateway outside\n"),
      "\(result.output)\(result.error)")
  }
}
