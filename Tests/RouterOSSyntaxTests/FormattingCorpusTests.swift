import Foundation
import RouterOSSyntax
import SourceText
import Testing

/// Exports of real routers, which are no part of the repository; they lie beside it where they are at
/// hand. Only counts are printed.
@Suite struct FormattingCorpusTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "shared/corpus")

  /// The exports of the corpus: those whose class says so.
  private static func exports() -> [[UInt8]] {
    guard let index = try? String(contentsOf: folder.appending(path: "index.tsv"), encoding: .utf8)
    else { return [] }
    return index.split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 6, fields[6].hasPrefix("export-") else { return nil }
      let path = folder.appending(path: "files/\(fields[0])").path
      return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
    }
  }

  @Test func exportsOfRoutersComeBackByteForByte() throws {
    let exports = Self.exports()
    guard !exports.isEmpty else {
      print("no corpus beside the repository; skipped")
      return
    }
    var counts = (same: 0, changed: 0, refused: 0)
    for bytes in exports {
      guard let once = try? formattedBytes(bytes) else {
        counts.refused += 1
        continue
      }
      if once == bytes { counts.same += 1 } else { counts.changed += 1 }
      let isSame = meaning(of: once) == meaning(of: bytes)
      let isStable = try formattedBytes(once) == once
      #expect(isSame && isStable)
    }
    print("corpus: \(counts.same) same, \(counts.changed) changed, \(counts.refused) refused")
    // The changed ones were looked at one by one: edited by hand, redacted or cut.
    #expect(counts.same >= 99 && counts.changed <= 35 && counts.refused <= 9)
  }
}
