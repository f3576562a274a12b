import Foundation
import Testing

/// Runs a script of Python, whose standard readers know nothing of Jalur; its output, or a failed test.
func python(_ script: String, _ arguments: String..., in folder: URL? = nil) throws -> String {
  let result = try runProgram(
    URL(filePath: "/usr/bin/env"), ["python3", "-c", script] + arguments, in: folder,
    environment: ProcessInfo.processInfo.environment.merging(["PYTHONUTF8": "1"]) { $1 })
  try #require(result.status == 0, "\(result.error)")
  return result.output
}

/// A folder with exports whose names and values want to break out of every format.
struct HostileExports: ~Copyable {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  /// A legal name of a file on most systems.
  static let name =
    "a%0A::error file=x::y,]]><script>@team `\u{202E}\u{1B}[2J\u{1}\u{FFFE}\n::error::z.rsc"
  /// The same within a value, as an export writes it.
  static let value =
    #"%0A::error::y,]]><script>@team `\E2\80\AE\1B[2J\01\EF\BF\BE\0D\0A::error::z"#

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = """
      /ppp secret
      add name="\(Self.value)" password=open-sesame
      /ip route
      add comment="\(Self.value)" gateway=192.0.2.1
      add gateway=198.51.100.1

      """
    try Data(text.utf8).write(to: folder.appending(path: Self.name))
    try Data("/ip dns\nset servers=192.0.2.1\n".utf8).write(to: folder.appending(path: "clean.rsc"))
    let rule = """
      id: hostile
      severity: warning
      message: the route to {gateway} says {comment}
      why: words
      fix: do not say {comment}
      select: { view: default-routes, where: { disabled: no } }
      expect: { distance: 9 }

      """
    try FileManager.default.createDirectory(
      at: folder.appending(path: "rules"), withIntermediateDirectories: true)
    try Data(rule.utf8).write(to: folder.appending(path: "rules/hostile.yaml"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The findings in one format.
  func audit(_ format: String, _ more: String..., status: Int32 = 1) throws -> String {
    let result = try runProgram(
      program,
      ["audit"] + byFirstRules
        + ["--rule", "hostile", "--policies", "rules", "--format", format] + more + [
          Self.name, "clean.rsc",
        ],
      in: folder)
    #expect(result.status == status, "\(result)")
    #expect(result.error.split(separator: "\n").allSatisfy { $0.hasPrefix("jalur: wrote ") })
    #expect(!result.output.contains("sesame"))
    return result.output
  }
}
