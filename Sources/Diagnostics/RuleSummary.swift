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

  /// A summary with all its parts; see the properties.
  public init(id: String, severity: Severity, message: String, why: String, fix: String) {
    self.id = id
    self.severity = severity
    self.message = message
    self.why = why
    self.fix = fix
  }

  /// The one rule that no policy holds, because it judges the export itself and not what it says.
  public static let unreadableStatement = RuleSummary(
    id: "unreadable-statement", severity: .error,
    message: "a statement of this export cannot be read",
    why: "what cannot be read cannot be checked, and its menu is unknown to every rule",
    fix: "export the router again, or mend the statement")
}
