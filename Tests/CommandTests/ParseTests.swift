import Foundation
import Testing

/// `jalur parse` over folders, and with nothing but its exit status.
@Suite struct ParseTests {
  private static let good = "/ip route\nadd gateway=192.0.2.1\n"
  private static let bad = "/ip route\nadd gateway=\"192.0.2.1\n"

  /// Runs the command in a folder that holds `files`, by their paths.
  private func parse(_ files: [String: String], _ arguments: String...) throws -> (
    status: Int32, output: String, error: String
  ) {
    try run(["parse"] + arguments, files)
  }

  private func run(_ arguments: [String], _ files: [String: String]) throws -> (
    status: Int32, output: String, error: String
  ) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try runProgram(program, arguments, in: folder)
  }

  @Test func quietPrintsNothing() throws {
    let files = ["good.rsc": Self.good, "bad.rsc": Self.bad, "notes.txt": "notes"]
    #expect(try parse(files, "--quiet", "good.rsc") == (0, "", ""))
    #expect(try parse(files, "--quiet", "bad.rsc") == (1, "", ""))
    #expect(try parse(files, "--quiet", "--format", "json", ".") == (1, "", ""))
    let missing = try parse(files, "--quiet", "missing.rsc", "bad.rsc")
    #expect(missing == (2, "", "jalur: 'missing.rsc' does not exist\n"))
  }

  @Test func ofManyProblemsTheRestIsCounted() throws {
    let files = ["bad.rsc": String(repeating: "\"\n", count: 1_002)]
    let text = try parse(files, "bad.rsc")
    let lines = text.output.split(separator: "\n")
    #expect(text.status == 1 && lines.count == 1_002)
    #expect(lines[1_000] == "bad.rsc: 2 more problems not shown")
    let json = try parse(files, "--format", "json", "bad.rsc")
    #expect(json.output.components(separatedBy: "\"severity\":\"error\"").count == 1_003)
    let audit = try run(["audit", "bad.rsc"], files).output
    #expect(audit.components(separatedBy: "error[unreadable-statement]").count == 1_001)
    #expect(audit.contains("\nbad.rsc: 2 more statements that cannot be read, not shown\n"))
    #expect(audit.contains(": 1002 errors"))
  }

  @Test func foldersAreWalkedInOrder() throws {
    var files = ["b/router.rsc": Self.bad, "a/router": "# by RouterOS 7.18\n" + Self.bad]
    files["notes.txt"] = "notes"
    // The file of a project is none that is left out.
    files["jalur.yaml"] = "language: 1\n"
    let result = try parse(files, ".")
    #expect(result.status == 1)
    #expect(
      result.output.split(separator: "\n").map { $0.prefix { $0 != ":" } }
        == ["./a/router", "./a/router", "./b/router.rsc", "./b/router.rsc"])
    #expect(result.error == "jalur: skipped 1 file that holds no export\n")
  }

  @Test func manyFilesKeepTheirOrder() throws {
    let names = (100..<160).map { "router\($0).rsc" }
    // The first file takes longest, so that others are ready before it.
    var files = Dictionary(uniqueKeysWithValues: names.map { ($0, Self.good) })
    files[names[0]] = String(repeating: Self.good, count: 5_000)
    let result = try parse(files, "--format", "json", ".")
    #expect(result.status == 0)
    let found = result.output.split(separator: "\n").map {
      $0.dropFirst(#"{"schema":1,"file":"./"#.count).prefix { $0 != "\"" }
    }
    #expect(found.map(String.init) == names)
  }

  @Test func oneUnreadableFileDoesNotHideTheOthers() throws {
    let files = ["binary.rsc": "/ip\u{0}route", "empty.rsc": "", "good.rsc": Self.good]
    let result = try parse(files, "--format", "json", ".")
    #expect(result.status == 2 && result.output.contains("good.rsc"))
    #expect(
      result.error.split(separator: "\n") == [
        "jalur: './binary.rsc' is a binary file; expected a RouterOS export",
        "jalur: './empty.rsc' is empty; expected a RouterOS export",
      ])
  }

  @Test func aFolderWithoutExportsIsRefused() throws {
    let result = try parse(["notes.txt": "notes"], "--quiet", ".")
    #expect(result.status == 2 && result.output.isEmpty)
    #expect(result.error.contains("no export found"), "\(result)")
  }
}
