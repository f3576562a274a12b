import ArgumentParser
import Diagnostics
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur fmt`: an export as RouterOS itself prints it.
struct FormatExports: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Rewrite exports as RouterOS itself prints them.",
    discussion: """
      Lines are broken, properties ordered, and values quoted as RouterOS does; what a value says, and \
      every comment, stays. An export that a router made does not change by a byte. A file that cannot \
      be read whole, or that is a script, is left as it is.

      jalur fmt routers/                       rewrite in place
      jalur fmt --check routers/               only show what would change
      jalur fmt --style terse - < router.rsc   from standard input to standard output
      git config diff.rsc.textconv 'jalur fmt --mask-secrets'

      Exit status: 0 done, or nothing to do; 1 --check found something to do; 2 a file could not be \
      formatted.
      """)

  @Flag(help: "Write nothing; show what would change, and end with status 1 if anything would.")
  var check = false

  @Flag(help: "Write to standard output, with <secret> for the values of secrets.")
  var maskSecrets = false

  @Option(
    help: ArgumentHelp(
      "The width of lines, 40 to 65535, or 'unlimited'; without it, that of the file.",
      valueName: "columns"))
  var width: Width?

  @Option(
    help: "section: menus on lines of their own; terse: on every line; without it, as the file.")
  var style: Style?

  @OptionGroup var named: NamedPaths

  @ArgumentParser.Argument(help: "Exports, or folders of them; - is standard input.")
  var paths: [String] = []

  func run() throws {
    let paths = try named.all(paths)
    try refuseDoubledInput(paths)
    var tally = Tally()
    for path in try files(of: paths) {
      do throws(Failure) { try format(path, &tally) } catch {
        complain(error.message)
        tally.failed += 1
      }
    }
    if !maskSecrets, paths != ["-"] { tally.report(check: check) }
    if tally.failed > 0 { throw ExitCode(2) }
    if check, tally.changed > 0 { throw ExitCode(1) }
  }

  func validate() throws {
    if check, maskSecrets {
      throw ValidationError("'--check' writes no file that secrets could be masked in")
    }
  }

  /// The files that were asked for, and the exports below the folders; what is skipped there is counted.
  private func files(of paths: [String]) throws(Failure) -> [String] {
    var files: [String] = []
    var skipped = 0
    for path in paths {
      guard path != "-", kind(of: path) == .folder else {
        files.append(path)
        continue
      }
      let found = try filesBelow(path)
      let exports = found.filter(looksLikeExport)
      files += exports
      skipped += found.count - exports.count
    }
    if skipped > 0 {
      let files = counted(skipped, "file that holds", "files that hold")
      complain("skipped \(files) no export")
    }
    return files
  }

  private func format(_ path: String, _ tally: inout Tally) throws(Failure) {
    let script = try readScript(path)
    let formatted: FormattedScript
    do throws(SourceError) { formatted = try format(script) } catch {
      throw Failure("\(renderError(error))\(path == "-" ? "" : "; the file is left as it is")")
    }
    let isChanged = formatted.bytes != script.file.bytes
    if check {
      if isChanged { writeToStandardOutput(renderFormatting(formatted, of: script)) }
    } else if maskSecrets || path == "-" {
      writeToStandardOutput(formatted.bytes)
    } else if isChanged {
      try replaceFile(path, formatted.bytes)
    }
    if isChanged { tally.changed += 1 } else { tally.same += 1 }
  }
}

extension FormatExports {
  /// Masked secrets take the place of the others before lines are broken, so that no line tells how long a
  /// secret is; the rest of the layout is that of the file.
  private func format(_ script: Script) throws(SourceError) -> FormattedScript {
    let formatted = try RouterOSSyntax.format(
      script, FormatOptions(width: width?.width, style: style?.style))
    guard maskSecrets else { return formatted }
    let masked = SourceFile(name: script.file.name, bytes: Concealment(script).bytes)
    return try RouterOSSyntax.format(RouterOSSyntax.parse(masked), formatted.options)
  }
}

/// What became of the files.
private struct Tally {
  var changed = 0
  var same = 0
  var failed = 0

  func report(check: Bool) {
    let verb = check ? "would change" : "changed"
    let left = failed > 0 ? ", \(failed) could not be formatted" : ""
    complain("\(counted(changed, "file")) \(verb), \(same) unchanged\(left)")
  }
}

/// The styles that can be asked for.
enum Style: String, CaseIterable, ExpressibleByArgument {
  case section
  case terse

  var style: ExportStyle {
    switch self {
    case .section: .section
    case .terse: .terse
    }
  }
}

/// A width as it is asked for: a number of columns, or `unlimited`, which `0` means, too.
struct Width: ExpressibleByArgument {
  let width: LineWidth

  init?(argument: String) {
    if argument == "unlimited" || argument == "0" {
      width = .unlimited
    } else if let columns = Int(argument), LineWidth.allowed.contains(columns) {
      width = .columns(columns)
    } else {
      return nil
    }
  }
}
