public import SourceText

/// How much a finding matters; ordered, `error` is the greatest.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Worth knowing.
  case info
  /// Likely wrong.
  case warning
  /// Breaks the promised behaviour, or exposes the router.
  case error

  /// Whether `left` matters less than `right`.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// What a rule says of an entry that it does not pass.
public enum Outcome: String, Sendable {
  /// The rule is broken.
  case fail
  /// What was read does not suffice to tell; never counted as a pass.
  case unknown
}

/// A place in a source file, and what is worth knowing about it there.
public struct Label: Sendable {
  /// The file that holds the place.
  public let file: SourceFile
  /// The bytes pointed at.
  public let span: Span
  /// What to say there: a few words in lower case, or empty when the place says it all.
  public let text: String

  /// A label that says `text` of `span`.
  public init(_ file: SourceFile, _ span: Span, _ text: String) {
    self.file = file
    self.span = span
    self.text = text
  }
}

/// Something a person should know about an input.
///
/// The headline says what is wrong here, not what the rule wants in general: if only one line can be
/// shown, it is this one. Labels carry the evidence; `why` is the norm and its reason, `fix` the way
/// out.
public struct Diagnostic: Sendable {
  /// The id of the rule, for example `default-route-pair`.
  public let rule: String
  /// How much it matters.
  public let severity: Severity
  /// Whether the rule is broken, or could not be judged.
  public let outcome: Outcome
  /// The fact in one line: lower case, without a full stop.
  public let headline: String
  /// For an unknown, what could not be known and what would settle it; else nil.
  public let cause: String?
  /// The one place to look at first.
  public let primary: Label
  /// Whether what is meant is absent from the file, so that `primary` is only the nearest line.
  public let isAbsent: Bool
  /// Further evidence, in the order it should be read; may lie in other files.
  public let related: [Label]
  /// The norm and its reason; may be empty.
  public let why: String
  /// The way out; may be empty.
  public let fix: String
  /// What identifies the entry at fault within its file, without line numbers and secrets; never shown,
  /// since a name may repeat a secret by chance.
  public let subject: String
  /// The same for the same finding when lines move; see the audit that made it. May be empty.
  public let fingerprint: String
  /// Why the finding is accepted for a while; nil when it is not.
  public let suppression: String?

  /// A diagnostic with all its parts; see the properties.
  public init(
    rule: String, severity: Severity, outcome: Outcome = .fail, headline: String,
    cause: String? = nil, primary: Label, isAbsent: Bool = false, related: [Label] = [],
    why: String = "", fix: String = "", subject: String,
    fingerprint: String = "", suppression: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.outcome = outcome
    self.headline = headline
    self.cause = cause
    self.primary = primary
    self.isAbsent = isAbsent
    self.related = related
    self.why = why
    self.fix = fix
    self.subject = subject
    self.fingerprint = fingerprint
    self.suppression = suppression
  }

  /// The same diagnostic with its fingerprint.
  public func with(fingerprint: String) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, outcome: outcome, headline: headline, cause: cause,
      primary: primary, isAbsent: isAbsent, related: related, why: why, fix: fix, subject: subject,
      fingerprint: fingerprint, suppression: suppression)
  }

  /// The same diagnostic, accepted for this reason.
  public func with(suppression: String) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, outcome: outcome, headline: headline, cause: cause,
      primary: primary, isAbsent: isAbsent, related: related, why: why, fix: fix, subject: subject,
      fingerprint: fingerprint, suppression: suppression)
  }

  /// The same diagnostic with further evidence.
  public func with(related label: Label) -> Diagnostic { with(allRelated: related + [label]) }

  /// The same diagnostic with this evidence besides the primary label.
  public func with(allRelated labels: [Label]) -> Diagnostic {
    Diagnostic(
      rule: rule, severity: severity, outcome: outcome, headline: headline, cause: cause,
      primary: primary, isAbsent: isAbsent, related: labels, why: why, fix: fix,
      subject: subject, fingerprint: fingerprint, suppression: suppression)
  }
}
