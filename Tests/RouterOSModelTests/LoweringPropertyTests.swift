import Foundation
import RouterOSModel
import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// What holds for the meaning of every export: how it is spelt and laid out does not matter.
@Suite struct LoweringPropertyTests {
  /// Fresh in each run, so that runs add up; printed, and given back with `JALUR_SEED` it repeats a run.
  private static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["JALUR_SEED"].flatMap(UInt64.init)
    let seed = given ?? UInt64.random(in: 1...UInt64(UInt32.max))
    print("lowering: JALUR_SEED=\(seed)")
    return seed
  }()

  private func lowered(_ bytes: [UInt8]) -> Configuration {
    lower(parse(SourceFile(name: "router.rsc", bytes: bytes)))
  }

  /// What every property of every entry is, known or not, wherever it comes from.
  private func effects(_ configuration: Configuration) -> [[String]] {
    configuration.menus.map { path in
      [path]
        + configuration.entries(path).map { entry in
          entry.menu.properties.keys.sorted().map { property in
            let value = entry.value(property)
            return "\(property)=\(value.text ?? "-")\(value.isKnown ? "" : "?")"
          }
          .joined(separator: " ")
        }
    }
  }

  @Test(arguments: 0..<24) func verboseAndCompactMeanTheSame(round: UInt64) {
    var dice = Dice(seed: Self.seed &+ round)
    let router = GeneratedRouter(&dice)
    let compact = lowered(router.export(mixedBy: &dice))
    let verbose = lowered(router.export(isVerbose: true, mixedBy: &dice))
    #expect(!compact.menus.isEmpty)
    #expect(effects(compact) == effects(verbose), "JALUR_SEED=\(Self.seed), round \(round)")
  }

  @Test(arguments: 0..<24) func theOrderOfUnorderedEntriesDoesNotMatter(round: UInt64) {
    var dice = Dice(seed: Self.seed &+ round)
    let router = GeneratedRouter(&dice)
    let one = effects(lowered(router.export(mixedBy: &dice)))
    let other = effects(lowered(router.export(mixedBy: &dice, isMixed: true)))
    #expect(
      one.map { $0.sorted() } == other.map { $0.sorted() },
      "JALUR_SEED=\(Self.seed), round \(round)")
  }

  @Test(arguments: 0..<24) func generatedRoutersBreakNoProperty(round: UInt64) {
    var dice = Dice(seed: Self.seed &+ round)
    let router = GeneratedRouter(&dice)
    for isVerbose in [false, true] {
      let found = complaintAboutLowering(router.export(isVerbose: isVerbose, mixedBy: &dice))
      #expect(found == nil, "JALUR_SEED=\(Self.seed), round \(round)")
    }
  }

  @Test func realExportsBreakNoProperty() throws {
    for file in Corpus.shared.files {
      let bytes = try file.bytes()
      guard bytes.count < 1 << 16 else { continue }
      let found = complaintAboutLowering(bytes)
      #expect(found == nil, "\(file.kind)")
    }
  }
}
