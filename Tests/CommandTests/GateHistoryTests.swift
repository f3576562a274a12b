import Foundation
import Testing

/// What the gate makes of histories: renames, other heads, and checkouts in which no base can be told.
@Suite struct GateHistoryTests {
  private static let routes =
    "/ip route\nadd gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n"
  private static let tie = "/ip route\nadd gateway=192.0.2.1\nadd gateway=198.51.100.1\n"
  private static let secret = "/ppp secret\nadd name=a password=open-sesame\n"

  @Test(arguments: [true, false]) func aRenamedExportKeepsItsFindings(isTracked: Bool) throws {
    let checkout = try Checkout()
    try checkout.commit(Self.tie)
    if isTracked {
      try checkout.git("mv", "router.rsc", "gateway.rsc")
    } else {
      try checkout.remove("router.rsc")
      try checkout.write(Self.tie, to: "gateway.rsc")
    }
    let result = try checkout.gate()
    #expect(result.status == 0, "\(result)")
    #expect(
      result.output == "changed:\n  → gateway.rsc: was router.rsc, no change of meaning\n\n"
        + "gate: nothing new, 1 export changed\n")
  }

  @Test func anExportThatIsRenamedAndEditedIsCompared() throws {
    let checkout = try Checkout()
    let notes = (1...20).map { "# line \($0)\n" }.joined()
    try checkout.commit(notes + Self.routes)
    try checkout.git("mv", "router.rsc", "gateway.rsc")
    try checkout.commit(notes + Self.tie, to: "gateway.rsc")
    for head in ["WORKTREE", "HEAD"] {
      let result = try checkout.gate("--head", head, base: "HEAD~1")
      #expect(result.status == 1 && result.output.contains("error[default-route-distance-tie]"))
      #expect(
        result.output.hasPrefix(
          "changed:\n  → gateway.rsc: was router.rsc, 1 changed\n      /ip route\n"), "\(result)")
    }
  }

  @Test func aHeadIsJudgedWhateverTheTreeHolds() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    try checkout.git("checkout", "-qb", "change")
    try checkout.commit(Self.tie)
    try checkout.git("checkout", "-q", "main")
    try checkout.write("/ip route\nadd gateway=\"", to: "broken.rsc")
    let result = try checkout.gate("--head", "change")
    #expect(result.status == 1 && result.error.isEmpty, "\(result)")
    #expect(result.output.contains("distance  2 → 1"))
    #expect(result.output.hasSuffix("gate: 1 new error, 1 export changed\n"), "\(result)")
    let same = try checkout.gate("--head", "main")
    #expect(same.status == 0 && same.output == "gate: nothing new, 0 exports changed\n")
    let none = try checkout.gate("--head", "no-such")
    #expect(none.status == 2 && none.error.contains("'no-such' is no commit here"))
  }

  @Test func whatAHeadCannotReadNeverPasses() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.tie)
    try checkout.write(Data([0x23, 0]), to: "router.rsc")
    try checkout.commit()
    let result = try checkout.gate("--head", "HEAD", base: "HEAD~1")
    #expect(result.status == 2 && !result.output.contains("fixed:"), "\(result)")
    #expect(result.output.contains("gate: cannot tell;"))
    #expect(result.error.hasPrefix("jalur: 'router.rsc' is empty or no text; expected a Router"))
    for (format, words) in [
      ("github", "::error title=jalur::'router.rsc' is empty or no text"),
      ("json", "\"complete\":false"), ("junit", "errors=\"1\""),
      ("markdown", "### Jalur: cannot tell; in what could be read, "),
      ("sarif", "\"executionSuccessful\":false"),
    ] {
      let shown = try checkout.gate("--head", "HEAD", "--format", format, base: "HEAD~1")
      #expect(shown.status == 2 && shown.output.contains(words), "\(format): \(shown)")
    }
  }

  @Test func pathsLimitWhatIsReported() throws {
    let checkout = try Checkout()
    try checkout.write(Self.routes, to: "a/router.rsc")
    try checkout.commit(Self.routes, to: "b/router.rsc")
    try checkout.write(Self.tie, to: "a/router.rsc")
    try checkout.write(Self.secret + Self.tie, to: "b/router.rsc")
    let result = try checkout.gate("./a/")
    #expect(result.output.contains("a/router.rsc") && !result.output.contains("b/router.rsc"))
    #expect(result.output.hasSuffix("gate: 1 new error, 1 export changed\n"), "\(result)")
    #expect(
      try checkout.gate("a", "b/router.rsc").output.hasSuffix("3 new errors, 2 exports changed\n"))
    let missing = try checkout.gate("c")
    #expect(
      missing.status == 2 && missing.error.contains("no export is at 'c', now or at the merge"))
    let outside = try checkout.gate("../x")
    #expect(
      outside.status == 2 && outside.error.contains("'../x' must be a path below the current"))
  }

  @Test func severalMergeBasesEndWithTwo() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    try checkout.git("checkout", "-qb", "change")
    try checkout.commit(Self.routes, to: "a.rsc")
    try checkout.git("checkout", "-q", "main")
    try checkout.commit(Self.routes, to: "b.rsc")
    try checkout.git("branch", "-q", "old")
    try checkout.git("merge", "-q", "-m", "x", "change")
    try checkout.git("checkout", "-q", "change")
    try checkout.git("merge", "-q", "-m", "x", "old")
    let result = try checkout.gate()
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(
      result.error == "jalur: 'main' and HEAD have 2 merge bases; merge 'main' into HEAD, or give "
        + "--base the commit to compare with\n", "\(result)")
    #expect(try checkout.gate(base: "old").status == 0)
  }

  @Test func aCheckoutOfSomebodyElseSaysSo() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1"
    environment["LC_ALL"] = "de_DE.UTF-8"
    let result = try runProgram(
      program, ["gate", "--base", "main"] + byFirstRules, in: checkout.folder,
      environment: environment)
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("jalur: git does not trust this checkout"), "\(result)")
    #expect(
      result.error.hasSuffix(
        "run: git config --global --add safe.directory '\(checkout.folder.path)'\n"),
      "\(result)")
    #expect(result.error.split(separator: "\n").count == 1)
  }

  /// No program that a checkout names is run.
  @Test func nothingOfTheCheckoutRuns() throws {
    let checkout = try Checkout()
    try checkout.write("*.rsc diff=evil\n", to: ".gitattributes")
    try checkout.commit(Self.routes)
    for setting in ["diff.external", "diff.evil.textconv", "diff.evil.command", "core.fsmonitor"] {
      try checkout.git("config", setting, "touch \(checkout.folder.path)/ran; false")
    }
    try checkout.write(Self.tie)
    #expect(try checkout.gate().status == 1)
    #expect(try checkout.gate("--head", "HEAD").status == 0)
    #expect(!FileManager.default.fileExists(atPath: checkout.folder.appending(path: "ran").path))
  }

  @Test func aChangeOfTheRulesIsShown() throws {
    let checkout = try Checkout()
    let rule =
      "id: a\nseverity: warning\nmessage: m\nwhy: w\nfix: f\n"
      + "select: { view: default-routes, where: { disabled: [yes, no] } }\nexpect: { distance: 9 }\n"
    try checkout.write(rule, to: "rules/a.yaml")
    try checkout.commit(Self.routes)
    try checkout.write(rule.replacing("warning", with: "info"), to: "rules/a.yaml")
    try checkout.write(rule.replacing("id: a", with: "id: b"), to: "rules/b.yaml")
    let result = try checkout.gate("--policies", "rules")
    #expect(
      result.output.hasPrefix("judged by other rules:\n  ~ rules/a.yaml\n  + rules/b.yaml\n\n"),
      "\(result)")
    #expect(try !checkout.gate().output.contains("judged by"))
    try checkout.write("language: 1\nexports: [.]\n", to: "jalur.yaml")
    for format in ["text", "markdown", "json"] {
      let shown = try checkout.gate("--format", format)
      #expect(shown.status == 0 && shown.output.contains("jalur.yaml"), "\(shown)")
    }
  }

  @Test func aChangeOfAnExceptionIsShown() throws {
    let checkout = try Checkout()
    let head = "language: 1\nexports: [.]\n"
    try checkout.write(head, to: "jalur.yaml")
    try checkout.commit(Self.routes)
    let exception =
      "  - { rule: default-route-pair, reason: planned, owner: a, until: 2027-01-31 }\n"
    try checkout.write(head + "exceptions:\n\(exception)", to: "jalur.yaml")
    let comment = "comment=\"jalur:allow default-route-pair until=2027-02-28 so it is\""
    try checkout.write(Self.routes.replacing("add distance", with: "add \(comment) distance"))
    let lines = [
      "default-route-pair until 2027-01-31: planned (jalur.yaml)\n",
      "default-route-pair until 2027-02-28 (router.rsc)\n",
    ]
    let brought = try checkout.gate("--today", "2026-11-25")
    #expect(
      brought.output.contains("excepted otherwise:\n  + \(lines[0])  + \(lines[1])\n"),
      "\(brought)")
    let markdown = try checkout.gate("--today", "2026-11-25", "--format", "markdown").output
    #expect(markdown.contains("```diff\n+ \(lines[0])+ \(lines[1])```\n"), "\(markdown)")
    let json = try checkout.gate("--today", "2026-11-25", "--format", "json").output
    #expect(
      json.contains(
        #""exceptions":[{"file":"jalur.yaml","kind":"added","rule":"default-route-pair","scope":null,"#
      ),
      "\(json)")
    try checkout.commit()
    try checkout.write(head, to: "jalur.yaml")
    try checkout.write(Self.routes)
    let gone = try checkout.gate("--today", "2026-11-25")
    #expect(
      gone.output.contains("excepted otherwise:\n  - \(lines[0])  - \(lines[1])\n"), "\(gone)")
  }
}
