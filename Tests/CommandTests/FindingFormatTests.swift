import Foundation
import Testing

/// Every format of findings, read back by readers that know nothing of Jalur.
@Suite struct FindingFormatTests {
  /// Nothing that a terminal, a log or a reader of text could take for more than a character.
  private static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.value >= 0x20 && !["\u{7F}", "\u{202E}", "\u{FFFE}"].contains(scalar))
    }
  }

  @Test(arguments: [
    "github", "gitlab", "json", "junit", "markdown", "ndjson", "sarif", "text",
  ])
  func noFormatCarriesHostileCharacters(format: String) throws {
    let exports = try HostileExports()
    let output = try exports.audit(format)
    #expect(Self.isHarmless(output), "\(output)")
    #expect(output.contains("secret-in-export") && output.hasSuffix("\n"))
  }

  /// What the schema of SARIF 2.1.0 requires of everything that is written, and what code scanning does.
  @Test func sarifHoldsItsStandard() throws {
    let exports = try HostileExports()
    _ = try exports.audit("sarif=out.sarif")
    let script = """
      import json, re, sys, urllib.parse
      log = json.load(open("out.sarif", encoding="utf-8"))
      assert set(log) == {"$schema", "version", "runs"} and log["version"] == "2.1.0"
      run, = log["runs"]
      assert set(run) == {"tool", "invocations", "columnKind", "results"}, set(run)
      assert run["invocations"] == [{"executionSuccessful": True}]
      assert run["columnKind"] == "unicodeCodePoints"
      driver = run["tool"]["driver"]
      assert driver["name"] == "jalur" and driver["version"]
      ids = [rule["id"] for rule in driver["rules"]]
      assert len(ids) == len(set(ids)) and ids == sorted(ids)
      for rule in driver["rules"]:
          assert set(rule) == {"id", "shortDescription", "fullDescription", "defaultConfiguration", "help"}
          assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
          assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"]
          assert rule["help"]["text"] and rule["help"]["markdown"]
      def region(place):
          physical = place["physicalLocation"]
          uri = physical["artifactLocation"]["uri"]
          assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri) and not uri.startswith("/"), uri
          region = physical["region"]
          assert all(type(region[k]) is int and region[k] > 0
                     for k in ("startLine", "startColumn", "endLine", "endColumn"))
          assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
          return urllib.parse.unquote(uri)
      prints, related = [], 0
      for result in run["results"]:
          assert result["kind"] in ("fail", "open")
          assert result["kind"] == "fail" or result["level"] == "none"
          assert result["level"] in ("error", "warning", "note", "none")
          assert ids[result["ruleIndex"]] == result["ruleId"]
          text = result["message"]["text"]
          assert text and not re.search(r"(?<!\\\\)\\[", text), text
          assert not re.search("[{}]", text.replace("{{", "").replace("}}", "")), text
          place, = result["locations"]
          assert region(place) == sys.argv[1], region(place)
          for number, other in enumerate(result.get("relatedLocations", [])):
              assert other["id"] == number and region(other)
              related += 1
          prints.append(result["fingerprints"]["jalur/v1"])
          assert result["partialFingerprints"]["primaryLocationLineHash"] == prints[-1]
      assert len(prints) == len(set(prints)) and related
      print(len(prints))
      """
    let count = try python(script, HostileExports.name, in: exports.folder)
    #expect(count == "4\n")
  }

  /// The classes that somebody else made from the schema, where pydantic-sarif is installed: they refuse
  /// unknown members.
  @Test func sarifIsReadByClassesOfItsSchema() throws {
    let exports = try HostileExports()
    _ = try exports.audit("sarif=out.sarif", "--write-baseline", ".known", status: 0)
    _ = try exports.audit("sarif=known.sarif", "--baseline", ".known", status: 0)
    let script = """
      import json
      try:
          from pydantic_sarif import model
      except ImportError:
          print("read"); raise SystemExit
      for name in ("out.sarif", "known.sarif"):
          log = json.load(open(name, encoding="utf-8"))
          assert len(log["runs"][0]["results"]) == 4
          assert ("suppressions" in log["runs"][0]["results"][0]) == (name == "known.sarif")
          model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)
      print("read")
      """
    #expect(try python(script, in: exports.folder) == "read\n")
  }

  @Test func junitIsReadBack() throws {
    let exports = try HostileExports()
    _ = try exports.audit("junit=out.xml")
    let script = """
      import xml.etree.ElementTree as tree
      root = tree.parse("out.xml").getroot()
      assert root.tag == "testsuites"
      suites = list(root)
      assert int(root.get("tests")) == sum(len(suite) for suite in suites)
      assert int(root.get("failures")) == len(root.findall(".//failure"))
      for suite in suites:
          assert suite.tag == "testsuite" and int(suite.get("tests")) == len(suite)
          assert int(suite.get("skipped")) == len(suite.findall("testcase/skipped"))
          assert all(case.get("name") and case.get("classname") for case in suite)
      assert len(root.findall(".//script")) == 0
      assert any("<script>@team" in f.get("message") for f in root.iter("failure"))
      assert any("<script>@team" in f.get("message") for f in root.iter("skipped"))
      print(len(root.findall(".//failure")), len(root.findall(".//skipped")), len(suites))
      """
    #expect(try python(script, in: exports.folder) == "2 2 2\n")
    #expect(try exports.audit("junit", "--fail-on", "warning").contains("failures=\"4\""))
  }

  @Test func githubCommandsCannotBeForged() throws {
    let exports = try HostileExports()
    let lines = try exports.audit("github").split(separator: "\n")
    #expect(lines.count == 4)
    let shape =
      /::(error|warning) file=[^:,]+,line=\d+,col=\d+,endLine=\d+,endColumn=\d+,title=[^:,]+::[^\r\n]+/
    for line in lines {
      #expect(line.wholeMatch(of: shape) != nil, "\(line)")
      #expect(!line.contains("%0A::error") && line.contains("%250A%3A%3Aerror"), "\(line)")
    }
    #expect(lines.map { $0.hasPrefix("::error ") } == [true, true, false, false], "errors first")
  }

  @Test func githubShowsFewAndCountsTheRest() throws {
    let secrets = (1...30).map { "add name=user\($0) password=open-sesame\($0)\n" }.joined()
    let result = try auditByFirstRules("--format", "github", "-", input: "/ppp secret\n" + secrets)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("::error ") } == 10 && lines.count == 11)
    #expect(
      lines.last
        == "::notice title=jalur::20 more findings are not annotated; see the report of jalur")
  }

  @Test func gitlabIssuesAreReadBack() throws {
    let exports = try HostileExports()
    _ = try exports.audit("gitlab=out.json")
    let script = """
      import json, sys
      issues = json.load(open("out.json", encoding="utf-8"))
      for issue in issues:
          assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
          assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
          assert issue["location"]["path"] == sys.argv[1]
          assert 0 < issue["location"]["lines"]["begin"] <= issue["location"]["lines"]["end"]
      assert len({issue["fingerprint"] for issue in issues}) == len(issues)
      print([issue["severity"] for issue in issues])
      """
    let severities = try python(script, HostileExports.name, in: exports.folder)
    #expect(severities.contains("'critical'") && severities.contains("'minor'"), "\(severities)")
  }

  @Test func ndjsonHoldsWhatJSONDoes() throws {
    let exports = try HostileExports()
    _ = try exports.audit("ndjson=out.ndjson", "--format", "json=out.json")
    let script = """
      import json
      lines = [json.loads(line) for line in open("out.ndjson", encoding="utf-8").read().split("\\n")[:-1]]
      whole = json.load(open("out.json", encoding="utf-8"))
      assert all(line.pop("schema") == 1 for line in lines)
      assert [line.pop("type") for line in lines] == ["finding"] * (len(lines) - 1) + ["summary"]
      assert lines[:-1] == whole["findings"] and lines[-1] == whole["summary"]
      print(len(lines))
      """
    #expect(try python(script, in: exports.folder) == "5\n")
  }

  /// What is quoted is code, in which no renderer of Markdown looks for anything.
  @Test func markdownQuotesOnlyInCode() throws {
    let exports = try HostileExports()
    _ = try exports.audit("markdown=out.md")
    let script = """
      import re
      text = open("out.md", encoding="utf-8").read()
      text, blocks = re.subn(r"(?ms)^(`{3,})text\\n.*?^\\1$", "", text)
      text, codes = re.subn(r"<code>[^<>]*</code>", "", text)
      assert "@" not in text and "script" not in text and "error::" not in text, text
      assert set(re.findall(r"<[^>]*>", text)) == {"<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>"}
      print(blocks, codes)
      """
    #expect(try python(script, in: exports.folder) == "4 12\n")
  }

  @Test func markdownFitsAComment() throws {
    let secrets = (1...900).map { "add name=\"ü`user\($0)\" password=open-sesame\($0)\n" }.joined()
    let result = try auditByFirstRules(
      "--format", "markdown", "-", input: "/ppp secret\n" + secrets)
    #expect((30_000...60_000).contains(result.output.unicodeScalars.count))
    #expect(result.output.contains("more parts not shown: a comment may hold 60000 characters.**"))
    #expect(result.output.hasSuffix("1 export: 900 errors.\n"), "\(result.output.suffix(200))")
    let opened = result.output.components(separatedBy: "<details>").count
    #expect(opened == result.output.components(separatedBy: "</details>").count)
  }

  @Test func textGoesToOneStreamAndFilesToTheirPlaces() throws {
    let exports = try HostileExports()
    let text = try exports.audit("sarif=out.sarif", "--format", "text", "--format", "junit=out.xml")
    #expect(text.hasSuffix("2 exports, 4 statements, 7 rules: 2 errors, 2 warnings\n"), "\(text)")
    let names = try FileManager.default.contentsOfDirectory(atPath: exports.folder.path)
    #expect(Set(names) == ["clean.rsc", HostileExports.name, "out.sarif", "out.xml", "rules"])
    let silent = try exports.audit("json=/dev/null")
    #expect(silent.isEmpty)
  }

  @Test(arguments: [
    (["json", "text"], "2 formats go to standard output; give all but one a file, as in "),
    (["json=a", "text=a"], "two formats go to 'a'; give each a file of its own"),
    (["json=no/a"], "'no/a' cannot be written: there is no folder 'no'"),
    (["json=rules"], "'rules' is a directory; expected a file to write"),
    (["json=clean.rsc"], "'clean.rsc' is one of the exports; name another file for the output"),
    (["json="], "the value 'json=' is invalid"),
    (["sarf"], "expected one of github, gitlab, json, junit, markdown, ndjson, sarif, text;"),
  ])
  func outputsThatCannotBeEndWithTwo(formats: [String], message: String) throws {
    let exports = try HostileExports()
    let before = try Data(contentsOf: exports.folder.appending(path: "clean.rsc"))
    let options = formats.flatMap { ["--format", $0] }
    let result = try runProgram(
      program, ["audit"] + byFirstRules + options + ["clean.rsc"], in: exports.folder)
    #expect(result.status == 2 && result.output.isEmpty, "\(result)")
    #expect(result.error.contains(message), "\(result)")
    #expect(try Data(contentsOf: exports.folder.appending(path: "clean.rsc")) == before)
  }

  /// A report that a server reads without the status of the program must not look clean.
  @Test func whatCouldNotBeReadIsInReports() throws {
    let folder = try RuleFolder(["a.rsc": "/ip dns\nset servers=192.0.2.1\n", "]]>{0}.rsc": ""])
    for (format, words) in [
      ("github", "::error title=jalur::']]>{0}.rsc' is empty; expected a RouterOS export\n"),
      ("junit", "errors=\"1\""), ("junit", "<error type=\"unreadable\" message=\"&#39;]]&gt;{0}"),
      ("markdown", "**Part of the exports could not be read"),
      (
        "sarif",
        "\"executionSuccessful\":false,\"toolExecutionNotifications\":[{\"level\":\"error\""
      ),
      ("sarif", "{{0}}.rsc' is empty"),
    ] {
      let result = try runProgram(
        program, ["audit"] + byFirstRules + ["--format", format, "a.rsc", "]]>{0}.rsc"],
        in: folder.folder)
      #expect(result.status == 2 && result.output.contains(words), "\(format): \(result)")
    }
  }
}
