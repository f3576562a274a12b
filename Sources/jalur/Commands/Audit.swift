import ArgumentParser
import Audit
import Diagnostics
import Policy
import Report
import RouterOSModel
import RouterOSSyntax
import SourceText
import Synchronization

/// `jalur audit`: exports against policies.
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Check exports against policies.",
    discussion: """
      A folder is walked for exports. Routers that face each other belong into one run: what one end \
      expects of the other is then checked, too; what cannot be told is said to be unknown.

      Of a folder, files named *.rsc, *.export or *.cfg are read, and other text that begins with the \
      header of an export; links and names that begin with a dot are left out. A file that is reached \
      twice is audited once.

      jalur audit routers/
      jalur audit --fail-on warning --fail-on-unknown routers/
      jalur audit --include 'backups/**/*.txt' .
      jalur audit --policies our-rules/ --format json - < router.rsc
      jalur audit --support routers/
      jalur audit                           what jalur.yaml names
      find . -name '*.rsc' -print0 | jalur audit --files-from -
      jalur audit --rule default-route-pair --today 2027-01-31

      What a router of the release would refuse is a finding: a value that its property cannot have an \
      error, and unknown to the rules that ask for it; a name that the release does not have a warning. \
      The last line says how many statements were understood, unless all were: others are immaterial \
      to what a router does, not modelled, or of unknown effect. --support lists them.

      --format may be repeated, each with a file: github (annotations), gitlab (Code Quality), json, junit, \
      markdown, ndjson, sarif, text.

      jalur audit --format sarif=jalur.sarif --format junit=jalur.xml --format text routers/

      On an old network, write down what is known, and fail only on what is not:

      jalur audit --write-baseline baseline.txt routers/
      jalur audit --baseline baseline.txt routers/

      Exit status: 0 clean, 1 findings, 2 could not do the job.
      """)

  @OptionGroup var outputs: FindingOutputs

  @OptionGroup var baseline: BaselineOptions

  @OptionGroup var judgement: Judgement

  @OptionGroup var colour: Colour

  @Flag(help: "List what cannot be told, and why.")
  var showUnknown = false

  @Flag(help: "List the statements that are not simply understood, and why.")
  var support = false

  @Flag(help: "List what exceptions cover, and why.")
  var showSuppressed = false

  @ArgumentParser.Argument(
    help: "Exports, or folders of them; - is standard input; those of jalur.yaml if left out.")
  var paths: [String] = []

  @OptionGroup var named: NamedPaths

  func run() async throws {
    let plan = try AuditPlan(judgement)
    try outputs.check()
    let known = try baseline.read(plan.project)
    let inputs = try await readExports(try wantedPaths(plan), including: judgement.include)
    let fleet = try await plan.fleet(of: inputs.scripts)
    let findings = await plan.findings(in: fleet, coversProject: !isGivenPaths)
    var result = AuditResult(findings, fleet, plan, judgement)
    result.showsUnknown = showUnknown
    result.showsSuppressed = showSuppressed
    result.listsSupport = support
    result.problems = inputs.problems
    known?.apply(to: &result)
    keptUntilExit.withLock { $0 = result }
    try await outputs.write(beside: inputs.paths, in: colour.palette) { [result] in
      $0.pieces(of: result, in: $1)
    }
    if !inputs.problems.isEmpty { throw ExitCode(2) }
    if try baseline.write(result, beside: inputs.paths) { return }
    if judgement.fails(on: result.active) { throw ExitCode(1) }
  }

  private var isGivenPaths: Bool { !paths.isEmpty || named.filesFrom != nil }

  /// The exports that are asked for, else those of the project.
  private func wantedPaths(_ plan: AuditPlan) throws(Failure) -> [String] {
    if isGivenPaths { return try named.all(paths) }
    guard let project = plan.project else {
      throw Failure(
        "no exports given, and no jalur.yaml names any; name some, or see 'jalur init --help'")
    }
    let exports = try project.exports()
    guard !exports.isEmpty else {
      throw Failure("'\(project.project.file.name)' names no exports; add 'exports:', or name some")
    }
    return exports
  }
}

/// What was found is held until the process ends: to take a thousand routers apart piece by piece would only cost
/// time.
private let keptUntilExit = Mutex<AuditResult?>(nil)

extension AuditResult {
  /// What these rules found, with what every format wants to know.
  init(_ findings: [Diagnostic], _ fleet: Fleet, _ plan: AuditPlan, _ judgement: Judgement) {
    self.init(findings, fleet)
    let policies = plan.policies
    rules = policies.rules.map(\.summary) + RuleSummary.ofExportItself
    ruleCount = policies.rules.count
    unjudged = plan.unjudged
    version = Release.version
    fails = { judgement.fails(on: [$0]) }
    page = { [known = plan.known] in try? known.page(of: $0) }
  }
}
