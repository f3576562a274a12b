import Foundation
import Testing

/// One file of the repository, by its path from the root.
struct RepositoryFile: Sendable, CustomTestStringConvertible {
  let path: String
  let text: String

  var lines: [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  var testDescription: String { path }
}

/// The repository these tests belong to.
struct Repository: Sendable {
  let root: URL
  let sources: [RepositoryFile]

  init(root: URL) {
    self.root = root
    sources = []
  }

  private init(root: URL, sources: [RepositoryFile]) {
    self.root = root
    self.sources = sources
  }

  /// The same with all Swift files of `Sources` read.
  func reading() -> Repository {
    let sources = files(below: "Sources", with: "swift").compactMap { path -> RepositoryFile? in
      guard let data = FileManager.default.contents(atPath: root.appending(path: path).path) else {
        return nil
      }
      return RepositoryFile(path: path, text: String(decoding: data, as: UTF8.self))
    }
    return Repository(root: root, sources: sources)
  }

  /// The paths of files with an extension below a folder, sorted.
  func files(below folder: String, with fileExtension: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
    return (names?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".\(fileExtension)") }.map { "\(folder)/\($0)" }.sorted()
  }
}

let repository = Repository(
  root: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
).reading()
