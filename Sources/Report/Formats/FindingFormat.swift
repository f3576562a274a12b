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
    pieces(of: result, in: palette).map { $0() }.joined()
  }

  /// The same in pieces that follow each other, which may be made at once; those of a large result are many
  /// where the form allows that.
  public func pieces(of result: AuditResult, in palette: Palette = .plain) -> [Piece] {
    switch self {
    case .github: [{ renderGitHub(result) }]
    case .gitlab: [{ renderGitLab(result) }]
    case .json: piecesOfJSON(result)
    case .junit: [{ renderJUnit(result) }]
    case .markdown: [{ renderMarkdown(result) }]
    case .ndjson: piecesOfNDJSON(result)
    case .sarif: [{ renderSARIF(result) }]
    case .text: piecesOfText(result, in: palette)
    }
  }
}

/// A part of a report, made when it is asked for.
public typealias Piece = @Sendable () -> String

/// Findings or changes in parts, each of which is worth a piece of its own.
func parts<Element>(of items: [Element]) -> [ArraySlice<Element>] {
  let most = 512
  return stride(from: 0, to: items.count, by: most).map { items[$0..<min($0 + most, items.count)] }
}
