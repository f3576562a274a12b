import ArgumentParser
import Comparison
import Report
import RouterOSModel
import RouterOSSyntax

/// `jalur diff`: what changed in meaning.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what differs in meaning between two exports.",
    discussion: """
      Entries are added (+), removed (-), changed (~) or moved (↕). Defaults written out, the order of \
      properties, comments and the date of the export are no differences.

      jalur diff before.rsc after.rsc
      jalur diff --exit-code --format json intended.rsc actual.rsc
      """)

  @Option(help: "text, or json.")
  var format = Format.text

  @Flag(help: "End with status 1 when there are differences.")
  var exitCode = false

  @ArgumentParser.Argument(help: "The export before, or as intended; - is standard input.")
  var old: String

  @ArgumentParser.Argument(help: "The export after, or as it is; - is standard input.")
  var new: String

  func run() throws {
    let oldScript = try readWhole(old)
    let newScript = try readWhole(new)
    let differences = compare(lower(oldScript), lower(newScript))
    switch format {
    case .json: writeToStandardOutput(renderChangesJSON(differences, oldScript, newScript))
    case .text: writeToStandardOutput(renderChanges(differences, oldScript, newScript))
    }
    if exitCode, !differences.changes.isEmpty { throw ExitCode(1) }
  }

  /// Reads an export of which every statement must be readable: a difference that was not seen is
  /// worse than none at all.
  private func readWhole(_ path: String) throws(Failure) -> Script {
    let script = try readScript(path)
    guard script.problems.isEmpty else {
      writeToStandardError(renderProblems(script))
      throw Failure("'\(path)' cannot be compared, because part of it cannot be read")
    }
    return script
  }
}
