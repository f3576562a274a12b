import ArgumentParser
import Diagnostics
import Policy
import Report

/// `jalur rules`: every rule in one line.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List all rules.", discussion: "jalur rules --format json")

  @Option(help: "text, or json.")
  var format = Format.text

  func run() throws {
    let rules = (try shippedRules().map(\.summary) + RuleSummary.ofExportItself)
      .sorted { $0.id < $1.id }
    switch format {
    case .json: writeToStandardOutput(renderRulesJSON(rules))
    case .text: writeLines(rules)
    }
  }

  private func writeLines(_ rules: [RuleSummary]) {
    for rule in rules {
      let padding = String(repeating: " ", count: max(1, 34 - rule.id.count))
      writeToStandardOutput(
        "\(rule.id)\(padding)\(rule.severity.rawValue)  \(printable(rule.message))\n")
    }
  }
}

/// `jalur explain`: the page of a rule.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the manual page of a rule.", discussion: "jalur explain default-route-pair")

  @ArgumentParser.Argument(help: "The id of the rule.")
  var rule: String

  func run() throws {
    writeToStandardOutput(try manualPage(of: rule))
  }
}
