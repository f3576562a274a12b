import Foundation
import TestSupport
import Testing

/// Each page of `Samples/scenarios` is a session at a shell, from an empty folder: its files are written and
/// its commands run, in the order of the page, and what they print is compared.
@Suite struct ScenarioTests {
  private static let folder = AuditTests.root.appending(path: "Samples/scenarios")
  static let pages = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()

  /// A page in parts that are put together again after the run: text, files, and consoles.
  private enum Part {
    case text(String)
    case file(String, content: String)
    case console(String)
  }

  private static func parts(of page: String) throws -> [Part] {
    var parts: [Part] = []
    for (place, text) in page.components(separatedBy: "```").enumerated() {
      guard place % 2 == 1 else {
        parts.append(.text(text))
        continue
      }
      let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
      let words = lines[0].split(separator: " ")
      let content = try #require(lines.dropFirst().first.map(String.init))
      switch words.count {
      case 1 where words[0] == "console": parts.append(.console(content))
      case 2: parts.append(.file(lines[0].description, content: content))
      default: Issue.record("a block begins with '\(lines[0])'")
      }
    }
    return parts
  }

  /// What a terminal would show of the commands of a console: those, and below each what it prints.
  private static func run(_ console: String, in folder: URL) throws -> String {
    var script = "exec 2>&1; status=0\n"
    for line in console.split(separator: "\n") where line.hasPrefix("$ ") {
      let command = line.dropFirst(2)
      let quoted = line.replacing("'", with: #"'\''"#)
      script += "printf '%s\\n' '\(quoted)'; (exit $status)\n\(command)\nstatus=$?\n"
    }
    let tools = try #require(program).deletingLastPathComponent().path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let environment = [
      "HOME": folder.path, "PATH": "\(tools):\(path)", "GIT_AUTHOR_NAME": "a",
      "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a",
      "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_NOSYSTEM": "1", "COLUMNS": "100",
    ]
    return try runProgram(
      URL(filePath: "/bin/bash"), ["--noprofile", "--norc", "-c", script], in: folder,
      environment: environment
    ).output
  }

  @Test func thereAreScenarios() { #expect(Self.pages.count >= 6) }

  @Test(arguments: pages) func goesAsItIsTold(name: String) throws {
    let url = Self.folder.appending(path: name)
    let page = try String(contentsOf: url, encoding: .utf8)
    let work = try RuleFolder(["x.rsc": ""])
    try FileManager.default.removeItem(at: work.folder.appending(path: "x.rsc"))
    var told = ""
    var commands = 0
    for (place, part) in try Self.parts(of: page).enumerated() {
      if place > 0 { told += "```" }
      switch part {
      case .text(let text): told += text
      case .file(let fence, let content):
        let file = work.folder.appending(path: String(fence.split(separator: " ")[1]))
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(content.utf8).write(to: file)
        told += "\(fence)\n\(content)"
      case .console(let content):
        told += "console\n" + (try Self.run(content, in: work.folder))
        commands += 1
      }
    }
    #expect(commands > 0)
    if told != page, ProcessInfo.processInfo.environment["UPDATE"] == "1" {
      try Data(told.utf8).write(to: url)
    }
    #expect(told == page, "\(name); UPDATE=1 rewrites what it prints")
  }
}
