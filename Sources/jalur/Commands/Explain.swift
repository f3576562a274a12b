import ArgumentParser
import Diagnostics
import Policy
import PolicyTesting
import Report
import SourceText

/// `jalur explain`: the page of a rule, or the words of the language.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the manual page of a rule, or the words that rules are made of.",
    discussion: """
      Of rules of your own, too, which jalur.yaml or --policies names.

      jalur explain default-route-pair
      jalur explain --verbs
      """)

  @Flag(help: "Show the conditions, verbs and references of the language of rules.")
  var verbs = false

  @Option(help: "A rule of your own, or a folder of them, beside those of Jalur; may be repeated.")
  var policies: [String] = []

  @OptionGroup var colour: Colour

  @ArgumentParser.Argument(help: "The id of the rule.")
  var rule: String?

  func run() throws {
    if verbs { return writeToStandardOutput(renderVocabulary(in: colour.palette)) }
    guard let rule else {
      throw Failure("no rule given; name one, see 'jalur rules', or say --verbs")
    }
    if let page = try ownPage(of: rule) { return writeToStandardOutput(page) }
    writeToStandardOutput(try manualPage(of: rule))
  }

  /// The page of a rule that is not Jalur's own; nil when there is none of that id.
  private func ownPage(of id: String) throws(Failure) -> String? {
    let packs = Set(try shippedRules().compactMap(\.pack)).sorted()
    for folder in try (OpenProject.nearest()?.folders(besides: packs) ?? []) + policies {
      guard let own = try rulesIn(folder).first(where: { $0.id.text == id }) else { continue }
      let page = own.file.name.dropLast(".yaml".utf8.count) + ".md"
      let bytes = try readFile(String(page), expected: "the page of a rule")
      return printableLines(String(decoding: bytes, as: UTF8.self))
    }
    return nil
  }
}

/// A text whose lines cannot drive a terminal.
private func printableLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
    .joined(separator: "\n")
}
