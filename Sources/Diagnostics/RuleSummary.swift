/// Who a rule is for.
public enum Profile: String, CaseIterable, Sendable {
  /// What a colleague would say.
  case recommended
  /// For those who ask; what is recommended belongs to it, too.
  case strict
}

/// What is worth knowing of a rule without its conditions, for lists of rules.
public struct RuleSummary: Sendable {
  /// Its name in reports, in kebab-case.
  public let id: String
  /// How much a finding matters.
  public let severity: Severity
  /// The fact, with placeholders such as `{distance}`.
  public let message: String
  /// The norm and its reason.
  public let why: String
  /// The way out.
  public let fix: String
  /// The pack it belongs to; nil for what belongs to none.
  public let pack: String?
  /// Who is shown it.
  public let profile: Profile
  /// What it is about, in a few words: the heading of its page; nil where there is none.
  public var title: String?

  /// What a list of rules says of it: its title, or the fact.
  public var headline: String { title ?? message }

  /// A summary with all its parts; see the properties.
  public init(
    id: String, severity: Severity, message: String, why: String, fix: String,
    pack: String? = nil, profile: Profile = .recommended
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.why = why
    self.fix = fix
    self.pack = pack
    self.profile = profile
  }

  /// The rules that no policy holds, because they judge the export itself, or exceptions from rules, and
  /// not what is configured, by id.
  public static let ofExportItself = [
    expiredException, invalidException, invalidValue, unknownName, unmatchedException,
    unreadableStatement,
  ]

  /// An exception whose day is over.
  public static let expiredException = RuleSummary(
    id: "expired-exception", severity: .warning,
    message: "an exception ended, and what it covered counts again",
    why: "an exception is a promise to come back to something by a day, and the day is over",
    fix: "mend what it covers and remove it, or agree on another day")

  /// An exception in a comment that covers nothing because it is not whole.
  public static let invalidException = RuleSummary(
    id: "invalid-exception", severity: .warning,
    message: "an exception in a comment does not say all that it must",
    why: "an exception without a rule, a day and a reason would hide anything, for ever",
    fix: "write jalur:allow RULE until=2027-01-31 and why")

  /// An exception that nothing needs.
  public static let unmatchedException = RuleSummary(
    id: "unmatched-exception", severity: .warning,
    message: "an exception covers nothing that is found",
    why: "what is mended needs no exception, and one that stays would hide the next mistake",
    fix: "remove it")

  /// A value that its property cannot have.
  public static let invalidValue = RuleSummary(
    id: "invalid-value", severity: .error,
    message: "a value is none that its property can have",
    why:
      "a router refuses a line with such a value, and an import stops there, with the lines above it "
      + "in force",
    fix: "correct the value")

  /// A menu or a property that the release of the export does not have.
  public static let unknownName = RuleSummary(
    id: "unknown-name", severity: .warning,
    message: "the release of this export has no such menu or property",
    why:
      "a router refuses a line with such a name, and an import stops there, with the lines above it "
      + "in force",
    fix: "correct the name, or export from the release that the file is meant for")

  /// A statement that cannot be read.
  public static let unreadableStatement = RuleSummary(
    id: "unreadable-statement", severity: .error,
    message: "a statement of this export cannot be read",
    why: "what cannot be read cannot be checked, and its menu is unknown to every rule",
    fix: "export the router again, or mend the statement")
}
