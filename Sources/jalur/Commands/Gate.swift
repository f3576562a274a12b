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
      makes nothing new, nor does renaming an export. What is not committed counts, untracked files do, \
      ignored ones do not; --head judges a commit instead. PATH limits what is reported; routers that \
      face each other are read in any case.

      jalur gate --base origin/main
      jalur gate --base origin/main --fail-on warning --policies our-rules/ sites/
      jalur gate --base origin/main --format markdown=comment.md --format github

      What the baseline of jalur.yaml holds is not new; a change of that file, of jalur.yaml and of rules \
      of your own is said.

      text, markdown and json say what changed in meaning, what is fixed and what is new; the other \
      formats hold the new findings, as those of an audit. Markdown is a comment for a review, of at \
      most 60,000 characters.

      Exit status: 0 nothing new, 1 something new, 2 could not tell.
      """)

  @Option(help: ArgumentHelp("The branch or commit to merge into.", valueName: "ref"))
  var base: String

  @Option(
    help: ArgumentHelp("The commit to judge; WORKTREE is the tree as it is.", valueName: "ref"))
  var head = "WORKTREE"

  @OptionGroup var outputs: FindingOutputs

  @OptionGroup var judgement: Judgement

  @OptionGroup var colour: Colour

  @ArgumentParser.Argument(help: "Exports or folders to report on; without any, all.")
  var paths: [String] = []

  func run() async throws {
    let plan = try AuditPlan(judgement)
    try outputs.check()
    let scope = try GateScope(paths)
    let git = Git()
    let isTree = head == "WORKTREE"
    try await git.requireRepository(withTree: isTree)
    let now = try await git.commit(named: isTree ? "HEAD" : head)
    let commit = try await git.mergeBase(
      of: now, named: isTree ? "HEAD" : "'\(head)'", with: base)
    let sides = try await GateSides(
      git, commit, head: isTree ? nil : now, including: judgement.include)
    try scope.check(sides)
    let adopted = try plan.project?.baseline().map { path throws(Failure) in
      try KnownFindings(path).fingerprints
    }
    let policies = try await git.changedPolicies(
      since: commit, to: isTree ? nil : now, plan.files)
    let fleets = (
      try await plan.fleet(of: sides.before, renamed: sides.renames),
      try await plan.fleet(of: sides.now)
    )
    let found = (
      await plan.findings(in: fleets.0, coversProject: false),
      await plan.findings(in: fleets.1, coversProject: false)
    )
    let known = Set(found.0.filter { $0.suppression == nil }.map(\.fingerprint))
      .union(adopted ?? [])
    let new = found.1.filter { $0.suppression == nil && !known.contains($0.fingerprint) }
    var brought = AuditResult(
      new.filter { scope.holds($0.primary.file.name) }, fleets.1, plan, judgement)
    brought.problems = sides.problems
    let result = GateResult(
      base: commit, changed: sides.changed().filter { scope.holds($0.name) },
      policies: policies.map { ChangedPolicy(letter: $0.letter, path: $0.path) },
      fixed: fixed(found.0, found.1, new, sides).filter { scope.holds($0.primary.file.name) },
      new: brought)
    let inputs = isTree ? sides.now.map(\.file.name) : []
    try outputs.write(beside: inputs, in: colour.palette, result.render)
    if !result.isWhole { throw ExitCode(2) }
    if judgement.fails(on: result.new.findings) { throw ExitCode(1) }
  }

  /// The findings that are gone; not those that merely cannot be told any more, because their export
  /// cannot be read or their rule is newly in doubt about it.
  private func fixed(
    _ before: [Diagnostic], _ now: [Diagnostic], _ new: [Diagnostic], _ sides: GateSides
  ) -> [Diagnostic] {
    func judged(_ diagnostic: Diagnostic) -> [String] {
      let name = diagnostic.primary.file.name
      return [diagnostic.rule, sides.renames[name] ?? name]
    }
    let known = Set(now.map(\.fingerprint))
    let doubted = Set(new.filter { $0.outcome == .unknown }.map(judged))
    return before.filter {
      !known.contains($0.fingerprint) && !sides.lost.contains($0.primary.file.name)
        && !doubted.contains(judged($0))
    }
  }
}
