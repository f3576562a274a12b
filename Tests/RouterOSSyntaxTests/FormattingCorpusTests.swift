import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// Exports of real routers, which are no part of the repository. Only counts are printed.
@Suite struct FormattingCorpusTests {
  @Test(.enabled(if: !Corpus.shared.files.isEmpty))
  func exportsOfRoutersComeBackByteForByte() throws {
    let exports = try Corpus.shared.files.filter(\.isExport).map { try $0.bytes() }
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
    #expect(counts.same >= 98 && counts.changed <= 35 && counts.refused <= 11)
  }
}
