import Foundation
import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// A short round of what Tests/Fuzzing does at length: samples with bytes changed, lost, doubled and
/// crossed must not break what holds for any bytes.
@Suite struct MutationTests {
  /// Fresh in each run, so that runs add up; printed, and given back with `JALUR_SEED` it repeats a run.
  private static let seed: UInt64 = {
    let given = ProcessInfo.processInfo.environment["JALUR_SEED"].flatMap(UInt64.init)
    let seed = given ?? UInt64.random(in: 1...UInt64(UInt32.max))
    print("mutations: JALUR_SEED=\(seed)")
    return seed
  }()

  private static let pieces: [[UInt8]] = FormattingPropertyTests.samples.flatMap { path in
    let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
    return bytes.split(separator: 0x0A).map(Array.init)
  }

  private static let words = [
    "add ", "set ", "/ip route", "[ find ", "]", "{", "}", "\"", "\\", "\\\n  ", "$[", "=",
    "remote.as=1",
    ".as=", "!", "#", "\r", "\n", "\u{0}", "é", "[admin@r] > ", ":if (", ";", "..",
  ].map { Array($0.utf8) }

  /// Some lines of the samples with some damage.
  private static func script(_ dice: inout Dice) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...8, using: &dice) {
      bytes += (pieces.randomElement(using: &dice) ?? []) + [0x0A]
    }
    for _ in 0..<Int.random(in: 0...6, using: &dice) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      switch Int.random(in: 0..<4, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: .min ... .max, using: &dice)
      case 1: bytes.remove(at: place)
      case 2: bytes.removeSubrange(place..<min(place + 20, bytes.count))
      default: bytes.insert(contentsOf: words.randomElement(using: &dice) ?? [], at: place)
      }
    }
    return bytes
  }

  /// What a check keeps from one file to the next changes nothing: neither names, menus nor problems.
  @Test func aCheckTellsOfManyFilesWhatAParseTellsOfEach() {
    var dice = Dice(seed: Self.seed)
    var check = ReadingCheck()
    var readable = 0
    for _ in 0..<2_000 {
      let file = SourceFile(name: "export", bytes: Self.script(&dice))
      let canRead = check.canRead(file)
      readable += canRead ? 1 : 0
      guard canRead != parse(file).isDamaged else {
        Issue.record("JALUR_SEED=\(Self.seed): \(decodeText(file.bytes))")
        return
      }
    }
    #expect(0 < readable && readable < 2_000)
  }

  @Test(arguments: 0..<8) func nothingBreaksAProperty(round: UInt64) {
    var dice = Dice(seed: Self.seed &+ round)
    for _ in 0..<1_000 {
      let bytes = Self.script(&dice)
      let found =
        complaintAboutParsing(bytes) ?? complaintAboutFormatting(bytes, FormatOptions())
        ?? complaintAboutUnescaping(bytes)
      if let found {
        Issue.record("\(found), JALUR_SEED=\(Self.seed), round \(round): \(decodeText(bytes))")
        return
      }
    }
  }
}
