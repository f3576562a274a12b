public import Foundation

/// Real exports that lie beside a checkout on some machines and are never part of the project.
public struct Corpus: Sendable {
  /// One file with the class its index gives it, such as `export-v6`.
  public struct File: Sendable {
    /// The place of the file.
    public let url: URL
    /// The class.
    public let kind: String
    /// Words that say what is in it, such as `wrapped` or `crlf`.
    public let features: Set<String>

    /// The bytes of the file.
    public func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: url)) }

    /// Whether a router printed it.
    public var isExport: Bool { kind.hasPrefix("export-") }
  }

  /// All files, sorted by name; empty when there is no corpus here.
  public let files: [File]

  /// The corpus beside this checkout; says so when there is none, so that no silence passes for success.
  public static let shared: Corpus = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appending(path: "shared/corpus")
    let corpus = Corpus(folder)
    if corpus.files.isEmpty {
      print("corpus: skipped, there is no \(folder.lastPathComponent) here")
    }
    return corpus
  }()

  private init(_ folder: URL) {
    let index = FileManager.default.contents(atPath: folder.appending(path: "index.tsv").path)
    let lines = String(decoding: index ?? Data(), as: UTF8.self).split(separator: "\n").dropFirst()
    files = lines.compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 7 else { return nil }
      return File(
        url: folder.appending(path: "files").appending(path: cells[0]), kind: cells[6],
        features: Set(cells[7].split(separator: ",").map(String.init)))
    }
    .filter { FileManager.default.fileExists(atPath: $0.url.path) }
    .sorted { $0.url.path < $1.url.path }
  }
}
