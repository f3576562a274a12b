public import Policy

/// What findings are accepted for a while, and by what day that is judged.
public struct Exceptions: Sendable {
  /// The day of the audit.
  public let today: Day
  /// The project, with the exceptions it writes; nil when there is none.
  public let project: Project?
  /// The ids of all rules there are, with those they had before; empty when nobody knows them all.
  public let knownRules: [String: String]
  /// Whether every export of the project is audited, so that an exception may be said to match nothing.
  public let coversProject: Bool

  /// Exceptions of a project, and those that comments in exports write.
  public init(
    today: Day, project: Project? = nil, knownRules: [String: String] = [:],
    coversProject: Bool = true
  ) {
    self.today = today
    self.project = project
    self.knownRules = knownRules
    self.coversProject = coversProject
  }
}
