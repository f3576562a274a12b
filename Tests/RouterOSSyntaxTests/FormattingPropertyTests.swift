import Foundation
import RouterOSSyntax
import SourceText
import TestSupport
import Testing

/// What holds for every script that is not refused: it says the same as before, and formatting it again
/// changes nothing.
@Suite struct FormattingPropertyTests {
  private static let options = [
    FormatOptions(), FormatOptions(width: .columns(40)), FormatOptions(width: .columns(131)),
    FormatOptions(width: .unlimited), FormatOptions(style: .section), FormatOptions(style: .terse),
    FormatOptions(width: .columns(55), style: .terse),
  ]

  /// Checks one script; whether it was not refused.
  @discardableResult
  private func check(_ bytes: [UInt8], _ options: FormatOptions, _ origin: String) -> Bool {
    guard let once = try? formattedBytes(bytes, options) else { return false }
    let isSame = meaning(of: once) == meaning(of: bytes)
    #expect(isSame, "\(origin): \(decodeText(bytes))")
    let isStable = (try? formattedBytes(once)) == once
    #expect(isStable, "\(origin), \(options): \(decodeText(once))")
    let keepsComments = commentCount(once) == commentCount(bytes)
    #expect(keepsComments, "\(origin): \(decodeText(bytes))")
    return true
  }

  private func commentCount(_ bytes: [UInt8]) -> Int {
    parse(SourceFile(name: "example.rsc", bytes: bytes)).comments.count
  }

  @Test(arguments: Array(UInt64(1)...30)) func holdsForRandomScripts(seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<10 {
      let script = randomScript(&dice)
      for options in Self.options {
        #expect(check(script, options, "seed \(seed)"), "\(decodeText(script))")
      }
    }
  }

  @Test(arguments: samples) func samplesAreFormatted(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let isFormatted = try formattedBytes(bytes) == bytes
    #expect(isFormatted, "run 'jalur fmt \(path)'")
    for options in Self.options { #expect(check(bytes, options, path)) }
  }

  @Test(arguments: samples) func survivesMutations(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    let seed = UInt64(path.utf8.count) &+ bytes.reduce(0) { $0 &* 31 &+ UInt64($1) }
    var dice = Dice(seed: seed)
    for _ in 0..<8 {
      let options = Self.options.randomElement(using: &dice) ?? FormatOptions()
      check(mutated(bytes, &dice), options, "\(path), seed \(seed)")
    }
  }

  @Test func survivesAnyBytes() {
    let alphabet = Array("/ip route\nadd set x=\"\\[]{}()$;#!. *\r\t\n\n=".utf8) + [0, 0xFF, 0xC3]
    for seed in UInt64(1)...200 {
      var dice = Dice(seed: seed)
      var bytes = Array("/ip route\n".utf8)
      for _ in 0..<120 { bytes.append(alphabet.randomElement(using: &dice) ?? 0) }
      check(bytes, FormatOptions(), "seed \(seed)")
    }
  }

  static let samples: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Samples")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "rsc" }
      .map(\.path).sorted()
  }()
}

/// A sample with a few bytes changed, lost, doubled or broken.
private func mutated(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
  var bytes = bytes
  let salt = Array("\"\\=[]{}$#;!/ \r\n\té.".utf8)
  for _ in 0..<Int.random(in: 1...4, using: &dice) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &dice)
    switch Int.random(in: 0..<4, using: &dice) {
    case 0: bytes[place] = salt.randomElement(using: &dice) ?? 0
    case 1: bytes.insert(salt.randomElement(using: &dice) ?? 0, at: place)
    case 2: bytes.remove(at: place)
    default: bytes.insert(contentsOf: "\\\r\n  ".utf8, at: place)
    }
  }
  return bytes
}

/// A script that is none of the formatter's shape, and that it must not refuse.
private func randomScript(_ dice: inout Dice) -> [UInt8] {
  let lineEnd = Bool.random(using: &dice) ? "\n" : "\r\n"
  let header = ["", "# by RouterOS 7.16", "# jul/27/2021 09:14:07 by RouterOS 6.48.3"]
  var lines = [header.randomElement(using: &dice) ?? "", "/ip route"]
  for _ in 0..<Int.random(in: 0..<12, using: &dice) {
    switch Int.random(in: 0..<10, using: &dice) {
    case 0: lines.append("# note \(Int.random(in: 0..<100, using: &dice)) ")
    case 1: lines.append("")
    case 2: lines.append("/ip/address")
    case 3: lines.append("/interface  bridge port")
    case 4: lines.append("/ip route " + randomStatement(&dice, lineEnd))
    case 5: lines.append("#error exporting /ip/calea")
    default: lines.append(randomStatement(&dice, lineEnd))
    }
  }
  // Below a header, a last line without its end may be cut off.
  let isEnded = Bool.random(using: &dice) || lines[0] != ""
  return Array((lines.joined(separator: lineEnd) + (isEnded ? lineEnd : "")).utf8)
}

private func randomStatement(_ dice: inout Dice, _ lineEnd: String) -> String {
  let targets = ["add", "set 0", "set [find]", "set [find name=\"a b\"]", "set \"x y\"", "set *1"]
  let names = ["a", "b.c", "b.d", "b-c", "comment", "disabled", "gateway", "x.y.z", "x.y"]
  var words = [targets.randomElement(using: &dice) ?? ""]
  for _ in 0..<Int.random(in: 0..<8, using: &dice) {
    let name = names.randomElement(using: &dice) ?? ""
    switch Int.random(in: 0..<8, using: &dice) {
    case 0: words.append("!\(name)")
    case 1 where words[0] != "add": words.append("fib")
    case 2: words.append("\(name)=\\\(lineEnd)   \(randomValue(&dice))")
    default: words.append("\(name)=\(randomValue(&dice))")
    }
  }
  return words.joined(separator: Bool.random(using: &dice) ? " " : " \\\(lineEnd)    ")
}

private func randomValue(_ dice: inout Dice) -> String {
  if Int.random(in: 0..<3, using: &dice) == 0 {
    return "10.0.0.\(UInt8.random(in: 0...9, using: &dice))"
  }
  let parts = [
    "\\n", "\\r\\n", " ", "  ", "word", "\\\"", "\\\\", "\\D0\\9e", "é", "?", "&", "[x]", "a,b,c",
    "_",
  ]
  let count = Int.random(in: 0..<3, using: &dice) == 0 ? 60 : 6
  let text = (0..<Int.random(in: 0..<count, using: &dice)).map { _ in
    parts.randomElement(using: &dice) ?? ""
  }
  return "\"\(text.joined())\""
}
