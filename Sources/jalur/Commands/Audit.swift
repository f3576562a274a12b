import ArgumentParser
import Audit
import Diagnostics
import Policy
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The severities that can be asked for.
enum LeastSeverity: String, CaseIterable, ExpressibleByArgument {
  case error
  case info
  case warning

  var severity: Severity {
    switch self {
    case .error: .error
    case .info: .info
    case .warning: .warning
    }
  }
}

/// `jalur audit`: exports against policies.
struct Audit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check exports against policies.",
    discussion: """
      A folder is walked for exports. Routers that face each other belong into one run: what one end \
      expects of the other is then checked, too; what cannot be told is said to be unknown.

      jalur audit routers/
      jalur audit --fail-on warning --fail-on-unknown routers/
      jalur audit --policies our-rules/ --format json - < router.rsc

      Exit status: 0 clean, 1 findings, 2 could not do the job.
      """)

  @Option(help: "text, or json.")
  var format = Format.text

  @Option(help: "The least severity that ends with status 1: error, warning or info.")
  var failOn = LeastSeverity.error

  @Flag(help: "End with status 1, too, when something cannot be told.")
  var failOnUnknown = false

  @Flag(help: "List what cannot be told, and why.")
  var showUnknown = false

  @Option(help: "A rule of your own, or a folder of them, beside those of Jalur; may be repeated.")
  var policies: [String] = []

  @ArgumentParser.Argument(help: "Exports, or folders of them; - is standard input.")
  var paths: [String]

  func run() throws {
    let rules = try readPolicies(policies)
    let inputs = try findExports(paths)
    let fleet = fleet(of: inputs.scripts)
    let diagnostics = audit(fleet, by: rules)
    switch format {
    case .json:
      writeToStandardOutput(
        renderAuditJSON(diagnostics, fleet, version: Jalur.configuration.version))
    case .text:
      writeToStandardOutput(
        renderAudit(diagnostics, fleet, rules: rules.rules.count, showUnknown: showUnknown))
    }
    if inputs.isIncomplete { throw ExitCode(2) }
    let fails = diagnostics.contains { $0.outcome == .fail && $0.severity >= failOn.severity }
    let doubts = failOnUnknown && diagnostics.contains { $0.outcome == .unknown }
    if fails || doubts { throw ExitCode(1) }
  }
}
