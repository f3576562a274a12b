import Foundation
import Testing

@Suite struct InitialiseTests {
  private static func export(_ name: String) -> String {
    "# 2026-01-01 00:00:00 by RouterOS 7.18\n/system identity\nset name=\"\(name)\"\n"
      + "/ip service\nset telnet disabled=yes\n"
  }

  @Test func whatItWritesPasses() throws {
    let folder = try RuleFolder([
      "a.rsc": Self.export("edge"), "deep/b.rsc": Self.export("edge"),
      "deep/c: d.rsc": Self.export("ü: \\\"#"),
    ])
    let written = try jalur("init", in: folder.folder)
    #expect(written.status == 0, "\(written.error)")
    #expect(written.output == "jalur.yaml: written for 3 exports; try 'jalur audit'\n")
    let text = try folder.text("jalur.yaml")
    #expect(text.contains("  edge: { export: a.rsc }\n  edge-2: { export: deep/b.rsc }\n"))
    let audit = try auditByFirstRules(in: folder.folder)
    #expect(audit.status == 0, "\(audit.error)")
    #expect(audit.output.hasPrefix("3 exports, 6 statements, "))
    let below = try auditByFirstRules(in: folder.folder.appending(path: "deep"))
    #expect(below.status == 0 && below.output == audit.output, "\(below.error)")
  }

  /// Every proposal is right once it is no comment any more.
  @Test func whatItProposesPasses() throws {
    let folder = try RuleFolder(["a.rsc": Self.export("edge")])
    #expect(try jalur("init", in: folder.folder).status == 0)
    let lines = try folder.text("jalur.yaml").split(separator: "\n").map(String.init)
    let keys = ["sites:", "others:", "rules:", "exceptions:"]
    var isProposal = false
    let whole = lines.map { line -> String in
      if keys.contains(where: { line.hasPrefix("# \($0)") }) { isProposal = true }
      guard line.hasPrefix("# "), isProposal else { isProposal = false; return line }
      let isText = line.dropFirst(2).first?.isUppercase ?? false
      if isText { isProposal = false }
      return isText ? line : String(line.dropFirst(2))
    }
    try Data(whole.joined(separator: "\n").utf8).write(
      to: folder.folder.appending(path: "jalur.yaml"))
    #expect(try folder.text("jalur.yaml").contains("\nsites:\n"))
    let audit = try jalur("audit", "--today", "2026-06-01", in: folder.folder)
    #expect(!audit.error.contains("jalur.yaml"), "\(audit.error)\(audit.output)")
    #expect(audit.output.contains("warning[unmatched-exception]"))
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try RuleFolder(["a.rsc": Self.export("edge"), "jalur.yaml": "language: 1\n"])
    let result = try jalur("init", in: folder.folder)
    #expect(result.status == 2)
    #expect(result.error == "jalur: 'jalur.yaml' is already there; remove it first\n")
    #expect(try folder.text("jalur.yaml") == "language: 1\n")
  }

  @Test func withoutExportsNothingIsWritten() throws {
    let folder = try RuleFolder(["a.txt": "nothing"])
    let result = try jalur("init", in: folder.folder)
    #expect(result.status == 2 && result.error.contains("no export found"))
  }
}

@Suite struct ExplainTests {
  @Test func everyWordOfTheLanguageIsShown() throws {
    let result = try jalur("explain", "--verbs")
    #expect(result.status == 0)
    for word in [
      "at-least", "matches", "strictly-ordered", "in-order", "$far.column", "column: value",
    ] {
      #expect(result.output.contains("  \(word) "), "\(word)")
    }
  }

  @Test func rulesOfOnesOwnAreExplained() throws {
    let rule = """
      id: a
      severity: info
      message: m
      why: w
      fix: f
      select: { menu: /ip pool }
      expect: { name: q }
      """
    let folder = try RuleFolder(["ours/a.yaml": rule, "ours/a.md": "# A page\n"])
    #expect(
      try jalur("explain", "--policies", "ours", "a", in: folder.folder).output == "# A page\n")
    #expect(try jalur("explain", "a", in: folder.folder).status == 2)
    let table = try jalur("rules", "--format", "markdown", "--policies", "ours", in: folder.folder)
    #expect(table.output.contains("\n| `a` | ours | info | recommended | A page |\n"))
  }

  @Test func aSchemaIsPrinted() throws {
    for kind in ["rule", "pack", "project"] {
      let result = try jalur("schema", kind)
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      #expect(((object as? [String: Any])?["properties"] as? [String: Any])?.isEmpty == false)
    }
    #expect(try jalur("schema", "rul").status == 2)
  }
}
