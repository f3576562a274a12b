import Foundation
import Testing

/// What a gate says to reviewers and programs.
@Suite struct GateFormatTests {
  private static let routes =
    "/ip route\nadd gateway=192.0.2.1\nadd distance=2 gateway=198.51.100.1\n"
  private static let tie = "/ip route\nadd gateway=192.0.2.1\nadd gateway=198.51.100.1\n"
  private static let secret = "/ppp secret\nadd name=a password=open-sesame\n"

  private static func changedCheckout() throws -> Checkout {
    let checkout = try Checkout()
    try checkout.write(Self.secret + Self.routes, to: "mended.rsc")
    try checkout.write(Self.routes, to: "old.rsc")
    try checkout.commit(Self.routes)
    try checkout.write(Self.routes.replacing("distance=2", with: "distance=7"), to: "mended.rsc")
    try checkout.write(Self.tie)
    try checkout.write(Self.routes + "/ip dns\nset servers=192.0.2.53\n", to: "added.rsc")
    try checkout.git("mv", "old.rsc", "new.rsc")
    return checkout
  }

  @Test func jsonHoldsTheChangesAndTheFindings() throws {
    let checkout = try Self.changedCheckout()
    let result = try checkout.gate("--format", "json=gate.json", "--format", "text")
    #expect(result.status == 1 && result.output.hasSuffix("1 fixed, 4 exports changed\n"))
    let script = """
      import json
      gate = json.load(open("gate.json", encoding="utf-8"))
      assert list(gate) == ["schema", "base", "complete", "changed", "policies", "exceptions", "fixed", "new", "summary"]
      assert gate["complete"] is True and len(gate["base"]) == 40
      kinds = {c["file"]: (c["kind"], c["from"]) for c in gate["changed"]}
      assert kinds == {"added.rsc": ("added", None), "mended.rsc": ("changed", None),
                       "new.rsc": ("renamed", "old.rsc"), "router.rsc": ("changed", None)}, kinds
      diffs = {c["file"]: c["diff"] for c in gate["changed"]}
      assert diffs["router.rsc"]["changes"][0]["properties"][0]["new"] == "1"
      assert diffs["new.rsc"]["changes"] == [] and diffs["added.rsc"] is None
      assert [f["rule"] for f in gate["new"]] == ["default-route-distance-tie"]
      assert [f["rule"] for f in gate["fixed"]] == ["secret-in-export"]
      assert gate["summary"] == {"errors": 1, "warnings": 0, "infos": 0, "unknown": 0, "fixed": 1, "changed": 4}
      print("ok")
      """
    #expect(try python(script, in: checkout.folder) == "ok\n")
  }

  @Test func markdownIsACommentForAReview() throws {
    let checkout = try Self.changedCheckout()
    let result = try checkout.gate("--format", "markdown")
    let text = result.output
    #expect(result.status == 1 && !text.contains("sesame"))
    #expect(text.hasPrefix("### Jalur: 1 new error, 1 fixed, 4 exports changed\n\n"), "\(text)")
    #expect(text.contains("<details><summary><b>error</b> <code>default-route-distance-tie</code>"))
    #expect(text.contains("<details><summary>1 fixed</summary>\n\n```text\nmended.rsc:2:"))
    #expect(text.contains("+ <code>added.rsc</code>\n"))
    #expect(
      text.contains("<details><summary>~ <code>router.rsc</code>: <code>1 changed</code></sum"))
    #expect(
      text.contains(
        "      distance  2 → 1 (default)\n      ! can cut: default route\n```\n\n</details>\n"),
      "\(text)")
    #expect(text.contains("→ <code>new.rsc</code>: <code>was old.rsc, no change of meaning</code>"))
    #expect(text.contains("Merge base `") && text.hasSuffix("`.\n"))
  }

  @Test func aLargeChangeFitsAComment() throws {
    let checkout = try Checkout()
    func list(_ entries: Range<Int>) -> String {
      "/ip firewall address-list\n"
        + entries.map { "add address=198.51.100.\($0 % 256) list=`ü\($0)\n" }.joined()
    }
    for name in 1...40 { try checkout.write(list(0..<1), to: "r\(name).rsc") }
    try checkout.commit()
    for name in 1...40 {
      try checkout.write(
        list(1..<300)
          + (1...20).map { "/ppp secret add name=u\($0) password=open\(name)x\($0)\n" }.joined(),
        to: "r\(name).rsc")
    }
    let result = try checkout.gate("--format", "markdown")
    #expect(result.status == 1 && (40_000...60_000).contains(result.output.unicodeScalars.count))
    #expect(result.output.contains("more parts not shown: a comment may hold 60000 characters.**"))
    #expect(result.output.contains(" more lines, not shown\n"))
    #expect(result.output.hasPrefix("### Jalur: 800 new errors, 40 exports changed\n"))
    let opened = result.output.components(separatedBy: "<details>").count
    #expect(opened > 20 && opened == result.output.components(separatedBy: "</details>").count)
  }

  @Test func otherFormatsHoldTheNewFindings() throws {
    let checkout = try Self.changedCheckout()
    let result = try checkout.gate("--format", "github", "--format", "sarif=out.sarif")
    #expect(result.output.hasPrefix("::error file=router.rsc,line=3,col=1,"), "\(result)")
    #expect(result.output.split(separator: "\n").count == 1)
    let data = try Data(contentsOf: checkout.folder.appending(path: "out.sarif"))
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("default-route-distance-tie") && !text.contains("secret-in-export"))
  }

  /// Code hosts look files up from the root of the repository, wherever the gate runs.
  @Test func pathsForCodeHostsBeginAtTheRoot() throws {
    let checkout = try Checkout()
    try checkout.commit(Self.routes, to: "site a/router.rsc")
    try checkout.write(Self.tie, to: "site a/router.rsc")
    for (format, path) in [
      ("github", "file=site a/router.rsc,"), ("gitlab", "\"path\":\"site a/router.rsc\""),
      ("sarif", "\"uri\":\"site%20a/router.rsc\""), ("junit", "file=\"site a/router.rsc\""),
      ("json", "\"file\":\"router.rsc\""),
    ] {
      let output = try checkout.gate("--format", format, from: "site a").output
      #expect(output.contains(path), "\(format): \(output)")
    }
  }
}
