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

  @OptionGroup var project: ProjectOption

  @OptionGroup var colour: Colour

  @ArgumentParser.Argument(help: "The id of the rule.")
  var rule: String?

  func run() throws {
    if verbs { return writeToStandardOutput(renderVocabulary(in: colour.palette)) }
    guard let rule else {
      throw Failure("no rule given; name one, see 'jalur rules', or say --verbs")
    }
    let known = try KnownRules(try project.open(), policies)
    writeToStandardOutput(printableLines(try known.page(of: rule)))
  }
}

/// A text whose lines cannot drive a terminal.
private func printableLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { printable(String($0)) }
    .joined(separator: "\n")
}
