import Foundation
import Testing

/// The JSON of each command has the keys of its contract, all of them, every time.
@Suite struct JSONTests {
  private static let old = "Samples/polsri/repaired-v7/client.rsc"
  private static let new = "Samples/polsri/drifted-v7/client.rsc"

  private static func object(_ arguments: String..., input: String = "") throws -> [String: Any] {
    let result = try runProgram(program, arguments, input: input, in: AuditTests.root)
    #expect(result.output.filter { $0 == "\n" }.count == 1, "one line")
    let value = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(value as? [String: Any])
  }

  private static func items(_ value: Any?, _ name: String) throws -> [[String: Any]] {
    try #require((value as? [String: Any])?[name] as? [[String: Any]])
  }

  private static func keys(_ value: Any?) -> Set<String> {
    Set((value as? [String: Any] ?? [:]).keys)
  }

  @Test func ofTheDiff() throws {
    let diff = try Self.object("diff", "--format", "json", Self.old, Self.new)
    #expect(
      Self.keys(diff) == ["schema", "old", "new", "changes", "upgrade", "unmanaged", "summary"])
    #expect(
      Self.keys(diff["summary"]) == [
        "added", "removed", "changed", "moved", "renamed", "notComparable",
      ])
    var kinds: Set<String> = []
    for change in try Self.items(diff, "changes") {
      let kind = try #require(change["kind"] as? String)
      kinds.insert(kind)
      #expect(
        Self.keys(change) == [
          "kind", "menu", "item", "properties", "risks", "moved", "old", "new",
        ])
      #expect((change["old"] is NSNull) == (kind == "added"), "\(change)")
      #expect((change["new"] is NSNull) == (kind == "removed"), "\(change)")
      if kind == "moved" {
        #expect(Self.keys(change["moved"]) == ["from", "to"])
        #expect(Self.keys(change["new"]) == ["line"])
      }
      for property in try Self.items(change, "properties") {
        #expect(Self.keys(property) == ["name", "old", "new", "comparable"])
      }
    }
    #expect(kinds == ["added", "removed", "changed", "moved"])
  }

  @Test func ofAHiddenSecretSaysThatItCannotBeCompared() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let shown =
      "# by RouterOS 7.16.2\n/interface l2tp-client\nadd connect-to=192.0.2.1 name=a password=x\n"
    let hidden = "# by RouterOS 7.16.2\n/interface l2tp-client\nadd connect-to=192.0.2.2 name=a\n"
    try Data(shown.utf8).write(to: folder.appending(path: "a.rsc"))
    try Data(hidden.utf8).write(to: folder.appending(path: "b.rsc"))
    let result = try runProgram(
      program, ["diff", "--format", "json", "a.rsc", "b.rsc"], in: folder)
    #expect(
      result.output.contains(
        #"{"name":"password","old":"<secret>","new":null,"comparable":false}"#), "\(result)")
    #expect(result.output.contains(#""changed":1,"moved":0,"renamed":0,"notComparable":1"#))
  }

  @Test func ofTheAudit() throws {
    let audit = try Self.object("audit", "--format", "json", "Samples/polsri/broken/tie-v7")
    #expect(Self.keys(audit) == ["schema", "tool", "files", "findings", "summary"])
    #expect(Self.keys(audit["tool"]) == ["name", "version"])
    #expect(
      Self.keys(audit["summary"]) == ["errors", "warnings", "infos", "unknown", "suppressed"])
    for file in try Self.items(audit, "files") {
      #expect(
        Self.keys(file) == [
          "path", "routerOS", "statements", "understood", "immaterial", "notModelled", "unknown",
        ])
    }
    for finding in try Self.items(audit, "findings") {
      #expect(
        Self.keys(finding) == [
          "rule", "severity", "outcome", "file", "line", "column", "endLine", "endColumn", "absent",
          "message", "why", "fix", "related", "fingerprint", "suppressed",
        ])
      for label in try Self.items(finding, "related") {
        #expect(Self.keys(label) == ["file", "line", "column", "message"])
      }
    }
  }

  @Test func ofTheRules() throws {
    let rules = try Self.object("rules", "--format", "json")
    #expect(Self.keys(rules) == ["schema", "rules"] && rules["schema"] as? Int == 1)
    let items = try Self.items(rules, "rules")
    #expect(items.count > 100)
    for rule in items {
      #expect(
        Self.keys(rule) == ["id", "severity", "pack", "profile", "title", "message", "why", "fix"])
    }
  }

  @Test func ofSeveralInputsIsOneObjectALine() throws {
    let result = try jalur(
      "parse", "--format", "json", Self.old, "-", input: "/ip route\nadd \"x\n", in: AuditTests.root
    )
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2 && result.status == 1)
    for line in lines {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(
        Self.keys(object) == [
          "schema", "file", "routerOS", "statements", "problems", "support",
        ])
      #expect(
        Self.keys(object["support"]) == ["understood", "immaterial", "notModelled", "unknown"])
      for statement in try Self.items(object, "statements") {
        let keys: Set = ["line", "menu", "verb", "target", "arguments"]
        #expect(Self.keys(statement).subtracting(["damaged"]) == keys)
      }
      for problem in try Self.items(object, "problems") {
        #expect(
          Self.keys(problem) == ["line", "column", "endLine", "endColumn", "severity", "message"])
      }
    }
  }
}
