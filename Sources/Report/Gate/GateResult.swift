public import Comparison
public import Diagnostics
public import RouterOSSyntax

/// An export that is not what it was at the merge base.
public struct ChangedExport: Sendable {
  /// What became of an export.
  public enum Kind: Sendable {
    case added
    /// What its change means; nil when part of it, before or now, could not be followed.
    case changed(Meaning?)
    case removed
    /// What it was called, and what its change means, as above.
    case renamed(from: String, Meaning?)
  }

  /// What a change means, and the two exports that it lies between.
  public struct Meaning: Sendable {
    let differences: Differences
    let old: Script
    let new: Script

    /// The differences between two exports.
    public init(_ differences: Differences, old: Script, new: Script) {
      self.differences = differences
      self.old = old
      self.new = new
    }
  }

  /// Its path.
  public let name: String
  /// What became of it.
  public let kind: Kind

  /// The export of this name, and what became of it.
  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// What its change means, if it changed and that can be told.
  var meaning: Meaning? {
    switch kind {
    case .added, .removed: nil
    case .changed(let meaning), .renamed(_, let meaning): meaning
    }
  }

  /// What became of it in a few words; nothing for one that is new or gone.
  var words: String {
    switch kind {
    case .added, .removed: ""
    case .changed(let meaning): Self.words(meaning)
    case .renamed(let old, let meaning): "was \(old), \(Self.words(meaning))"
    }
  }

  private static func words(_ meaning: Meaning?) -> String {
    meaning.map { changeCounts($0.differences) } ?? "part of it cannot be compared"
  }
}

/// A file that decides how exports are judged, and is not what it was: a reviewer wants to know.
public struct ChangedPolicy: Sendable {
  /// Its path from the root of the checkout.
  let path: String
  /// `+`, `-` or `~`.
  let sign: String

  /// The file at `path`; `letter` is what git calls its change.
  public init(letter: String, path: String) {
    self.path = path
    sign = letter == "A" ? "+" : letter == "D" ? "-" : "~"
  }
}

/// What a change brings, against where it began.
public struct GateResult: Sendable {
  /// The hash of the merge base.
  let base: String
  /// The exports that are not what they were, sorted by name.
  let changed: [ChangedExport]
  /// The project file and the rules that are not what they were, sorted by path.
  let policies: [ChangedPolicy]
  /// The exceptions that are new or gone, file by file.
  let exceptions: [ChangedException]
  /// The findings that were there before and are gone.
  let fixed: [Diagnostic]
  /// The findings that were not there before, unknowns included, and what could not be read.
  public let new: AuditResult
  /// Whether all exports could be read, now and where it matters before.
  public var isWhole: Bool { new.problems.isEmpty }

  /// A result of these parts; see the properties.
  public init(
    base: String, changed: [ChangedExport], policies: [ChangedPolicy],
    exceptions: [ChangedException] = [], fixed: [Diagnostic], new: AuditResult
  ) {
    self.base = base
    self.changed = changed
    self.policies = policies
    self.exceptions = exceptions
    self.fixed = fixed
    self.new = new
  }

  /// The result in a form. Those that know only findings hold the new ones.
  public func render(_ format: FindingFormat, in palette: Palette) -> String {
    switch format {
    case .json: renderGateJSON(self)
    case .markdown: renderGateMarkdown(self)
    case .text: renderGate(self, in: palette)
    case .github, .gitlab, .junit, .ndjson, .sarif: format.render(new)
    }
  }
}
