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
      jalur diff --exit-code --intent campus.rsc router1.rsc actual.rsc
      jalur diff before.rsc --apply change.rsc
      jalur diff --format rsc --management ether1 actual.rsc intended.rsc

      The script of --format rsc is minimal, in an order that a router takes, and ran on a model of RouterOS:       what came out is what NEW says, secrets left out. If that cannot be shown, nothing is printed.

      Exit status: 0 done, 1 --exit-code found differences, 2 could not compare all of both.
      """)

  /// What the differences are printed as.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json
    case markdown
    case rsc
    case text
  }

  @Option(help: "text, json, markdown, or rsc: the proven script that takes OLD to NEW.")
  var format = Format.text

  @OptionGroup var colour: Colour

  @Flag(help: "End with status 1 when there are differences.")
  var exitCode = false

  @ArgumentParser.Argument(
    help: ArgumentHelp(
      "The export before, or as intended, and the export after, or as it is; - is standard input.",
      valueName: "exports"))
  var paths: [String]

  @Flag(
    help: """
      The exports before the last are a partial statement of intent: only what they mention is compared, and \
      later ones override earlier ones.
      """)
  var intent = false

  @Flag(help: "Take the arguments of GIT_EXTERNAL_DIFF, and end with status 0.")
  var git = false

  @Option(
    help: ArgumentHelp("Compare with what this change script makes of OLD.", valueName: "script"))
  var apply: String?

  @Flag(help: "With --format rsc: the script that takes NEW back to OLD.")
  var undo = false

  @Option(
    help: ArgumentHelp(
      "With --format rsc: what touches this address or interface goes last, and is marked.",
      valueName: "address|interface"))
  var management: String?

  func validate() throws {
    if format != .rsc, undo || management != nil {
      throw ValidationError("'--undo' and '--management' need '--format rsc'")
    }
    if intent, format == .rsc {
      throw ValidationError(
        "'--intent' names only part of a router; '--format rsc' needs all of it")
    }
    if git {
      guard apply == nil, [1, 7, 9].contains(paths.count) else {
        throw ValidationError("'--git' takes the 7 or 9 arguments that git gives")
      }
    } else if apply == nil, paths.count < 2 {
      throw ValidationError("expected a second export, or '--apply' and a script")
    } else if paths.count > (apply == nil ? 2 : 1), !intent {
      throw ValidationError(
        apply == nil
          ? "expected two exports; '--intent' takes several before the last"
          : "expected one export beside '--apply'")
    } else if apply != nil, intent {
      throw ValidationError("'--intent' and '--apply' cannot be combined")
    }
  }

  func run() async throws {
    if git { return await runForGit() }
    try refuseDoubledInput(paths + [apply ?? ""])
    let sides = try await readSides()
    if format == .rsc { return try writeScript(sides.old, sides.new) }
    let (old, new) = (sides.old.script, sides.new.script)
    // What may be shown is worked out while the sides are compared, on another processor.
    async let concealed =
      old.file.bytes == new.file.bytes ? nil : Concealment.ofBothAtOnce(old, new)
    let differences = try differences(sides.old, sides.new)
    write(differences, old, new, concealed: await concealed)
    let isWhole = [sides.old, sides.new].map(reportLeftOut).allSatisfy { $0 }
    if exitCode, !differences.changes.isEmpty { throw ExitCode(1) }
    if exitCode, !isWhole || differences.comparesParts {
      throw Failure("cannot tell whether the exports differ")
    }
  }

  private func differences(
    _ old: Configuration, _ new: Configuration
  ) throws(Failure) -> Differences {
    guard intent else { return compare(old, new) }
    do throws(SourceError) { return try compare(intent: old, with: new) } catch {
      throw Failure(renderErrorWithPlaces(error))
    }
  }

  private func readSides() async throws -> (old: Configuration, new: Configuration) {
    if let apply {
      let side = try readWhole(paths[0])
      let change = try readScript(apply)
      let name = "\(paths[0]) after \(change.file.name)"
      return (side, lower(try outcomeOf(change, on: side, named: name)))
    }
    let new = try readSide(paths[paths.count - 1])
    return try await understandBoth(try readOld(), new)
  }

  /// The export before, or all fragments of an intent as one.
  private func readOld() throws(Failure) -> SourceFile {
    var files: [SourceFile] = []
    for path in paths.dropLast() { files.append(try readSide(path)) }
    guard files.count > 1 else { return files[0] }
    for file in files { try requireWhole(understand(file)) }
    return SourceFile(joining: files, separator: "/")
  }

  /// Writes the script that was proven; nothing when none was.
  private func writeScript(_ old: Configuration, _ new: Configuration) throws {
    var isEmpty = true
    let (from, to) = undo ? (new, old) : (old, new)
    do throws(SourceError) {
      let remediation = try remediate(from, to, management: management)
      writeToStandardOutput(renderRemediation(remediation, from, to))
      isEmpty = remediation.lines.isEmpty
    } catch {
      throw Failure(renderErrorWithPlaces(error))
    }
    if exitCode, !isEmpty { throw ExitCode(1) }
  }

  func write(
    _ differences: Differences, _ old: Script, _ new: Script, concealed: ConcealedSides? = nil
  ) {
    switch format {
    case .json:
      writeToStandardOutput(renderChangesJSON(differences, old, new, concealed: concealed))
    case .markdown:
      writeToStandardOutput(renderChangesMarkdown(differences, old, new, concealed: concealed))
    case .rsc: break
    case .text:
      writeToStandardOutput(
        renderChanges(differences, old, new, in: colour.palette, concealed: concealed))
    }
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
