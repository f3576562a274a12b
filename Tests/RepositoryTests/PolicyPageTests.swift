import Foundation
import PolicyTesting
import RouterOSSyntax
import SourceText
import Testing

/// What the house asks of every page of a rule. That pages hold is for `CommandTests` to run.
@Suite struct PolicyPageTests {
  static let rules = repository.files(below: "Policies", with: "yaml")
    .filter { !$0.hasSuffix("/pack.yaml") }

  private static func text(_ path: String) throws -> String {
    let data = try Data(contentsOf: repository.root.appending(path: path))
    return String(decoding: data, as: UTF8.self)
  }

  private static func page(of rule: String) throws -> (page: Page, text: String) {
    let path = rule.dropLast("yaml".count) + "md"
    let text = try text(String(path))
    return (try readPage(SourceFile(name: String(path), text: text)), text)
  }

  @Test func thereAreRulesInPacks() {
    #expect(Self.rules.count >= 6)
    for rule in Self.rules {
      let pack = rule.split(separator: "/").dropLast().joined(separator: "/") + "/pack.yaml"
      let path = repository.root.appending(path: pack).path
      #expect(FileManager.default.fileExists(atPath: path), "\(pack) is missing")
    }
  }

  @Test(arguments: rules) func aPageShowsWhatFailsAndWhatPasses(rule: String) throws {
    let examples = try Self.page(of: rule).page.examples
    let fails = examples.filter { example in
      example.blocks.contains { $0.marks.contains { $0.kind == .fail } }
    }
    #expect(!fails.isEmpty, "\(rule): no example fails")
    #expect(fails.contains { $0.report != nil }, "\(rule): no report shows what fails")
    #expect(examples.contains { !$0.isMarked }, "\(rule): no example is clean")
    for example in examples where example.report != nil {
      #expect(example.isMarked, "\(rule): a clean example needs no report")
    }
  }

  /// All views are fed by both releases; a rule may be meant for the newer one alone.
  @Test(arguments: rules) func aPageFailsInItsReleases(rule: String) throws {
    let examples = try Self.page(of: rule).page.examples
    for release in try Self.text(rule).contains("\nrouteros: 7\n") ? [7] : [6, 7] {
      let blocks = examples.flatMap(\.blocks).filter { $0.version?.major == release }
      #expect(
        blocks.contains { $0.marks.contains { $0.kind == .fail } },
        "\(rule): nothing fails in RouterOS \(release)")
    }
  }

  @Test(arguments: rules) func everyExampleSaysItsRelease(rule: String) throws {
    for block in try Self.page(of: rule).page.examples.flatMap(\.blocks) {
      #expect(block.version != nil, "\(rule): a block of \(block.file.name)")
    }
  }

  @Test(arguments: rules) func aRuleOfTwoEndsShowsFleets(rule: String) throws {
    // A far end that is only asked whether it is meant to fail over decides who is judged, and not how.
    let text = try Self.text(rule).replacing("far.fails-over", with: "")
    guard text.contains("far.") || text.contains("per: link") else { return }
    let fleets = try Self.page(of: rule).page.examples.filter { $0.blocks.count > 1 }
    #expect(fleets.contains { $0.isMarked } && fleets.contains { !$0.isMarked }, "\(rule)")
  }

  @Test(arguments: rules) func aPageHasATitleProseAndSources(rule: String) throws {
    let text = try Self.page(of: rule).text
    #expect(text.hasPrefix("# ") && text.contains("\n## Sources\n"), "\(rule)")
    let prose = text.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 0 }
    #expect(prose.map(\.element.count).reduce(0, +) > 600, "\(rule): hardly any prose")
  }
}
