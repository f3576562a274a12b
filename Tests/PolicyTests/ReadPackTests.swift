import Diagnostics
import Policy
import SourceText
import Testing

@Suite struct ReadPackTests {
  @Test func readsAPack() throws {
    let text = "language: 1\npack: failover\nabout: one path is lost\n"
    let pack = try readPack(SourceFile(name: "pack.yaml", text: text), inFolder: "failover")
    #expect(pack.name.text == "failover" && pack.about.text == "one path is lost")
  }

  @Test(arguments: [
    ("language: 1\npack: failover\n", "'about' is missing", ""),
    (
      "language: 2\npack: a\nabout: b\n", "language '2' of policies is not known; expected '1'", "2"
    ),
    (
      "language: 1\npack: a\nabout: b\n", "pack 'a' must be named like its folder, 'failover'", "a"
    ),
    (
      "language: 1\npack: failover\nabot: b\n", "unknown key 'abot'; did you mean 'about'?", "abot"
    ),
    ("language: 1\npack: [a]\nabout: b\n", "expected text", "[a]"),
    ("- a\n", "expected a mapping for this pack", "- a\n"),
  ])
  func refusesWithAPlace(text: String, message: String, place: String) {
    let file = SourceFile(name: "pack.yaml", text: text)
    do throws(SourceError) {
      _ = try readPack(file, inFolder: "failover")
      Issue.record("'\(text)' must be refused")
    } catch {
      #expect(error.message == message)
      #expect(file.text(in: error.primary.span) == place)
    }
  }
}
