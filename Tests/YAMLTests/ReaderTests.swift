import Diagnostics
import SourceText
import Testing
import YAML

private func read(_ text: String) throws -> (node: Node, file: SourceFile) {
  let file = SourceFile(name: "rule.yaml", text: text)
  return (try readYAML(file), file)
}

@Suite struct ReaderTests {
  @Test func keepsShapesAndText() throws {
    let (node, _) = try read(
      "id: a\nwhere: { disabled: no, list: [x, \"\"] }\nwhy: >-\n  one\n  two\n")
    #expect(node["id"]?.text == "a")
    #expect(node["where"]?["disabled"]?.text == "no")
    #expect(node["where"]?["list"]?.items?.map(\.text) == ["x", ""])
    #expect(node["why"]?.text == "one two")
    #expect(node.pairs?.map(\.key.text) == ["id", "where", "why"])
  }

  @Test(arguments: ["", "\u{FEFF}"])
  func spansCountBytes(mark: String) throws {
    let (node, file) = try read("\(mark)é: naïve — text\r\nkey: value\r\n")
    let value = try #require(node["key"])
    #expect(file.text(in: value.span) == "value")
    #expect(file.text(in: try #require(node["é"]).span) == "naïve — text")
  }

  @Test(arguments: [
    ("a: !LAN b", "YAML reads '!LAN' as a tag; quote it", "!LAN b"),
    ("a: *9", "YAML reads '*9' as an alias; quote it", "*9"),
    ("a: &b c", "YAML reads '&b' as an anchor; quote it", "&b c"),
    ("a: 1\na: 2", "key 'a' stands twice in this mapping", "a"),
    ("<<: a", "merge keys are not allowed; write the keys out", "<<"),
    ("a: b\nwhere:", "'where' has no value; write \"\" for the empty text", ""),
    (
      "a: b #c", "the text behind ' #' is a comment; quote it, or put the comment on its own line",
      "b"
    ),
    ("[a]: b", "a key must be text", "[a]"),
    ("a: b\n---\nc: d", "a second document; expected one", "c: d"),
    ("", "the file holds nothing; expected a mapping", ""),
  ])
  func refusesWithAPlace(text: String, message: String, place: String) {
    let file = SourceFile(name: "rule.yaml", text: text)
    do throws(SourceError) {
      _ = try readYAML(file)
      Issue.record("'\(text)' must be refused")
    } catch {
      #expect(error.message == message)
      #expect(file.text(in: error.primary.span) == place)
    }
  }

  private static let list =
    "YAML reads '[' as the start of a list; quote the text, or close what it opens"

  @Test(arguments: [
    ("message: {name} is off", "'name' has no value; if '{…}' is meant as text, quote it", 14),
    ("é: {ü} ist aus", "'ü' has no value; if '{…}' is meant as text, quote it", 7),
    ("a: b: c", "YAML reads a colon and a blank as the end of a key; quote the text", 4),
    ("a:\n\t- b", "a tab cannot stand here; use blanks", 3),
    ("a: \"b", "a quote that opens here or above is never closed", 5),
    ("a: [::/0", list, 4),
    ("é: @b", "a text cannot begin with '@'; quote it", 4),
    ("é: a\u{1}b", "a control character cannot stand here", 5),
    ("\u{FEFF}é: a\u{1}b", "a control character cannot stand here", 8),
  ])
  func saysWhatIsNoYAML(text: String, message: String, byte: Int) {
    do throws(SourceError) {
      _ = try readYAML(SourceFile(name: "rule.yaml", text: text))
      Issue.record("'\(text)' must be refused")
    } catch {
      #expect(error.message == message)
      #expect(Int(error.primary.span.start) == byte)
    }
  }

  @Test func boundsHostileInput() {
    #expect(throws: SourceError.self) { try read(String(repeating: "[", count: 5_000)) }
    #expect(throws: SourceError.self) {
      try readYAML(SourceFile(name: "x", bytes: [0x61, 0x3A, 0x20, 0xFF]))
    }
    var limits = Limits()
    limits.nodes = 100
    #expect(throws: SourceError.self) {
      try readYAML(
        SourceFile(name: "x", text: "[" + String(repeating: "a,", count: 200) + "]"), limits: limits
      )
    }
  }

  @Test(
    arguments: [
      ([0x61, 0x3A, 0x20, 0xFF], 3), ([0x61, 0x00, 0x62], 1), ([0xC3, 0xA9, 0x3A, 0xC3], 3),
      ([0xED, 0xA0, 0x80], 0),
    ] as [([UInt8], UInt32)])
  func whatIsNoTextHasAPlace(bytes: [UInt8], place: UInt32) {
    do throws(SourceError) {
      _ = try readYAML(SourceFile(name: "x", bytes: bytes))
      Issue.record("must be refused")
    } catch {
      #expect(error.message == "expected text in UTF-8" && error.primary.span.start == place)
    }
  }

  /// Each of these is large, and would take minutes if anything were looked at for each value again.
  private static let large: [String: @Sendable () -> String] = [
    "a list in one line": { "[" + String(repeating: "a,", count: 20_000) + "]" },
    "with blanks": { "[" + String(repeating: "a ,", count: 20_000) + "]" },
    "keys": { (0..<9_000).map { "k\($0): v\n" }.joined() },
    "keys in one line": { "{" + (0..<9_000).map { "k\($0): é," }.joined() + "}" },
    "a quoted text": { "a: '" + String(repeating: "é ", count: 100_000) + "'" },
    "a folded text": { "a: >-\n" + String(repeating: "  b\n", count: 90_000) },
    "comments": { String(repeating: "# a\n", count: 90_000) + "a: b" },
    "blanks behind": { "a: b" + String(repeating: " ", count: 300_000) },
    "empty lines": { String(repeating: "\n", count: 300_000) + "a: b" },
    "a text of lines": { String(repeating: "a\n", count: 100_000) },
  ]

  @Test(.timeLimit(.minutes(1)), arguments: large.keys.sorted())
  func whatIsLargeIsReadInLinearTime(name: String) throws {
    let make = Self.large[name] ?? { "" }
    let text = make()
    #expect(try read(text).node.span.count > 0)
  }

  private static let hostile: [String: @Sendable () -> String] = [
    "lists": { String(repeating: "[", count: 400_000) },
    "dashes": { String(repeating: "- ", count: 200_000) },
    "question marks": { String(repeating: "? ", count: 200_000) },
    "mappings": { String(repeating: "{a: ", count: 100_000) },
    "anchors": { "a: " + String(repeating: "&a ", count: 100_000) },
    "aliases": { "a: &a [b]\nb: " + String(repeating: "[*a, *a]", count: 100_000) },
    "a bomb": {
      "a: &a [x, x]\n" + (1..<30).map { "k\($0): &k\($0) [*a, *a]\n" }.joined()
    },
    "itself": { "a: &a [*a]" },
    "a large file": { String(repeating: "a", count: 5_000_000) },
    "quotes": { String(repeating: "a: \"", count: 90_000) },
    "stairs": { (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined() },
    "tags": { "a: " + String(repeating: "!x ", count: 100_000) },
  ]

  @Test(.timeLimit(.minutes(1)), arguments: hostile.keys.sorted())
  func whatIsHostileIsRefusedInLinearTime(name: String) {
    let make = Self.hostile[name] ?? { "" }
    let text = make()
    #expect(throws: SourceError.self) { try read(text) }
  }

  @Test func survivesAnyText() {
    let alphabet = Array("ab: -[]{},\n  \"'#&*!|>%@é".unicodeScalars)
    for seed in UInt64(1)...500 {
      var state = seed
      var text = ""
      for _ in 0..<60 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.unicodeScalars.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let file = SourceFile(name: "seed \(seed)", text: text)
      do throws(SourceError) {
        let node = try readYAML(file)
        #expect(Int(node.span.end) <= file.bytes.count, "seed \(seed)")
      } catch {
        #expect(
          !error.message.isEmpty && Int(error.primary.span.end) <= file.bytes.count, "seed \(seed)")
      }
    }
  }
}
