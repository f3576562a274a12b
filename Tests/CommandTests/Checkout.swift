import Foundation
import Testing

/// A git checkout that is gone after the test.
final class Checkout {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
  }

  /// A shallow clone, one commit deep.
  init(shallowCloneOf other: Checkout) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try git("clone", "-q", "--depth", "1", "--no-single-branch", "file://" + other.folder.path, ".")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to path: String = "router.rsc") throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ bytes: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }

  func link(_ path: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: path).path, withDestinationPath: destination)
  }

  func git(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"] + arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "git \(arguments)")
  }

  func commit() throws {
    try git("add", "-A")
    try git("commit", "-qm", "x")
  }

  func commit(_ text: String, to path: String = "router.rsc") throws {
    try write(text, to: path)
    try commit()
  }

  /// What the gate says, from the root of the checkout or a folder of it.
  func gate(_ arguments: String..., base: String = "main", from place: String = "") throws -> (
    status: Int32, output: String, error: String
  ) {
    try runProgram(
      program, ["gate", "--base=\(base)"] + byFirstRules + arguments,
      in: folder.appending(path: place))
  }
}
