import Foundation
import Testing

/// Which files of a folder are exports, and which more `--include` makes some.
@Suite struct IncludeTests {
  private static let files = [
    "a.txt", "b1.txt", "sub/a.txt", "sub/deep/a.txt", "sub/deep/b22.conf", ".hidden/a.txt",
  ]

  /// The names of the files that an audit of the folder reads.
  private func audited(_ globs: String..., text: String = "/ip route\n") throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in Self.files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let arguments = globs.flatMap { ["--include", $0] } + ["--format", "json", "."]
    let result = try runProgram(program, ["audit"] + arguments, in: folder)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let files = try #require(object?["files"] as? [[String: Any]], "\(result)")
    return files.compactMap { ($0["path"] as? String).map { String($0.dropFirst(2)) } }
  }

  @Test(arguments: [
    ("*.txt", ["a.txt", "b1.txt", "sub/a.txt", "sub/deep/a.txt"]),
    ("?.txt", ["a.txt", "sub/a.txt", "sub/deep/a.txt"]), ("/*.txt", ["a.txt", "b1.txt"]),
    ("sub/*.txt", ["sub/a.txt"]), ("sub/**", ["sub/a.txt", "sub/deep/a.txt", "sub/deep/b22.conf"]),
    ("**/a.txt", ["a.txt", "sub/a.txt", "sub/deep/a.txt"]),
    ("sub/**/a.txt", ["sub/a.txt", "sub/deep/a.txt"]),
    ("s*/d??p/*2*.conf", ["sub/deep/b22.conf"]), ("b*2.conf", ["sub/deep/b22.conf"]),
  ])
  func globsAddFiles(glob: String, wanted: [String]) throws {
    #expect(try audited(glob) == wanted)
  }

  @Test func severalGlobsAdd() throws {
    #expect(try audited("b1.txt", "sub/a.txt") == ["b1.txt", "sub/a.txt"])
  }

  @Test func manyStarsAreNoBurden() throws {
    let stars = String(repeating: "*a", count: 2000)
    #expect(try audited(stars, "a.txt").count == 3)
    #expect(try audited(String(repeating: "**/", count: 2000) + "a.txt").count == 3)
  }

  @Test func anExportIsKnownByItsHeaderAndNotByAQuotation() throws {
    #expect(try audited(text: "# jan/02/2026 03:04:05 by RouterOS 6.48.3\n/ip route\n").count == 5)
    #expect(try audited("a.txt", text: "1 | # by RouterOS 7\n").count == 3)
    let late = "#\(String(repeating: " ", count: 3000))by RouterOS 7\n"
    #expect(try audited("a.txt", text: late).count == 3)
  }
}
