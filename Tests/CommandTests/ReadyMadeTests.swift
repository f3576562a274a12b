import Foundation
import Testing

/// What `Samples/ci`, `action.yml` and `.pre-commit-hooks.yaml` offer to be copied, run as it stands.
@Suite struct ReadyMadeTests {
  private static let root = AuditTests.root
  private static let addresses =
    "/ip address\nadd address=192.0.2.2/30 interface=ether1\nadd address=198.51.100.2/30 interface=ether2\n"
  private static let netwatch = "/tool netwatch\nadd host=192.0.2.1\n"
  private static let routes =
    addresses
    + "/ip route\nadd check-gateway=ping gateway=192.0.2.1\nadd check-gateway=ping distance=2 gateway=198.51.100.1\n"
    + netwatch
  private static let tie =
    addresses
    + "/ip route\nadd check-gateway=ping gateway=192.0.2.1\nadd check-gateway=ping gateway=198.51.100.1\n"
    + netwatch
  /// What makes an export one of a whole router.
  private static let header =
    "# 2026-01-02 03:04:05 by RouterOS 7.16.2\n/system identity\nset name=core\n"

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The lines below one that ends a key of YAML, without their indentation.
  private static func block(below key: String, in path: String) throws -> String {
    let lines = try text(path).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.lastIndex { $0.hasSuffix(key) }, "\(key) in \(path)")
    let indent = lines[start + 1].prefix { $0 == " " }.count
    return lines[(start + 1)...].prefix { $0.prefix { $0 == " " }.count >= indent }
      .map { $0.dropFirst(indent) + "\n" }.joined()
  }

  /// The blocks of a shell in a page.
  private static func blocks(of path: String) throws -> [String] {
    try text(path).components(separatedBy: "```sh\n").dropFirst().map {
      $0.components(separatedBy: "```")[0]
    }
  }

  /// Runs a script with the built program on its path and a home of its own.
  private static func shell(
    _ script: String, in folder: URL, _ variables: [String: String] = [:],
    _ command: [String] = ["bash", "--noprofile", "--norc", "-eo", "pipefail"]
  ) throws -> (status: Int32, output: String, error: String) {
    let home = folder.appending(path: ".home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let tools = try #require(program).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let own = [
      "HOME": home.path, "PATH": "\(home.path):\(tools):\(path)", "GIT_AUTHOR_NAME": "a",
      "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
      "GIT_COMMITTER_EMAIL": "a@example.org",
    ]
    return try runProgram(
      URL(filePath: "/usr/bin/env"), command + ["-c", script], in: folder,
      environment: own.merging(variables) { $1 })
  }

  /// A checkout in which a branch made two default routes equal.
  private static func changedCheckout() throws -> Checkout {
    let checkout = try Checkout()
    // The lines of the pages name no rules; the project leaves those that these routes say nothing of.
    try checkout.write("language: 1\npolicies: [failover]\n", to: "jalur.yaml")
    try checkout.commit(routes)
    try checkout.git("update-ref", "refs/remotes/origin/main", "HEAD")
    try checkout.git("checkout", "-qb", "change")
    try checkout.commit(tie)
    return checkout
  }

  @Test(arguments: [("error", 1), ("", 2)]) func theActionJudgesAPullRequest(
    failOn: String, status: Int32
  ) throws {
    let checkout = try Self.changedCheckout()
    let outside = try Checkout()
    let files = ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]
    var variables = ["BASE": "", "FAIL_ON": failOn, "POLICIES": "", "GITHUB_BASE_REF": "main"]
    for file in files { variables[file] = outside.folder.appending(path: file).path }
    variables["RUNNER_TEMP"] = outside.folder.path
    let script = try Self.block(below: "run: |", in: "action.yml")
    #expect(!script.contains("${{"), "what comes from outside is environment")
    let result = try Self.shell(script, in: checkout.folder, variables)
    #expect(result.status == status, "\(result)")
    let stopped = result.output.split(separator: "\n").drop { !$0.hasPrefix("::stop-commands::") }
    let token = try #require(stopped.first?.dropFirst("::stop-commands::".count))
    #expect(token.count == 38 && stopped.last == "::\(token)::", "\(result)")
    #expect(stopped.count == (status == 2 ? 3 : 2) && result.error.isEmpty, "\(result)")
    if status == 2 { return }
    #expect(result.output.hasPrefix("::error file=router.rsc,line=6,"), "\(result)")
    let folder = outside.folder
    func text(_ name: String) throws -> String {
      try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    #expect(try text("GITHUB_STEP_SUMMARY").hasPrefix("### Jalur: 1 new error, 1 export changed"))
    #expect(try text("jalur.sarif").contains("default-route-distance-tie"))
    #expect(
      try text("GITHUB_OUTPUT")
        == "sarif=\(folder.path)/jalur.sarif\ncomment=\(folder.path)/jalur.md\n")
  }

  @Test func theActionNeedsABase() throws {
    let checkout = try Self.changedCheckout()
    let variables = ["BASE": "", "FAIL_ON": "error", "POLICIES": "", "GITHUB_BASE_REF": ""]
    let script = try Self.block(below: "run: |", in: "action.yml")
    let result = try Self.shell(script, in: checkout.folder, variables)
    #expect(result.status == 2 && result.output.hasPrefix("::error title=jalur::no pull request"))
  }

  @Test func thePipelineOfGitLabJudgesAMergeRequest() throws {
    let checkout = try Self.changedCheckout()
    let text = try Self.text("Samples/ci/gitlab.yml")
    let jobs = text.components(separatedBy: "  script:\n").dropFirst().map { job in
      job.split(separator: "\n").prefix { $0.hasPrefix("    - ") }.map { $0.dropFirst(6) + "\n" }
        .joined()
    }
    #expect(jobs.count == 2)
    let variables = [
      "CI_PROJECT_DIR": checkout.folder.path, "CI_MERGE_REQUEST_DIFF_BASE_SHA": "origin/main",
    ]
    for job in jobs {
      let result = try Self.shell(job, in: checkout.folder, variables, ["sh", "-e"])
      #expect(result.status == 1 && result.output.contains("error[default-route-distance-tie]"))
      let script = """
        import json, xml.etree.ElementTree as tree
        issue, = json.load(open("gl-code-quality-report.json"))
        print(issue["location"]["path"], tree.parse("jalur.xml").getroot().get("failures"))
        """
      #expect(try python(script, in: checkout.folder) == "router.rsc 1\n")
    }
  }

  @Test func theBaselineOfThePageShrinks() throws {
    let checkout = try Self.changedCheckout()
    let blocks = try Self.blocks(of: "Samples/ci/README.md")
    let adopted = try Self.shell(blocks[0], in: checkout.folder)
    #expect(adopted.status == 0 && adopted.error.contains("jalur: wrote 1 finding to"))
    let gate = blocks[1].split(separator: "\n").map(String.init)
    #expect(gate.count == 2)
    for line in gate {
      let result = try Self.shell(line, in: checkout.folder)
      #expect(result.status == 1 && result.output.contains("gate: 1 new error"), "\(result)")
    }
  }

  @Test func theFormatsOfThePageAreWritten() throws {
    let checkout = try Self.changedCheckout()
    try checkout.write(Self.tie, to: "Samples/polsri/broken/tie-v7/router.rsc")
    let line = try #require(try Self.blocks(of: "Samples/ci/formats.md").first)
    #expect(try Self.shell(line, in: checkout.folder).status == 1)
    let names = try FileManager.default.contentsOfDirectory(atPath: checkout.folder.path)
    #expect(names.contains("out.sarif") && names.contains("out.xml"))
  }

  /// A router that answers, one that breaks off, one that is not there.
  private static func pretendRouters(_ checkout: Checkout) throws {
    let ssh = """
      #!/bin/sh
      for word; do case "$word" in *.example.net) router=$word ;; esac; done
      case "$router" in
        core.example.net) printf '# by RouterOS 7.16.2\\r\\n/ip route\\r\\nadd gateway=192.0.2.1\\r\\n' ;;
        torn.example.net) printf '/ip route\\nadd comment="' ;;
        *) echo "no route to host" >&2; exit 255 ;;
      esac

      """
    try checkout.write(ssh, to: ".home/ssh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: checkout.folder.appending(path: ".home/ssh").path)
  }

  @Test func exportsAreFetchedWholeOrNotAtAll() throws {
    let checkout = try Checkout()
    try Self.pretendRouters(checkout)
    let old = "/ip dns\nset servers=192.0.2.53\n"
    for name in ["torn", "gone"] { try checkout.write(old, to: "exports/\(name).example.net.rsc") }
    try checkout.write(
      "# ours\ncore.example.net\ntorn.example.net\ngone.example.net\n-oProxyCommand=x\n",
      to: "routers.txt")
    let script = Self.root.appending(path: "Samples/ci/fetch-exports").path
    let result = try Self.shell("'\(script)' routers.txt exports", in: checkout.folder)
    #expect(result.status == 1, "\(result)")
    #expect(result.error.contains("'torn.example.net' gave no whole export; the last one stays"))
    #expect(result.error.contains("'-oProxyCommand=x' is no name of a router"))
    let exports = checkout.folder.appending(path: "exports")
    let names = try FileManager.default.contentsOfDirectory(atPath: exports.path).sorted()
    #expect(names == ["core.example.net.rsc", "gone.example.net.rsc", "torn.example.net.rsc"])
    for name in ["torn", "gone"] {
      let file = exports.appending(path: "\(name).example.net.rsc")
      #expect(try String(contentsOf: file, encoding: .utf8) == old)
    }
    let line = try Self.blocks(of: "Samples/ci/README.md")[2]
    let single = try Self.shell(
      line + "jalur parse exports/core.example.net.rsc", in: checkout.folder)
    #expect(single.status == 0, "\(single)")
  }

  @Test func whatOxidizedAndRANCIDKeepIsRead() throws {
    let blocks = try Self.blocks(of: "Samples/ci/README.md")
    let oxidized = try Checkout()
    let comments = String(repeating: "# another line on the state of the router\n", count: 100)
    try oxidized.commit(comments + Self.header + Self.routes, to: "site/core")
    try oxidized.commit(comments + Self.header + Self.tie, to: "site/core")
    let work = try Checkout()
    let gate = blocks[3].replacing("/var/lib/oxidized/exports.git", with: oxidized.folder.path)
    let judged = try Self.shell(gate, in: work.folder)
    #expect(judged.status == 1 && judged.output.contains("site/core: 1 changed"), "\(judged)")
    // The same where the repository lies, which has no tree.
    try oxidized.git("clone", "-q", "--bare", ".", "bare.git")
    let bare = oxidized.folder.appending(path: "bare.git")
    let line = "jalur gate --base HEAD~1"
    let there = try Self.shell("\(line) --head HEAD --include '*'", in: bare)
    #expect(there.status == 1 && there.output == judged.output, "\(there)")
    let treeless = try Self.shell(line, in: bare)
    #expect(treeless.status == 2, "\(treeless)")
    #expect(treeless.error == "jalur: the current folder is in no git checkout\n")
    let rancid = try Checkout()
    let content = "#RANCID-CONTENT-TYPE: mikrotik\n#\n" + comments + Self.header + Self.tie
    try rancid.commit(content, to: "configs/core.example.net")
    let audit = blocks[4].replacing("/var/lib/rancid/routers", with: rancid.folder.path)
    let found = try Self.shell(audit, in: rancid.folder)
    #expect(found.status == 1 && found.output.contains("error[default-route-distance-tie]"))
  }

  /// pre-commit, if it is installed, with each hook in a checkout that a commit would break.
  @Test(arguments: ["jalur-gate", "jalur-fmt", "jalur-parse"]) func preCommitRuns(hook: String)
    throws
  {
    let checkout = try Checkout()
    try checkout.commit(Self.routes)
    guard try Self.shell("command -v pre-commit", in: checkout.folder).status == 0 else {
      print("pre-commit: skipped, it is not installed")
      return
    }
    let hooks = try Checkout()
    try hooks.commit(try Self.text(".pre-commit-hooks.yaml"), to: ".pre-commit-hooks.yaml")
    let line = "pre-commit try-repo '\(hooks.folder.path)' \(hook) --all-files"
    let clean = try Self.shell(line, in: checkout.folder)
    #expect(clean.status == 0, "\(clean)")
    let broken = [
      "jalur-gate": Self.tie, "jalur-fmt": "/ip route add gateway=192.0.2.1 distance=1\n",
      "jalur-parse": "/ip route\nadd gateway=\"",
    ]
    try checkout.write(try #require(broken[hook]))
    try checkout.git("add", "router.rsc")
    let stopped = try Self.shell(line, in: checkout.folder)
    #expect(stopped.status == 1 && stopped.output.contains("Failed"), "\(stopped)")
  }

  /// The YAML is read by a reader that is not ours, where it is installed.
  @Test(arguments: [
    "action.yml", ".pre-commit-hooks.yaml", "Samples/ci/github.yml", "Samples/ci/gitlab.yml",
  ])
  func isYAML(path: String) throws {
    let script = """
      import sys
      try:
          import yaml
      except ImportError:
          print("read"); sys.exit()
      assert yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
      print("read")
      """
    #expect(try python(script, Self.root.appending(path: path).path) == "read\n")
  }
}
