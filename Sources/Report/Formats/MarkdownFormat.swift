import Diagnostics
import RouterOSModel
import SourceText

/// A comment on a review: a line for each finding, its lines of the export when one asks for them.
func renderMarkdown(_ result: AuditResult) -> String {
  let active = result.active
  var comment = MarkdownComment()
  comment.append("### Jalur\n\n")
  comment.append(problems: result.problems)
  comment.append(findings: active, result.fleet)
  if !result.gone.isEmpty {
    let lines = result.gone.map { "\($0.fingerprint) \(printable("\($0.rule) \($0.path)"))\n" }
    comment.append(
      Markdown.details(
        "\(counted(result.gone.count, "finding")) gone, to be deleted from the baseline",
        Markdown.block(lines.joined(), most: comment.room / 2)))
  }
  return comment.finished("\(verdict(active, result)).")
}

extension MarkdownComment {
  /// What could not be read.
  mutating func append(problems: [String]) {
    if problems.isEmpty { return }
    let lines = problems.map { "\(printable($0))\n" }.joined()
    append(
      "**Part of the exports could not be read, so that this is not all:**\n\n"
        + Markdown.block(lines, most: 4_000) + "\n")
  }

  /// Findings, errors first; they are many more than fit only when something is very wrong.
  mutating func append(findings: [Diagnostic], _ fleet: Fleet) {
    let tables = LineTables()
    let hidden = Dictionary(
      fleet.devices.map { (ObjectIdentifier($0.file), $0.configuration.concealment) },
      uniquingKeysWith: { first, _ in first })
    for diagnostic in bySeverity(findings) {
      // What cannot be appended need not be rendered.
      if room < 200 {
        leaveOut()
        continue
      }
      let file = diagnostic.primary.file
      let secrets = hidden[ObjectIdentifier(file)]?.hidden ?? []
      let text = renderDiagnostic(diagnostic, hiding: secrets, tables, .plain)
      let word = diagnostic.outcome == .unknown ? "unknown" : diagnostic.severity.rawValue
      let summary =
        "<b>\(word)</b> \(Markdown.htmlCode(diagnostic.rule)) "
        + "\(Markdown.htmlCode(place(of: diagnostic.primary, tables[file]))) "
        + Markdown.htmlCode(diagnostic.headline)
      append(Markdown.details(summary, Markdown.block(text, most: 8_000)))
    }
  }
}

/// Failures before unknowns, and errors before the rest; in order otherwise.
private func bySeverity(_ findings: [Diagnostic]) -> [Diagnostic] {
  let kinds = Severity.allCases.sorted(by: >)
  let failures = kinds.flatMap { kind in
    findings.filter { $0.outcome == .fail && $0.severity == kind }
  }
  return failures + findings.filter { $0.outcome == .unknown }
}

private func verdict(_ active: [Diagnostic], _ result: AuditResult) -> String {
  let counts = AuditCounts(active)
  var words = counts.failures("")
  if words.isEmpty { words = ["no findings"] }
  if counts.unknown > 0 { words.append("\(counts.unknown) unknown") }
  let suppressed = result.findings.count - active.count
  if suppressed > 0 { words.append("\(suppressed) suppressed") }
  return "\(counted(result.fleet.devices.count, "export")): \(words.joined(separator: ", "))"
}
