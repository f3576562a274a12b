import ArgumentParser
import Report
import RouterOSModel
import RouterOSSyntax

/// The forms a result can take.
enum Format: String, CaseIterable, ExpressibleByArgument {
  case json
  case text
}

/// `jalur parse`: the syntax tree, or just the problems.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what cannot be read of exports, or all of them as JSON.",
    discussion: """
      jalur parse router.rsc                  the problems, with file, line and column
      jalur parse --format json router.rsc    every statement with its decoded arguments

      Exit status: 0 everything was read, 1 something was not, 2 a file could not be opened.
      """)

  @Option(help: "text: the problems; json: the syntax tree, one object a file.")
  var format = Format.text

  @Flag(help: "Write secrets in clear instead of <secret>.")
  var showSecrets = false

  @ArgumentParser.Argument(help: "Exports to read; - is standard input.")
  var paths: [String]

  func run() throws {
    try refuseDoubledInput(paths)
    var hasProblems = false
    for path in paths {
      let script = try readScript(path)
      hasProblems = hasProblems || script.isDamaged
      if script.skippedLines > 0 {
        let lines = script.skippedLines == 1 ? "1 line" : "\(script.skippedLines) lines"
        writeToStandardError("jalur: skipped \(lines) of output in '\(path)'\n")
      }
      switch format {
      case .json:
        writeToStandardOutput(renderParseJSON(script, showSecrets: showSecrets, by: .shipped))
      case .text:
        writeToStandardOutput(renderProblems(script))
      }
    }
    if hasProblems { throw ExitCode(1) }
  }
}
