import Foundation
import Testing

/// A rule of the user's beside those of Jalur, and in the place of one.
@Suite struct OwnRuleTests {
  /// The shipped rule of that id asks for more.
  private static let rule = """
    id: svc-cleartext
    severity: info
    message: "{name} is on, which we know"
    why: w
    fix: f
    select: { menu: /ip service, where: { name: telnet } }
    expect: { disabled: yes }

    """
  private static let export = """
    # 2026-01-01 00:00:00 by RouterOS 7.18
    /ip service
    set telnet disabled=no
    set ftp disabled=no

    """

  private func run(_ arguments: String..., files: [String: String] = [:]) throws -> (
    status: Int32, output: String, error: String
  ) {
    let rules = try RuleFolder(
      ["ours/svc-cleartext.yaml": Self.rule, "edge.rsc": Self.export].merging(files) { $1 })
    return try runProgram(program, arguments, in: rules.folder)
  }

  @Test func itTakesThePlaceOfTheShippedRuleOfItsID() throws {
    let result = try run("audit", "--rule", "svc-cleartext", "--policies", "ours", "edge.rsc")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.hasPrefix("info[svc-cleartext]: telnet is on, which we know\n"))
    #expect(result.output.hasSuffix("1 export, 2 statements, 1 rule: 1 info\n"))
    #expect(try run("audit", "--rule", "svc-cleartext", "edge.rsc").output.contains("error[svc-"))
  }

  @Test(arguments: ["hardening", "ours"])
  func itIsChosenByThePackOfEither(pack: String) throws {
    let result = try run("audit", "--pack", pack, "--policies", "ours", "edge.rsc")
    #expect(result.output.contains("info[svc-cleartext]: telnet"), "\(result.error)")
    #expect(!result.output.contains("error[svc-cleartext]"))
  }

  @Test func aProjectMayNameBoth() throws {
    let project = "language: 1\nexports: [.]\npolicies: [hardening, ./ours]\n"
    let result = try run("audit", files: ["jalur.yaml": project])
    #expect(result.output.contains("info[svc-cleartext]: telnet"), "\(result.error)")
    #expect(!result.output.contains("error[svc-cleartext]"))
    // The same folder once more is the same rules.
    let twice = try run("audit", "--policies", "./ours/", files: ["jalur.yaml": project])
    #expect(twice.output == result.output && twice.error == result.error, "\(twice.error)")
  }

  @Test func itIsWhatRulesAndExplainShow() throws {
    let page = ["ours/svc-cleartext.md": "# Ours\n"]
    let list = try run("rules", "--policies", "ours", "--format", "markdown").output
    #expect(list.split(separator: "\n").count { $0.contains("svc-cleartext") } == 1)
    #expect(list.contains("which we know"))
    #expect(
      try run("explain", "svc-cleartext", "--policies", "ours", files: page).output == "# Ours\n")
    #expect(
      try run("explain", "svc-cleertext", "--policies", "ours").error.contains(
        "did you mean 'svc-cleartext'?"))
  }

  @Test func twoOwnRulesCannotShareAnID() throws {
    let result = try run(
      "audit", "--policies", "ours", "--policies", "theirs", "edge.rsc",
      files: ["theirs/svc-cleartext.yaml": Self.rule])
    #expect(result.status == 2)
    #expect(
      result.error
        == "jalur: theirs/svc-cleartext.yaml:1:5: rule 'svc-cleartext' is defined twice; "
        + "the first is at ours/svc-cleartext.yaml:1:5\n", "\(result.error)")
  }

  @Test func noRuleIsNamedLikeWhatJalurFindsOfExports() throws {
    let rule = Self.rule.replacing("svc-cleartext", with: "unknown-name")
    let result = try run(
      "audit", "--policies", "theirs", "edge.rsc", files: ["theirs/unknown-name.yaml": rule])
    #expect(result.status == 2)
    #expect(
      result.error.hasPrefix(
        "jalur: theirs/unknown-name.yaml:1:5: 'unknown-name' is what Jalur finds of exports"),
      "\(result.error)")
  }
}
