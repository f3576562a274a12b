import Foundation

/// A folder of rules that is gone after the test.
final class RuleFolder {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)

  init(_ files: [String: String]) throws {
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }
}
