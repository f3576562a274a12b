public import Policy
public import RouterOSSyntax

/// An exception as somebody wrote it, for those who review that.
public struct WrittenException: Hashable, Sendable {
  /// The id of the rule as it is written; it may be empty where a comment names none.
  public let rule: String
  /// What it holds for: a router, and of a project further conditions as they are written; nil for all.
  public let scope: String?
  /// The last day as it is written in `jalur.yaml`; nil where a comment has none that can be read.
  public let until: String?
  /// Why; nil of a comment, whose words may repeat a secret.
  public let reason: String?

  /// Those of a project, in order.
  public static func all(of project: Project) -> [WrittenException] {
    project.exceptions.map { exception in
      let conditions = exception.writtenConditions.split { $0 == " " || $0 == "\n" }
      let scope = [exception.device?.text, conditions.joined(separator: " ")].compactMap(\.self)
        .filter { !$0.isEmpty }
      return WrittenException(
        rule: exception.rule.text, scope: scope.isEmpty ? nil : scope.joined(separator: " "),
        until: exception.until.description, reason: exception.reason.text)
    }
  }

  /// Those that comments in an export write, in order.
  public static func all(of script: Script) -> [WrittenException] {
    InlineException.all(of: script).map {
      WrittenException(
        rule: $0.rule, scope: nil, until: $0.until?.description, reason: nil)
    }
  }
}
