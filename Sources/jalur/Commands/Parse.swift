import ArgumentParser
import Diagnostics
import Report
import RouterOSModel
import RouterOSSyntax

/// The forms a result can take.
enum Format: String, CaseIterable, ExpressibleByArgument {
  case json
  case text
}

/// `jalur parse`: the syntax tree, or just the problems.
struct Parse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show what cannot be read of exports, or all of them as JSON.",
    discussion: """
      jalur parse router.rsc                 the problems, with their places
      jalur parse --support router.rsc       besides, each statement that is not understood, and why
      jalur parse --quiet routers/           only the exit status
      jalur parse --format json router.rsc   every statement, decoded

      What can be read and a router of the release would refuse, as a value that is out of range, is a \
      warning. The last line on a file counts its statements: those that are understood, that are \
      immaterial to what a router does, that are not modelled, and whose effect is unknown.

      Exit status: 0 everything was read, 1 something was not, 2 a file could not be opened. It tells \
      of reading only; 'jalur audit' fails on what a router would refuse.
      """)

  @Option(help: "text: the problems; json: the syntax tree, one object a file.")
  var format = Format.text

  @Flag(help: "Print nothing; the exit status tells whether everything was read.")
  var quiet = false

  @Flag(help: "Write secrets in clear instead of <secret>.")
  var showSecrets = false

  @Flag(help: "List the statements that are not simply understood, and why.")
  var support = false

  @OptionGroup var named: NamedPaths

  @ArgumentParser.Argument(help: "Exports, or folders of them; - is standard input.")
  var paths: [String] = []

  func run() async throws {
    let exports = try findExports(try named.all(paths), including: [])
    if quiet { exports.reportProblems() } else { exports.report() }
    var progress = Progress("read", of: exports.paths.count)
    var status: Int32 = exports.problems.isEmpty ? 0 : 2
    await workInParallel(
      on: exports.paths, grab: grab(exports.paths.count), with: ReadingCheck.init
    ) {
      [quiet, format, showSecrets, support] path, check in
      quiet
        ? judge(path, &check)
        : read(path, as: format, showSecrets: showSecrets, listsSupport: support)
    } inOrder: { reading in
      progress.advance()
      status = max(status, reading.status)
      if let notice = reading.notice { complain(notice) }
      if !reading.output.isEmpty { writeToStandardOutput(reading.output) }
    }
    if status != 0 { throw ExitCode(status) }
  }

  /// How many of `count` files are taken together. What is printed of one may be larger than the file: then
  /// one at a time is ahead. Else one learns from the other, as long as there is work for all processors.
  private func grab(_ count: Int) -> Int { quiet ? max(1, min(64, count / 32)) : 1 }
}

/// What one file comes to; its script is gone when the next is read.
private struct Reading: Sendable {
  /// What is printed.
  var output = ""
  /// Why the file could not be read, or what of it was not.
  var notice: String?
  /// The exit status, were it the only file.
  var status: Int32
}

/// Whether all of one file can be read.
private func judge(_ path: String, _ check: inout ReadingCheck) -> Reading {
  do throws(Failure) {
    let file = try readInput(path)
    return Reading(status: check.canRead(file) ? 0 : 1)
  } catch {
    return Reading(notice: error.message, status: 2)
  }
}

/// Reads one file for `form`.
private func read(
  _ path: String, as form: Format, showSecrets: Bool, listsSupport: Bool
) -> Reading {
  do throws(Failure) {
    let script = try readScript(path)
    var reading = Reading(status: script.isDamaged ? 1 : 0)
    if script.skippedLines > 0 {
      reading.notice = "skipped \(counted(script.skippedLines, "line")) of output in '\(path)'"
    }
    let configuration = lower(script)
    switch form {
    case .json:
      reading.output = renderParseJSON(
        configuration, showSecrets: showSecrets, listsSupport: listsSupport)
    case .text:
      reading.output = renderProblems(configuration)
      if listsSupport { reading.output += renderSupport(of: configuration) }
      reading.output += renderShares(of: configuration)
    }
    return reading
  } catch {
    return Reading(notice: error.message, status: 2)
  }
}
