import Foundation
import Testing

/// The samples that the README speaks of, run through the program.
@Suite struct SampleTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Samples/polsri")

  static let exports =
    (FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
    .compactMap { $0 as? URL } ?? [])
    .filter { $0.pathExtension == "rsc" }.map(\.path).sorted()

  @Test func thereAreSamples() { #expect(Self.exports.count == 37) }

  @Test(arguments: exports) func parsesWithoutAProblem(path: String) throws {
    let result = try jalur("parse", path)
    #expect(
      result.status == 0 && result.output.hasSuffix(" statements, all understood\n"),
      "\(result.output)")
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    #expect(text.hasPrefix("# "))
    #expect(text.split(separator: "\n").dropFirst().allSatisfy { $0.utf8.count < 80 })
  }

  /// The paper gave an account its own name for a password, so that the name is hidden, too.
  @Test(arguments: [
    ("published-v6/client", 5), ("published-v6/server", 2), ("published-v7/client", 0),
    ("published-v7/server", 0), ("repaired-v7/client", 0), ("broken/secret-in-v7/client", 2),
  ])
  func holdsSecretsInClear(name: String, count: Int) throws {
    let path = Self.folder.appending(path: "\(name).rsc").path
    let output = try jalur("parse", "--format", "json", path).output
    #expect(output.components(separatedBy: "\"<secret>\"").count - 1 == count)
  }

  @Test(arguments: ["published-v6", "published-v7", "repaired-v7"])
  func nothingDiffersFromItself(name: String) throws {
    let path = Self.folder.appending(path: "\(name)/client.rsc").path
    #expect(try jalur("diff", "--exit-code", path, path).output == "no differences\n")
  }

  @Test(arguments: ["client", "server"])
  func transcriptsMeanWhatTheExportsMean(name: String) throws {
    let export = Self.folder.appending(path: "published-v6/\(name).rsc").path
    let transcript = Self.folder.appending(path: "transcript-\(name).txt").path
    #expect(try jalur("parse", transcript).status == 0)
    let result = try jalur("diff", "--exit-code", export, transcript)
    #expect(result.status == 0 && result.output == "no differences\n", "\(result)")
    #expect(result.error.isEmpty)
    let text = String(decoding: try Data(contentsOf: URL(filePath: transcript)), as: UTF8.self)
    #expect(text.hasPrefix("# "))
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 80 })
  }

  @Test func transcriptsAuditLikeTheExports() throws {
    let names = ["client", "server"]
    let exports = names.map { Self.folder.appending(path: "published-v6/\($0).rsc").path }
    let transcripts = names.map { Self.folder.appending(path: "transcript-\($0).txt").path }
    let expected = try headlines(jalur("audit", "--show-unknown", exports[0], exports[1]).output)
    #expect(!expected.isEmpty)
    let result = try jalur("audit", "--show-unknown", transcripts[0], transcripts[1])
    #expect(headlines(result.output) == expected, "\(result.output)")
    #expect(result.status == 1)
    for secret in ["password=test1", "key=routerclient"] {
      #expect(!result.output.contains(secret), "\(result.output)")
    }
  }

  /// The first line of each finding.
  private func headlines(_ output: String) -> [String] {
    output.split(separator: "\n").map(String.init).filter {
      ["error[", "warning[", "info[", "unknown["].contains(where: $0.hasPrefix)
    }.sorted()
  }

  @Test func whatNobodyCanFollowIsListed() throws {
    let path = Self.folder.appending(path: "transcript-undecidable.txt").path
    let parse = try jalur("parse", path)
    #expect(parse.status == 0)
    let lines = parse.output.split(separator: "\n")
    #expect(lines.dropLast().allSatisfy { $0.contains(": warning: ") })
    #expect(lines.count == 3 && lines.last?.contains(" 2 unknown)") ?? false, "\(parse)")
    #expect(parse.error == "jalur: skipped 4 lines of output in '\(path)'\n")
    #expect(try jalur("audit", "--fail-on-unknown", path).status == 1)
    #expect(try jalur("diff", "--exit-code", path, path).status == 2)
  }
}
