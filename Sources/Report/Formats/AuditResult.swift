public import Diagnostics
public import RouterOSModel
import SourceText

/// What an audit found, with all that a format may say of it.
public struct AuditResult: Sendable {
  /// All findings, unknowns and suppressed ones included, in the order to report them.
  public let findings: [Diagnostic]
  /// The routers that were audited.
  public let fleet: Fleet
  /// The rules that were asked, those on the export itself included.
  public var rules: [RuleSummary] = []
  /// The ids of rules there are that were not asked, or whose findings are not shown.
  public var unjudged: Set<String> = []
  /// How many rules the summary speaks of.
  public var ruleCount = 0
  /// The version of Jalur.
  public var version = ""
  /// Why exports could not be read, a sentence each: what was found is not all.
  public var problems: [String] = []
  /// The fingerprints that a baseline holds: such findings are suppressed.
  public var known: Set<String> = []
  /// The lines of the baseline whose findings are gone.
  public var gone: [Baseline.Entry] = []
  /// Whether text lists every unknown.
  public var showsUnknown = false
  /// Whether text lists what exceptions cover, too.
  public var showsSuppressed = false
  /// Whether statements that are not simply understood are listed.
  public var listsSupport = false
  /// Whether a finding ends with status 1.
  public var fails: @Sendable (Diagnostic) -> Bool = { _ in true }
  /// The manual page of a rule in Markdown, if there is one.
  public var page: @Sendable (String) -> String? = { _ in nil }

  /// These findings on these routers; everything else is set afterwards.
  public init(_ findings: [Diagnostic], _ fleet: Fleet) {
    self.findings = findings
    self.fleet = fleet
  }

  /// The findings that count: those that nothing suppresses.
  public var active: [Diagnostic] { findings.filter { !isSuppressed($0) } }

  /// Why a finding does not count; nil when it does.
  func suppression(of diagnostic: Diagnostic) -> String? {
    diagnostic.suppression ?? (isInBaseline(diagnostic) ? "in the baseline" : nil)
  }

  /// Whether the baseline alone keeps a finding from counting.
  func isInBaseline(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.suppression == nil && known.contains(diagnostic.fingerprint)
  }

  /// Whether something keeps a finding from counting.
  func isSuppressed(_ diagnostic: Diagnostic) -> Bool { suppression(of: diagnostic) != nil }

  /// The paths of the exports relative to the root of their repository, by file.
  var paths: StablePaths { StablePaths(fleet) }
}

/// Paths that name exports to programs, which look them up from the root of the repository.
struct StablePaths {
  private let paths: [ObjectIdentifier: String]

  init(_ fleet: Fleet) {
    paths = Dictionary(
      fleet.devices.map { (ObjectIdentifier($0.file), $0.path) },
      uniquingKeysWith: { first, _ in first })
  }

  subscript(file: SourceFile) -> String { paths[ObjectIdentifier(file)] ?? file.name }
}

extension Diagnostic {
  /// The fact, and for an unknown why it cannot be told.
  var message: String { cause.map { "\(headline): \($0)" } ?? headline }
}
