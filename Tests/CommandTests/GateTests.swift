import Foundation
import Testing

/// What the gate says of changes, in checkouts that are gone after the test.
@Suite struct GateTests {
  private static let routes =
    "/ip route\nadd gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n"
  private static let tie = "/ip route\nadd gateway=192.0.2.1\nadd gateway=198.51.100.1\n"
  private static let header = "# 2026-01-02 03:04:05 by RouterOS 7.16.2\n"

  @Test func failsOnlyOnWhatIsNew() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    let same = try checkout.gate()
    #expect(same.status == 0 && same.error.isEmpty, "\(same)")
    #expect(same.output == "gate: nothing new, 0 exports changed\n")
    try checkout.write(Self.tie)
    let broken = try checkout.gate()
    #expect(
      broken.status == 1
        && broken.output.hasPrefix("changed:\n  ~ router.rsc: 1 changed\n      /ip route\n"))
    #expect(
      broken.output.contains(
        "            distance  2 → 1 (default)\n            ! can cut: default route\n\nnew:\n"),
      "\(broken)")
    #expect(broken.output.contains("\nnew:\n\nerror[default-route-distance-tie]"))
    #expect(broken.output.hasSuffix("\n\ngate: 1 new error, 1 export changed\n"), "\(broken)")
    try checkout.commit(Self.tie)
    try checkout.write("# moved\n\n" + Self.tie)
    let moved = try checkout.gate()
    #expect(moved.status == 0 && moved.output.contains("~ router.rsc: no change of meaning\n"))
    #expect(moved.output.hasSuffix("gate: nothing new, 1 export changed\n"), "\(moved)")
    try checkout.write(Self.routes)
    let mended = try checkout.gate()
    #expect(mended.status == 0, "\(mended)")
    #expect(
      mended.output.contains("fixed:\n  router.rsc:3:1: default-route-distance-tie: two default "))
    #expect(mended.output.hasSuffix("gate: nothing new, 1 fixed, 1 export changed\n"))
  }

  @Test func comparesWithTheMergeBaseAndNotWithTheBranch() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.tie)
    try checkout.git("checkout", "-qb", "change")
    try checkout.commit("/ip dns\nset servers=192.0.2.1\n", to: "other.rsc")
    try checkout.git("checkout", "-q", "main")
    try checkout.commit(Self.routes)
    try checkout.git("checkout", "-q", "change")
    let result = try checkout.gate()
    #expect(result.status == 0, "\(result)")
    #expect(result.output == "changed:\n  + other.rsc\n\ngate: nothing new, 1 export changed\n")
  }

  @Test func untrackedFilesCountAndIgnoredOnesDoNot() throws {
    let checkout = try Checkout()
    try checkout.write("ignored.rsc\n", to: ".gitignore")
    try checkout.commit(Self.routes)
    try checkout.write(Self.tie, to: "ignored.rsc")
    try checkout.write(Self.tie, to: ".cache/hidden.rsc")
    #expect(try checkout.gate().output == "gate: nothing new, 0 exports changed\n")
    try checkout.write(Self.tie, to: "new.rsc")
    let result = try checkout.gate()
    #expect(result.status == 1 && result.output.contains("  + new.rsc\n"), "\(result)")
  }

  @Test func worksBelowAFolderOfTheCheckout() throws {
    let checkout = try Checkout()
    try checkout.write(Self.routes, to: "site/router.rsc")
    try checkout.commit(Self.routes, to: "other/router.rsc")
    try checkout.write(Self.tie, to: "site/router.rsc")
    try checkout.write(Self.tie, to: "other/router.rsc")
    let result = try checkout.gate(from: "site")
    #expect(result.status == 1 && result.output.contains("  ~ router.rsc: 1 changed\n"))
    #expect(result.output.hasSuffix("gate: 1 new error, 1 export changed\n"), "\(result)")
  }

  @Test func removingAllExportsIsAChange() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.tie)
    try checkout.remove("router.rsc")
    let result = try checkout.gate()
    #expect(result.status == 0 && result.output.contains("changed:\n  - router.rsc\n"))
    #expect(result.output.hasSuffix("gate: nothing new, 1 fixed, 1 export changed\n"), "\(result)")
  }

  @Test(
    arguments: [Data(), Data([0x23, 0]), Data("plain words\n".utf8)], ["router", "router.rsc"])
  func whatCannotBeReadAnyMoreNeverPasses(bytes: Data, name: String) throws {
    let checkout = try Checkout()
    try checkout.commit(Self.header + Self.tie, to: name)
    try checkout.write(bytes, to: name)
    let result = try checkout.gate()
    #expect(result.status != 0 && !result.output.contains("fixed:"), "\(result)")
    #expect(result.output.contains("gate: cannot tell;") || result.output.contains("new error"))
    #expect(result.error.contains("'\(name)'") || result.output.contains(name), "\(result)")
  }

  @Test func aLinkInPlaceOfAnExportNeverPasses() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.tie)
    try checkout.remove("router.rsc")
    try checkout.link("router.rsc", to: "elsewhere")
    let result = try checkout.gate()
    #expect(result.status == 2 && !result.output.contains("fixed:"), "\(result)")
    #expect(result.error.contains("'router.rsc' was an export and is none that can be read now"))
  }

  @Test func aSparseCheckoutNeverPassesForRemoval() throws {
    let checkout = try Checkout()
    try checkout.write(Self.routes, to: "here/router.rsc")
    try checkout.commit(Self.tie, to: "there/router.rsc")
    try checkout.git("sparse-checkout", "set", "here")
    let result = try checkout.gate()
    #expect(result.status == 2 && !result.output.contains("fixed:"), "\(result)")
    #expect(result.error.contains("'there/router.rsc' was an export and is left out"))
  }

  @Test(arguments: [Data(), Data([0x23, 0])])
  func whatWasNoTextBeforeIsNew(bytes: Data) throws {
    let checkout = try Checkout()
    try checkout.write(bytes, to: "router.rsc")
    try checkout.commit()
    try checkout.write(Self.tie)
    let result = try checkout.gate()
    #expect(result.status == 1 && result.error.contains("all it holds is new"), "\(result)")
  }

  @Test func exportsWithoutAnEndingAreFound() throws {
    let checkout = try Checkout()
    try checkout.write(Data([0, 1, 2]), to: "picture")
    let name = "/system identity\nset name=a\n"
    try checkout.commit(Self.header + name + Self.tie, to: "router")
    try checkout.remove("router")
    let result = try checkout.gate()
    #expect(result.status == 0 && result.output.contains("  - router\n"), "\(result)")
    #expect(result.output.hasSuffix("gate: nothing new, 1 fixed, 1 export changed\n"))
  }

  @Test func warningsAndUnknownsFailWhenAsked() throws {
    let checkout = try Checkout()
    try checkout.commit("/ip dns\nset servers=192.0.2.1\n")
    let rule =
      "id: a\nseverity: warning\nmessage: m\nwhy: w\nfix: f\nselect: { view: default-routes, where: { disabled: [yes, no] } }\n"
      + "expect: { distance: 9 }\n"
    try checkout.write(rule, to: "rules/a.yaml")
    try checkout.write("/ip route\nadd gateway=192.0.2.1\n")
    let warned = try checkout.gate("--policies", "rules", "--rule", "a")
    #expect(
      warned.status == 0 && warned.output.hasSuffix("gate: 1 new warning, 1 export changed\n"))
    #expect(
      try checkout.gate("--policies", "rules", "--rule", "a", "--fail-on", "warning").status == 1)
    try checkout.write("/interface lte\nset [ find default-name=lte1 ] name=lte1\n")
    let doubted = try checkout.gate("--policies", "rules", "--rule", "a")
    #expect(doubted.status == 0 && doubted.output.contains("unknown[a]"), "\(doubted)")
    #expect(doubted.output.contains("1 new unknown"))
    #expect(
      try checkout.gate("--policies", "rules", "--rule", "a", "--fail-on-unknown").status == 1)
  }

  @Test(arguments: ["no-such-branch", "--help-me", "main:router.rsc"])
  func whatIsNoCommitEndsWithTwo(reference: String) throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    let result = try checkout.gate(base: reference)
    #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains("is no commit here"), "\(result)")
  }

  @Test func aCheckoutWithoutExportsEndsWithTwo() throws {
    let checkout = try Checkout()
    try checkout.commit("words\n", to: "README.md")
    let result = try checkout.gate()
    #expect(result.status == 2 && result.error.contains("no export is below the current folder"))
  }

  @Test func aFolderThatIsNoCheckoutEndsWithTwo() throws {
    let checkout = try Checkout()
    try checkout.remove(".git")
    let result = try checkout.gate()
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.hasPrefix("jalur: the current folder is in no git checkout"), "\(result)")
  }

  /// The files of a submodule are in another repository, so what its new commit brings cannot be told.
  @Test func aSubmoduleThatChangedNeverPasses() throws {
    let other = try Checkout()
    try other.commit(Self.routes)
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    try checkout.git(
      "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.folder.path, "mod")
    let added = try checkout.gate()
    #expect(added.status == 2 && added.output.contains("gate: cannot tell;"), "\(added)")
    try checkout.commit()
    let same = try checkout.gate()
    #expect(same.status == 0 && same.output.hasPrefix("gate: nothing new"), "\(same)")
    #expect(same.error == "jalur: 'mod' is a submodule, whose files are not read\n")
    try checkout.write(Self.tie, to: "mod/router.rsc")
    try checkout.git("-C", "mod", "commit", "-qam", "x")
    for step in ["checked out", "recorded"] {
      if step == "recorded" { try checkout.git("add", "mod") }
      let bumped = try checkout.gate()
      #expect(
        bumped.status == 2 && bumped.output.hasPrefix("gate: cannot tell;"), "\(step): \(bumped)")
      #expect(
        bumped.error
          == "jalur: 'mod' is a submodule, whose files are not read, and its commit changed\n")
    }
    try checkout.git("checkout", "-qb", "change")
    try checkout.git("commit", "-qam", "bump")
    #expect(try checkout.gate().status == 2)
    try checkout.git("rm", "-qf", "mod")
    try checkout.git("commit", "-qm", "no submodule")
    #expect(try checkout.gate().status == 2)
  }

  @Test func aRepositoryWithinTheCheckoutNeverPasses() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    try checkout.write(Self.tie, to: "nested/router.rsc")
    try checkout.git("init", "-q", "nested")
    try checkout.git("-C", "nested", "add", "-A")
    try checkout.git("-C", "nested", "commit", "-qm", "x")
    let result = try checkout.gate()
    #expect(result.status == 2 && result.output.hasPrefix("gate: cannot tell;"), "\(result)")
    #expect(
      result.error == "jalur: 'nested' is a repository of its own, whose files are not read\n")
    try checkout.write("nested/\n", to: ".gitignore")
    #expect(try checkout.gate().status == 0)
  }

  /// What is no change for git is none for the gate; what is one, is.
  @Test(arguments: [
    ("config core.autocrlf true", "", 0), ("config core.autocrlf input", "", 0),
    ("config core.autocrlf false", "* text=auto\n", 0),
    ("config core.autocrlf false", "*.rsc text\n", 0),
    ("config core.autocrlf false", "*.rsc eol=crlf\n", 0),
    ("config core.autocrlf false", "", 1), ("config core.autocrlf true", "*.rsc -text\n", 1),
    ("config core.autocrlf true", "*.rsc binary\n", 1),
  ])
  func comparesWhatGitCompares(setting: String, attributes: String, changed: Int) throws {
    let checkout = try Checkout()
    if !attributes.isEmpty { try checkout.write(attributes, to: ".gitattributes") }
    try checkout.git("config", "core.autocrlf", "false")
    try checkout.commit(Self.routes)
    let words = setting.split(separator: " ").map(String.init)
    try checkout.git(words[0], words[1], words[2])
    try checkout.write(Self.routes.replacing("\n", with: "\r\n"))
    let result = try checkout.gate()
    let count = changed == 1 ? "1 export" : "0 exports"
    #expect(result.status == 0 && result.output.hasSuffix("gate: nothing new, \(count) changed\n"))
  }

  @Test func unrelatedHistoriesEndWithTwo() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    try checkout.git("checkout", "-q", "--orphan", "other")
    try checkout.commit(Self.tie)
    let result = try checkout.gate()
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error == "jalur: 'main' and HEAD have no common commit\n", "\(result)")
  }

  @Test func aShallowCloneThatHidesTheMergeBaseSaysSo() throws {
    let origin = try Checkout()
    try origin.commit(Self.routes)
    try origin.git("checkout", "-qb", "change")
    try origin.commit(Self.tie)
    try origin.git("checkout", "-q", "main")
    try origin.commit("/ip route\n", to: "other.rsc")
    try origin.git("checkout", "-q", "change")
    let clone = try Checkout(shallowCloneOf: origin)
    let result = try clone.gate(base: "origin/main")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.contains("this clone is shallow, fetch more of its history"), "\(result)")
    try clone.git("fetch", "-q", "--unshallow")
    #expect(try clone.gate(base: "origin/main").status == 1)
  }
}
