import ArgumentParser
import Comparison
import Diagnostics
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur diff`: what changed in meaning.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs in meaning between two exports.",
    discussion: """
      Entries are added (+), removed (-), changed (~) or moved (↕). Defaults written out, the order of \
      properties, comments and the date of the export are no differences.

      jalur diff before.rsc after.rsc
      jalur diff --exit-code --format json intended.rsc actual.rsc

      Exit status: 0 done, 1 --exit-code found differences, 2 could not compare all of both.
      """)

  /// What the differences are printed as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case markdown
    case text
  }

  @Option(help: "text, json, or markdown.")
  var format = Format.text

  @OptionGroup var colour: Colour

  @Flag(help: "End with status 1 when there are differences.")
  var exitCode = false

  @ArgumentParser.Argument(help: "The export before, or as intended; - is standard input.")
  var old: String

  @ArgumentParser.Argument(help: "The export after, or as it is; - is standard input.")
  var new: String

  func run() async throws {
    try refuseDoubledInput([old, new])
    let files = (try readInput(old), try readInput(new))
    // Both at once, since most of the work is done on each for itself.
    async let newSide = DiffSide(files.1)
    let sides = (DiffSide(files.0), await newSide)
    let oldScript = try sides.0.wholeScript
    let newScript = try sides.1.wholeScript
    let configurations = (sides.0.configuration, sides.1.configuration)
    let differences = compare(configurations.0, configurations.1)
    switch format {
    case .json: writeToStandardOutput(renderChangesJSON(differences, oldScript, newScript))
    case .markdown:
      writeToStandardOutput(renderChangesMarkdown(differences, oldScript, newScript))
    case .text:
      writeToStandardOutput(renderChanges(differences, oldScript, newScript, in: colour.palette))
    }
    let isWhole = [configurations.0, configurations.1].map(reportLeftOut).allSatisfy { $0 }
    if exitCode, !differences.changes.isEmpty { throw ExitCode(1) }
    if exitCode, !isWhole { throw Failure("cannot tell whether the exports differ") }
  }

  /// Says how many statements of an export took no part in the comparison; whether there were none.
  private func reportLeftOut(_ configuration: Configuration) -> Bool {
    let count = configuration.script.count - configuration.understood
    let isWhole = count == 0 && configuration.gaps.isEmpty
    if count > 0 {
      let subject = counted(count, "statement takes", "statements take")
      let name = configuration.script.file.name
      complain("\(subject) no part in the comparison of '\(name)'")
    }
    for menu in configuration.gaps.keys.sorted() {
      complain(
        "'\(configuration.concealment.menu(menu))' is incomplete in '\(configuration.script.file.name)'"
      )
    }
    return isWhole
  }
}

/// One of the two exports.
private struct DiffSide: Sendable {
  let configuration: Configuration

  init(_ file: SourceFile) { configuration = lower(parse(file)) }

  /// The export, of which every statement must be readable: a difference that was not seen is worse than none
  /// at all.
  var wholeScript: Script {
    get throws(Failure) {
      let script = configuration.script
      guard !script.isDamaged else {
        writeToStandardError(renderProblems(configuration))
        throw Failure("'\(script.file.name)' cannot be compared, because part of it cannot be read")
      }
      return script
    }
  }
}
