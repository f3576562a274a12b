import ArgumentParser
import Audit
import Diagnostics
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur gate`: what a change brings, against where it began.
struct Gate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fail on findings that are new since the merge base.",
    discussion: """
      Audits the exports below the current folder of a git checkout, now and at the merge base of HEAD \
      and REF. Findings that were there before do not fail; moving text makes nothing new.

      jalur gate --base origin/main

      Exit status: 0 nothing new, 1 new errors, 2 could not tell.
      """)

  @Option(help: "The branch or commit that the change will be merged into.")
  var base: String

  func run() async throws {
    let git = Git()
    let commit = try await git.mergeBase(with: base)
    let rules = try readPolicies([])
    let now = try findExports(["."])
    var before: [Script] = []
    for path in try await git.files(of: commit) {
      let bytes = try await git.file(path, of: commit)
      if !bytes.isEmpty, !bytes.contains(0), looksLikeExport(path, bytes) {
        before.append(script(named: "./\(path)", bytes))
      }
    }
    let fleets = (fleet(of: before), fleet(of: now.scripts))
    let found = (audit(fleets.0, by: rules), audit(fleets.1, by: rules))
    let known = (Set(found.0.map(\.fingerprint)), Set(found.1.map(\.fingerprint)))
    let new = found.1.filter { !known.0.contains($0.fingerprint) }
    let fixed = found.0.filter { !known.1.contains($0.fingerprint) }
    for line in changedExports(before, now.scripts) { writeToStandardOutput(line + "\n") }
    writeToStandardOutput("\nnew:\n")
    writeToStandardOutput(
      renderAudit(new, fleets.1, rules: rules.rules.count, showUnknown: true))
    writeToStandardOutput("\nfixed: \(fixed.count)\n")
    for diagnostic in fixed { writeToStandardOutput(renderOneLine(diagnostic) + "\n") }
    if now.isIncomplete { throw ExitCode(2) }
    if new.contains(where: { $0.outcome == .fail && $0.severity == .error }) { throw ExitCode(1) }
  }

  /// `+`, `-` or `~` with the name of each export that is new, gone or changed.
  private func changedExports(_ before: [Script], _ now: [Script]) -> [String] {
    let old = Dictionary(before.map { ($0.file.name, $0.file.bytes) }, uniquingKeysWith: { $1 })
    let new = Dictionary(now.map { ($0.file.name, $0.file.bytes) }, uniquingKeysWith: { $1 })
    return Set(old.keys).union(new.keys).sorted().compactMap { name in
      if old[name] == nil { return "+ \(name)" }
      if new[name] == nil { return "- \(name)" }
      return old[name] == new[name] ? nil : "~ \(name)"
    }
  }
}
