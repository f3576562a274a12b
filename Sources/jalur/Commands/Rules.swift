import ArgumentParser
import Diagnostics
import Policy
import Report

/// `jalur rules`: every rule in one line.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List all rules.",
    discussion: """
      The rules of Jalur, and those of the folders that jalur.yaml and --policies name. One of those \
      takes the place of a rule of Jalur that has the same id.

      jalur rules --format json
      jalur rules --format markdown --policies our-rules/
      """)

  /// How rules are listed.
  enum ListFormat: String, CaseIterable, ExpressibleByArgument {
    case json
    case markdown
    case text
  }

  @Option(help: "text, json, or markdown for a table.")
  var format = ListFormat.text

  @Option(help: "A rule of your own, or a folder of them, beside those of Jalur; may be repeated.")
  var policies: [String] = []

  @OptionGroup var project: ProjectOption

  func run() throws {
    let known = try KnownRules(try project.open(), policies)
    let replaced = Set(known.own.map(\.id.text))
    let shipped = known.shipped.filter { !replaced.contains($0.id.text) }
    let titles = RuleTitles()
    let rules =
      try
      ((shipped.map(\.summary) + RuleSummary.ofExportItself).map(titles.titled)
      + known.own.map(titles.titled(own:))).sorted { $0.id < $1.id }
    switch format {
    case .json: writeToStandardOutput(renderRulesJSON(rules))
    case .markdown: writeToStandardOutput(renderRulesMarkdown(rules))
    case .text: writeLines(rules)
    }
  }

  private func writeLines(_ rules: [RuleSummary]) {
    for rule in rules {
      let columns = [(rule.id, 37), (rule.severity.rawValue, 8), (rule.profile.rawValue, 12)]
      let start = columns.map { text, width in
        text + String(repeating: " ", count: max(1, width - text.count))
      }
      writeToStandardOutput("\(start.joined())\(printable(rule.headline))\n")
    }
  }
}
