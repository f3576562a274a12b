import Foundation
import Testing

/// What is known when a network is taken on, and how that shrinks.
@Suite struct BaselineTests {
  private static let tie = "/ip route\nadd gateway=192.0.2.1\nadd gateway=198.51.100.1\n"
  private static let mended =
    "/ip route\nadd gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n"
  private static let secret = "/ppp secret\nadd name=a password=open-sesame\n"

  private static func audit(_ checkout: Checkout, _ arguments: String...) throws -> (
    status: Int32, output: String, error: String
  ) {
    try runProgram(program, ["audit"] + byFirstRules + arguments + ["."], in: checkout.folder)
  }

  private static func text(_ checkout: Checkout) throws -> String {
    try String(contentsOf: checkout.folder.appending(path: ".known"), encoding: .utf8)
  }

  @Test func onlyNewFindingsFail() throws {
    let checkout = try Checkout()
    try checkout.write(Self.tie, to: "b.rsc")
    try checkout.write(Self.secret, to: "a.rsc")
    let written = try Self.audit(checkout, "--write-baseline", ".known")
    #expect(written.status == 0 && written.error == "jalur: wrote 2 findings to '.known'\n")
    let lines = try Self.text(checkout).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(
      lines.map { $0.dropFirst(33) } == [
        "secret-in-export a.rsc", "default-route-distance-tie b.rsc",
      ])
    #expect(try !Self.text(checkout).contains("sesame"))
    let known = try Self.audit(checkout, "--baseline", ".known")
    #expect(known.status == 0 && known.error.isEmpty, "\(known)")
    #expect(known.output.hasSuffix("rules: no findings, 2 in the baseline\n"), "\(known)")
    try checkout.write("# moved\n\n" + Self.tie, to: "b.rsc")
    #expect(try Self.audit(checkout, "--baseline", ".known").status == 0)
    try checkout.write(Self.tie, to: "c.rsc")
    let new = try Self.audit(checkout, "--baseline", ".known")
    #expect(new.status == 1 && new.output.hasSuffix("1 error, 2 in the baseline\n"), "\(new)")
    #expect(new.output.contains("c.rsc") && !new.output.contains("b.rsc"))
  }

  @Test func goneFindingsAreSaidSoThatItShrinks() throws {
    let checkout = try Checkout()
    try checkout.write(Self.tie, to: "b.rsc")
    try checkout.write(Self.secret, to: "a.rsc")
    _ = try Self.audit(checkout, "--write-baseline", ".known")
    let before = try Self.text(checkout)
    try checkout.write(Self.mended, to: "b.rsc")
    let result = try Self.audit(checkout, "--baseline", ".known")
    #expect(result.status == 0, "\(result)")
    #expect(
      result.error == "jalur: 1 finding of '.known' is gone; delete the lines, or write it anew "
        + "with --write-baseline\n")
    #expect(result.output.contains("gone, and to be deleted from the baseline:\n  "))
    #expect(result.output.contains(" default-route-distance-tie b.rsc\n"))
    let json = try Self.audit(checkout, "--baseline", ".known", "--format", "json").output
    #expect(json.contains(#""suppressed":1,"gone":[{"rule":"default-route-distance-tie""#))
    _ = try Self.audit(checkout, "--write-baseline", ".known")
    let kept = try Self.text(checkout).split(separator: "\n")
    let lost = before.split(separator: "\n").filter { !kept.contains($0) }
    #expect(lost.count == 1 && kept.count == before.split(separator: "\n").count - 1)
  }

  /// Neither an export that was not audited nor a rule that cannot tell makes a finding gone.
  @Test func whatCannotBeToldIsNotGone() throws {
    let checkout = try Checkout()
    try checkout.write(Self.tie, to: "b.rsc")
    try checkout.write(Self.secret, to: "a.rsc")
    _ = try Self.audit(checkout, "--write-baseline", ".known")
    let part = try runProgram(
      program, ["audit"] + byFirstRules + ["--baseline", ".known", "a.rsc"], in: checkout.folder)
    #expect(part.status == 0 && !part.output.contains("gone"), "\(part)")
    #expect(
      part.error == "jalur: 1 finding of '.known' is of an export that this run did not audit\n")
    try checkout.write(
      "/interface lte\nset [ find default-name=lte1 ] name=lte1\n/ip route\nadd distance=2 gateway=192.0.2.1\n",
      to: "b.rsc")
    let doubted = try Self.audit(checkout, "--baseline", ".known")
    #expect(!doubted.output.contains("gone") && doubted.output.contains("unknown"), "\(doubted)")
  }

  private static let project = "language: 1\nexports: [.]\nbaseline: known.txt\n"

  @Test func theProjectMayNameIt() throws {
    let checkout = try Checkout()
    try checkout.write(Self.tie, to: "b.rsc")
    try checkout.write(Self.project, to: "jalur.yaml")
    func audit(_ arguments: String...) throws -> (status: Int32, output: String, error: String) {
      try runProgram(program, ["audit"] + byFirstRules + arguments, in: checkout.folder)
    }
    let missing = try audit()
    #expect(missing.status == 2)
    #expect(
      missing.error
        == "jalur: jalur.yaml:3:11: 'known.txt' does not exist; write it by 'jalur audit "
        + "--write-baseline known.txt'\n", "\(missing)")
    #expect(try audit("--write-baseline", "known.txt").status == 0)
    let known = try audit()
    #expect(known.status == 0 && known.output.hasSuffix("1 in the baseline\n"), "\(known)")
    let written = try String(
      contentsOf: checkout.folder.appending(path: "known.txt"), encoding: .utf8)
    let header = written.split(separator: "\n").prefix(2)
    try checkout.write(header.joined(separator: "\n") + "\n", to: "other.txt")
    #expect(try audit("--baseline", "other.txt").status == 1)
  }

  @Test func whatTheBaselineOfTheProjectHoldsIsNotNewToAGate() throws {
    let checkout = try Checkout()
    try checkout.write(Self.mended, to: "b.rsc")
    try checkout.write("language: 1\n", to: "jalur.yaml")
    try checkout.commit()
    try checkout.write(Self.tie, to: "b.rsc")
    #expect(try checkout.gate().status == 1)
    _ = try Self.audit(checkout, "--write-baseline", "known.txt")
    try checkout.write(Self.project, to: "jalur.yaml")
    let gate = try checkout.gate()
    #expect(gate.status == 0, "\(gate)")
    #expect(gate.output.contains("known.txt") && gate.output.contains("jalur.yaml"), "\(gate)")
  }

  /// A rule that was not asked does not make what it found gone.
  @Test(arguments: [
    ["--rule", "secret-in-export"], ["--pack", "secrets"], ["--severity", "error"],
  ])
  func whatWasNotAskedIsNotGone(choice: [String]) throws {
    let checkout = try Checkout()
    try checkout.write(
      "# 2026-01-01 00:00:00 by RouterOS 7.18\n/ip route\nadd gateway=192.0.2.1 scoope=1\n"
        + "add gateway=198.51.100.1\n", to: "b.rsc")
    let all = ["audit", "--rule", "default-route-distance-tie", "."]
    _ = try runProgram(program, all + ["--write-baseline", ".known"], in: checkout.folder)
    #expect(try Self.text(checkout).contains("default-route-distance-tie b.rsc"))
    let part = try runProgram(
      program, ["audit", ".", "--baseline", ".known"] + choice, in: checkout.folder)
    #expect(!part.output.contains("gone") && !part.error.contains("gone"), "\(part)")
  }

  @Test func whatCannotBeReadIsNeverKnown() throws {
    let checkout = try Checkout()
    try checkout.write("/ip route\nadd gateway=\"192.0.2.1\n")
    let written = try Self.audit(checkout, "--write-baseline", ".known")
    #expect(written.error.contains("left out 1 statement that cannot be read"), "\(written)")
    #expect(try Self.audit(checkout, "--baseline", ".known").status == 1)
  }

  @Test func everyFormatKnowsTheBaseline() throws {
    let checkout = try Checkout()
    try checkout.write(Self.secret)
    _ = try Self.audit(checkout, "--write-baseline", ".known")
    func output(_ format: String) throws -> String {
      let result = try Self.audit(checkout, "--baseline", ".known", "--format", format)
      #expect(result.status == 0, "\(result)")
      return result.output
    }
    #expect(try output("github").isEmpty)
    #expect(try output("gitlab") == "[]\n")
    #expect(try output("json").contains("\"suppressed\":true"))
    #expect(try output("junit").contains("failures=\"0\""))
    #expect(try output("junit").contains("<skipped message=\"in the baseline: "))
    #expect(try output("markdown").hasSuffix("1 export: no findings, 1 suppressed.\n"))
    #expect(try output("ndjson").contains("\"suppressed\":true"))
    #expect(try output("sarif").contains("\"suppressions\":[{\"kind\":\"external\""))
  }

  @Test(arguments: [
    ("words\n", ".known:1:1: no line of a baseline; expected FINGERPRINT RULE EXPORT"),
    ("# a\n\n0123 rule a.rsc\n", ".known:3:1: no line of a baseline"),
  ])
  func whatIsNoBaselineEndsWithTwo(text: String, message: String) throws {
    let checkout = try Checkout()
    try checkout.write(Self.secret)
    try checkout.write(text, to: ".known")
    let result = try Self.audit(checkout, "--baseline", ".known")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("jalur: \(message)"), "\(result)")
  }
}
