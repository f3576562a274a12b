/// A form that the findings of an audit can take. Each has a file of its own beside this one.
public enum FindingFormat: String, CaseIterable, Sendable {
  /// Commands in the log of a GitHub workflow, which it shows as annotations of the changed files.
  case github
  /// The Code Quality report of GitLab.
  case gitlab
  /// One object with everything; its shape is a contract, described in the README.
  case json
  /// Test results, as Jenkins and GitLab read them: a suite for each export.
  case junit
  /// A comment on a review.
  case markdown
  /// An object on each line: the findings, and last the summary.
  case ndjson
  /// SARIF 2.1.0, as code scanning reads it.
  case sarif
  /// For people, with the lines of the export.
  case text

  /// The findings in this form. Linear in their number; only text is coloured.
  public func render(_ result: AuditResult, in palette: Palette = .plain) -> String {
    switch self {
    case .github: renderGitHub(result)
    case .gitlab: renderGitLab(result)
    case .json: renderJSON(result)
    case .junit: renderJUnit(result)
    case .markdown: renderMarkdown(result)
    case .ndjson: renderNDJSON(result)
    case .sarif: renderSARIF(result)
    case .text: renderText(result, in: palette)
    }
  }
}
