import Foundation
import Testing

/// `jalur diff` as real git runs it.
@Suite struct GitDiffTests {
  private static let before =
    "# 2026-01-01 00:00:00 by RouterOS 7.16\n/ip route\nadd gateway=192.0.2.1\n"
  private static let after = before.replacing("2026-01-01", with: "2026-01-02")
    .replacing("add gateway", with: "add distance=2 gateway")

  /// What git prints with jalur as its differ.
  private func git(_ checkout: Checkout, _ arguments: String...) throws -> (
    status: Int32, output: String, error: String
  ) {
    let path = try #require(program).path
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_EXTERNAL_DIFF"] = "\"\(path)\" diff --git"
    environment["GIT_PAGER"] = "cat"
    let words = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    return try runProgram(
      URL(filePath: "/usr/bin/env"), words + arguments, in: checkout.folder,
      environment: environment)
  }

  @Test func gitShowsWhatChangedInMeaning() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.before)
    try checkout.write(Self.after)
    let result = try git(checkout, "diff")
    #expect(result.status == 0, "\(result)")
    #expect(
      result.output == """
        jalur diff router.rsc
        /ip route
          ~ 0.0.0.0/0 via 192.0.2.1    router.rsc:3 → router.rsc:3
              distance  1 (default) → 2
              ! can cut: default route

        0 added, 0 removed, 1 changed, 0 moved; 1 can cut a path

        """)
  }

  @Test func filesThatCameOrWentHaveNoConfigurationOnOneSide() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.before, to: "a.rsc")
    try checkout.remove("a.rsc")
    try checkout.write(Self.before, to: "b.rsc")
    try checkout.git("add", "-A")
    let result = try git(checkout, "diff", "--cached", "--no-renames", "--ext-diff")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("jalur diff a.rsc\n/ip route\n  - 0.0.0.0/0 via 192.0.2.1"))
    #expect(result.output.contains("jalur diff b.rsc\n/ip route\n  + 0.0.0.0/0 via 192.0.2.1"))
  }

  @Test func aRenamedFileIsComparedWithWhatItWas() throws {
    let checkout = try Checkout()
    let many =
      Self.before
      + (1...40).map { "add dst-address=198.51.100.\($0)/32 gateway=192.0.2.1\n" }.joined()
    try checkout.commit(many, to: "a.rsc")
    try checkout.remove("a.rsc")
    try checkout.write(many.replacing("100.7/32", with: "100.77/32"), to: "b.rsc")
    try checkout.git("add", "-A")
    let result = try git(checkout, "diff", "--cached", "-M", "--ext-diff")
    #expect(result.status == 0, "\(result)")
    #expect(result.output.hasPrefix("jalur diff a.rsc → b.rsc\n/ip route\n"), "\(result)")
  }

  @Test func whatCannotBeReadDoesNotStopGit() throws {
    let checkout = try Checkout()
    try checkout.write(Self.before, to: "a.rsc")
    try checkout.commit(Self.before, to: "b.rsc")
    try checkout.write("/ip route\nadd gateway=\"x\n", to: "a.rsc")
    try checkout.write(Self.after, to: "b.rsc")
    let result = try git(checkout, "diff")
    #expect(result.status == 0 && result.output.contains("jalur diff b.rsc"), "\(result)")
    #expect(result.error.contains("cannot be compared"), "\(result)")
  }

  @Test func gitRunsItAsADifftool() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.before)
    try checkout.write(Self.after)
    let path = try #require(program).path
    let result = try runProgram(
      URL(filePath: "/usr/bin/env"), ["git", "difftool", "--no-prompt", "-x", "\"\(path)\" diff"],
      in: checkout.folder)
    #expect(result.output.contains("distance  1 (default) → 2"), "\(result)")
  }

  @Test func pipesOfAShellAreRead() throws {
    let checkout = try Checkout()
    try checkout.write(Self.before, to: "a.rsc")
    try checkout.write(Self.after, to: "b.rsc")
    let path = try #require(program).path
    let result = try runProgram(
      URL(filePath: "/usr/bin/env"), ["bash", "-c", "\"\(path)\" diff <(cat a.rsc) <(cat b.rsc)"],
      in: checkout.folder)
    #expect(result.status == 0 && result.output.contains("distance  1 (default) → 2"), "\(result)")
  }

  @Test func otherArgumentsAreRefused() throws {
    let result = try jalur("diff", "--git", "a", "b")
    #expect(result.status == 2)
    #expect(result.error.contains("'--git' takes the 7 or 9 arguments that git gives"))
  }
}
