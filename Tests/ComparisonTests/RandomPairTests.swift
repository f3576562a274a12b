import Comparison
import Diagnostics
import Foundation
import Interpretation
import RouterOSModel
import RouterOSSyntax
import SourceText
import Testing

/// What must hold for any two exports. A failure names its seed; `JALUR_SEEDS` sets how many are tried.
@Suite struct RandomPairTests {
  private static let count =
    ProcessInfo.processInfo.environment["JALUR_SEEDS"].flatMap(UInt64.init) ?? 300

  private struct Pair {
    let old: Configuration
    let new: Configuration

    init(seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      var export = RandomExport(&random)
      let before = export.text
      // One in four is another router altogether.
      if seed % 4 == 0 { export = RandomExport(&random) } else { export.edit(&random) }
      old = lower(script(before))
      new = lower(script(export.text))
    }
  }

  private static func outcome(_ configuration: Configuration, _ remediation: Remediation) throws
    -> Configuration
  {
    var router = Router(configuration)
    let text = remediation.lines.map { $0.text + "\n" }.joined()
    try router.run(parse(SourceFile(name: "patch", text: text)))
    return lower(parse(router.export(named: "outcome")))
  }

  @Test func aScriptMakesOneOfTheOtherAndBackOrIsRefused() throws {
    var refused: [String: Int] = [:]
    for seed in 1...Self.count {
      let pair = Pair(seed: seed)
      do {
        let patched = try Self.outcome(pair.old, try remediate(pair.old, pair.new))
        #expect(compare(patched, pair.new).changes.isEmpty, "seed \(seed)")
        let back = try Self.outcome(patched, try remediate(patched, pair.old))
        #expect(compare(back, pair.old).changes.isEmpty, "seed \(seed)")
      } catch let error as SourceError {
        print("seed \(seed): \(error.message)")
        refused[error.message, default: 0] += 1
        #expect(!error.primary.span.isEmpty, "seed \(seed): \(error.message)")
      }
    }
    print("seeds 1 to \(Self.count): refused \(refused)")
    #expect(refused.isEmpty)
  }

  @Test func nothingDiffersFromItselfAndWhatOneWayAddsTheOtherRemoves() {
    for seed in 1...Self.count {
      let pair = Pair(seed: seed)
      #expect(compare(pair.old, pair.old).changes.isEmpty, "seed \(seed)")
      let there = compare(pair.old, pair.new).changes
      let back = compare(pair.new, pair.old).changes
      func count(_ changes: [Change], _ kind: Change.Kind) -> Int {
        changes.count { $0.kind == kind }
      }
      #expect(count(there, .added) == count(back, .removed), "seed \(seed)")
      #expect(count(there, .removed) == count(back, .added), "seed \(seed)")
      #expect(count(there, .renamed) == count(back, .renamed), "seed \(seed)")
    }
  }
}
