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
    let rules = try shippedRules()
    switch format {
    case .json: writeToStandardOutput(renderRulesJSON(rules))
    case .text: writeLines(rules)
    }
  }

  private func writeLines(_ rules: [Rule]) {
    for rule in rules {
      let id = rule.id.text
      let padding = String(repeating: " ", count: max(1, 34 - id.count))
      writeToStandardOutput("\(id)\(padding)\(rule.severity.rawValue)  \(rule.message.text)\n")
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
    writeToStandardOutput(try page(of: rule))
  }
}
