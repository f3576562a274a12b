import ArgumentParser
import Diagnostics
import Interpretation
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur apply`: what a change script would make of an export.
struct Apply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply",
    abstract: "Show what a change script would make of an export, without a router.",
    discussion: """
      The script runs on a model of RouterOS: add, set, unset, remove, move, enable, disable and comment, \
      with [find …] and place-before. What RouterOS refuses is refused, at its place: names that are taken \
      or not there, entries that are still used, properties that the release does not have. So is what only \
      a router can tell. The outcome is printed as an export, with <secret> for secrets.

      jalur apply router.rsc change.rsc
      jalur diff router.rsc --apply change.rsc    what it would change

      Exit status: 0 done, 2 the script would be refused.
      """)

  @ArgumentParser.Argument(help: "The export before; - is standard input.")
  var old: String

  @ArgumentParser.Argument(help: "The change script; - is standard input.")
  var script: String

  func run() throws {
    try refuseDoubledInput([old, script])
    let side = try readWhole(old)
    let change = try readScript(script)
    let outcome = try outcomeOf(change, on: side, named: old)
    writeToStandardOutput(Concealment(outcome, beside: [side.script, change]).bytes)
  }
}

/// Reads an export of which every statement must be readable: a difference that was not seen is worse than
/// none at all.
func readWhole(_ path: String) throws(Failure) -> Configuration {
  try requireWhole(lower(parse(try readInput(path))))
}

/// What a file means.
func understand(_ file: SourceFile) -> Configuration { lower(parse(file)) }

/// Refuses an export of which a statement cannot be read.
@discardableResult
func requireWhole(_ configuration: Configuration) throws(Failure) -> Configuration {
  let script = configuration.script
  guard !script.isDamaged else {
    writeToStandardError(renderProblems(configuration))
    throw Failure("'\(script.file.name)' cannot be compared, because part of it cannot be read")
  }
  return configuration
}

/// What a script makes of an export, laid out as a router would print it.
func outcomeOf(_ change: Script, on old: Configuration, named name: String) throws(Failure)
  -> Script
{
  var router = Router(old)
  do throws(SourceError) { try router.run(change) } catch {
    throw Failure(renderError(error))
  }
  for statement in router.idle {
    let error = SourceError(
      "this means no entry, and so changes nothing", at: statement.span, in: change.file)
    complain(renderError(error))
  }
  let plain = parse(router.export(named: name))
  guard let formatted = try? format(plain) else { return plain }
  return parse(SourceFile(name: name, bytes: formatted.bytes))
}
