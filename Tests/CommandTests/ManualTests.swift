import Foundation
import Testing

/// Every example of the manual of the language is run.
@Suite struct ManualTests {
  /// A block: the words behind its fence, and its lines.
  struct Block {
    let words: [String]
    let text: String
  }

  static let blocks: [Block] = {
    let url = ReadmeTests.root.appending(path: "Policies/README.md")
    let text = String(decoding: (try? Data(contentsOf: url)) ?? Data(), as: UTF8.self)
    var blocks: [Block] = []
    var fence = ""
    var words: [String] = []
    var lines: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = String(line.prefix { $0 == "`" })
      if fence.isEmpty, ticks.count >= 3 {
        fence = ticks
        words = line.dropFirst(ticks.count).split(separator: " ").map(String.init)
        lines = []
      } else if !fence.isEmpty, line == fence {
        blocks.append(Block(words: words, text: lines.map { "\($0)\n" }.joined()))
        fence = ""
      } else {
        lines.append(line)
      }
    }
    return blocks
  }()

  /// The walk of somebody new: files are written and commands run, in the order of the page.
  @Test func theWalkGoesAsItIsTold() throws {
    let folder = try RuleFolder(["edge.rsc": ""])
    var commands = 0
    for block in Self.blocks {
      if block.words.count == 2 {
        let file = folder.folder.appending(path: block.words[1])
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(block.text.utf8).write(to: file)
      }
      guard block.words == ["console"] else { continue }
      let parts = block.text.split(separator: "\n", maxSplits: 1).map(String.init)
      let words = parts[0].split(separator: " ").map(String.init)
      #expect(words.prefix(2) == ["$", "jalur"])
      let result = try runProgram(program, Array(words.dropFirst(2)), in: folder.folder)
      #expect(result.output == parts[1], "\(parts[0]): \(result.error)")
      #expect(result.status == 0, "\(parts[0])")
      commands += 1
    }
    #expect(commands == 4)
  }

  @Test func rulesLoadAndWrongOnesAreRefusedAsSaid() throws {
    var right: [String: String] = [:]
    var wrong = 0
    for (place, block) in Self.blocks.enumerated() where block.words == ["yaml"] {
      let id = try #require(block.text.split(separator: "\n").first?.dropFirst("id: ".count))
      let next = place + 1 < Self.blocks.count ? Self.blocks[place + 1] : nil
      guard next?.words == ["text"], let next else {
        right["ours/\(id).yaml"] = block.text
        continue
      }
      let folder = try RuleFolder(["\(id).yaml": block.text])
      let result = try jalur(
        "audit", "--policies", "\(id).yaml", "-", input: "/ip pool\n", in: folder.folder)
      #expect(result.status == 2 && result.error == "jalur: \(next.text)", "\(result.error)")
      wrong += 1
    }
    #expect(right.count >= 6 && wrong >= 4)
    let folder = try RuleFolder(right)
    let result = try jalur(
      "audit", "--policies", "ours", "--pack", "ours", "-",
      input: "# 2026-01-01 by RouterOS 7.18\n/ip pool\nadd name=p ranges=192.0.2.1\n/ip service\n"
        + "set telnet disabled=yes\n", in: folder.folder)
    #expect(result.error == "")
    #expect(result.output.contains(", \(right.count) rules: "), "\(result.output)")
  }

  @Test func everyWordIsInTheManual() throws {
    let text = Self.blocks.map(\.text).joined()
    let url = ReadmeTests.root.appending(path: "Policies/README.md")
    let manual = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    let schema = try jalur("schema", "rule").output
    let object = try JSONSerialization.jsonObject(with: Data(schema.utf8)) as? [String: Any]
    let keys = try #require(object?["properties"] as? [String: Any]).keys
    let words = try jalur("explain", "--verbs").output.split(separator: "\n")
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }
    #expect(words.count == 22)
    for word in Array(keys) + words {
      #expect(manual.contains("`\(word)") || text.contains(word), "\(word)")
    }
  }
}
