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

  @Test(arguments: ["message: {name} is off", "a: b: c", "a:\n\t- b", "a: \"b", "a: [::/0"])
  func saysWhatIsNoYAML(text: String) {
    #expect(throws: SourceError.self) { try read(text) }
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
