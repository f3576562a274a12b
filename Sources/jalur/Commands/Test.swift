import ArgumentParser
import Diagnostics
import PolicyTesting
import Report
import SourceText

/// `jalur test`: the pages of rules, run as their tests.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the pages of rules as their tests.",
    discussion: """
      RULE.md beside RULE.yaml explains the rule by examples. A block that begins with ```rsc is a \
      whole export, audited by this rule alone. Behind rsc may stand a release, such as 6.48, or 7 for \
      the newest of RouterOS 7; without one the header of the export tells, else the newest is meant. \
      There may also stand the name of a device: such blocks under one heading are one fleet. A block \
      that begins with ```yaml jalur.yaml is the project of the examples under its heading; their \
      exports are called like their devices, such as client.rsc, and today is 2026-01-01.

      A comment below a line marks what must be found there, column by column: ^ a fail, ? an \
      unknown, - a related label. Fails and unknowns must be marked, all of them; an example without \
      marks must be clean. A # that touches its marks is their first column. A command that goes on \
      over several lines can be marked in its last one only. A block that begins with ```text holds \
      the report on the example above it.

      A page shows at least one example that fails, and one that passes.

      jalur test our-rules/
      jalur test --update our-rules/     rewrite the reports

      Exit status: 0 all pages hold, 1 some do not, 2 could not do the job.
      """)

  @Flag(help: "Rewrite the reports in the pages.")
  var update = false

  @ArgumentParser.Argument(help: "Rules, or folders of them.")
  var paths: [String]

  func run() throws {
    let files = try PolicyFiles(paths)
    var tally = Tally()
    for path in files.packs + files.rules {
      do throws(Failure) {
        if isPack(path) { try checkPack(path) } else { try test(path, &tally) }
      } catch {
        complain(error.message)
        tally.isIncomplete = true
      }
    }
    writeToStandardOutput("\(tally.summary)\n")
    if tally.isIncomplete { throw ExitCode(2) }
    if tally.failures > 0 { throw ExitCode(1) }
  }

  private func test(_ path: String, _ tally: inout Tally) throws(Failure) {
    let tested = try readRuleWithPage(path)
    let outcome = try run(tested)
    let name = printable(tested.page.file.name)
    var failures = tested.page.shortcomings + outcome.discrepancies
    if !update {
      failures += outcome.staleReports
    } else if !outcome.staleReports.isEmpty {
      try writeFile(tested.page.file.name, outcome.updated)
      writeToStandardOutput("\(name): updated\n")
    }
    writeToStandardOutput(renderErrorsWithColumns(failures))
    if failures.isEmpty {
      let examples = counted(tested.page.examples.count, "example holds", "examples hold")
      writeToStandardOutput("\(name): \(examples)\n")
    }
    tally.pages += 1
    tally.examples += tested.page.examples.count
    tally.failures += failures.count
  }

  private func run(_ tested: RuleWithPage) throws(Failure) -> PageOutcome {
    do throws(SourceError) { return try runPage(tested.page, of: tested.rule) } catch {
      throw Failure(renderError(error))
    }
  }
}

/// How much was tested, and how it went.
private struct Tally {
  var pages = 0
  var examples = 0
  var failures = 0
  var isIncomplete = false

  /// `6 pages, 31 examples: all hold`.
  var summary: String {
    let verdict =
      failures > 0
      ? counted(failures, "failure")
      : isIncomplete ? "the rest could not be tested" : "all hold"
    return "\(counted(pages, "page")), \(counted(examples, "example")): \(verdict)"
  }
}
