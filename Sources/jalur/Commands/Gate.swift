import ArgumentParser
import Audit
import Comparison
import Diagnostics
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText

/// `jalur gate`: what a change brings, against where it began.
struct Gate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Fail on findings that are new since the merge base.",
    discussion: """
      Audits the exports below the current folder of a git checkout, as they are now and as they were \
      at the merge base of HEAD and REF. Findings that were there before do not fail; moving text \
      makes nothing new. What is not committed counts, untracked files do, ignored ones do not. An \
      export that is renamed is removed and added: its findings are new.

      jalur gate --base origin/main
      jalur gate --base origin/main --fail-on warning --policies our-rules/

      Exit status: 0 nothing new, 1 something new, 2 could not tell.
      """)

  @Option(help: ArgumentHelp("The branch or commit to merge into.", valueName: "ref"))
  var base: String

  @OptionGroup var judgement: Judgement

  @OptionGroup var colour: Colour

  func run() async throws {
    let plan = try AuditPlan(judgement)
    let git = Git()
    try await git.requireCheckout()
    let commit = try await git.mergeBase(with: base)
    let sides = try await GateSides(git, commit, including: judgement.include)
    let fleets = (try plan.fleet(of: sides.before), try plan.fleet(of: sides.now))
    let found = (
      plan.findings(in: fleets.0, coversProject: false),
      plan.findings(in: fleets.1, coversProject: false)
    )
    let known = Set(found.0.filter { $0.suppression == nil }.map(\.fingerprint))
    let new = found.1.filter { $0.suppression == nil && !known.contains($0.fingerprint) }
    let result = GateResult(
      changed: sides.changed(), fixed: fixed(found.0, found.1, new, sides.lost), new: new,
      isWhole: sides.isWhole)
    writeToStandardOutput(renderGate(result, fleets.1, in: colour.palette))
    if !result.isWhole { throw ExitCode(2) }
    if judgement.fails(on: result.new) { throw ExitCode(1) }
  }

  /// The findings that are gone; not those that merely cannot be told any more, because their export
  /// cannot be read or their rule is newly in doubt about it.
  private func fixed(
    _ before: [Diagnostic], _ now: [Diagnostic], _ new: [Diagnostic], _ lost: Set<String>
  ) -> [Diagnostic] {
    func judged(_ diagnostic: Diagnostic) -> [String] {
      [diagnostic.rule, diagnostic.primary.file.name]
    }
    let known = Set(now.map(\.fingerprint))
    let doubted = Set(new.filter { $0.outcome == .unknown }.map(judged))
    return before.filter {
      !known.contains($0.fingerprint) && !lost.contains($0.primary.file.name)
        && !doubted.contains(judged($0))
    }
  }
}
