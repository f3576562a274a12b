import Foundation
import Testing

/// Every output in the README is what the program prints.
@Suite struct ReadmeTests {
  static let root = SampleTests.folder.deletingLastPathComponent().deletingLastPathComponent()

  /// The blocks that begin with a command of Jalur: its arguments, and what the README says it prints.
  static let blocks: [(arguments: [String], output: String)] = {
    let data = FileManager.default.contents(atPath: root.appending(path: "README.md").path)
    let parts = String(decoding: data ?? Data(), as: UTF8.self).components(separatedBy: "```")
    return stride(from: 1, to: parts.count, by: 2).compactMap { index in
      let lines = parts[index].split(
        separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
      guard lines.count == 3, lines[1].hasPrefix("$ jalur ") else { return nil }
      return (lines[1].split(separator: " ").dropFirst(2).map(String.init), String(lines[2]))
    }
  }()

  @Test func thereAreBlocks() { #expect(Self.blocks.count >= 2) }

  @Test(arguments: blocks.indices) func showsWhatIsPrinted(index: Int) throws {
    let block = Self.blocks[index]
    let result = try runProgram(program, block.arguments, in: Self.root)
    #expect(result.output == block.output, "jalur \(block.arguments.joined(separator: " "))")
  }
}
