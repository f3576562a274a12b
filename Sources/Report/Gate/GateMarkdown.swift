import Diagnostics
import SourceText

/// The result of a gate as a comment on a review: the verdict, what is new, and what one may ask for: what
/// is fixed, and the change of each export.
func renderGateMarkdown(_ result: GateResult) -> String {
  var comment = MarkdownComment()
  comment.append("### Jalur: \(verdict(of: result))\n\n")
  comment.append(problems: result.new.problems)
  if !result.policies.isEmpty {
    let lines = result.policies.map { "\($0.sign) \(printable($0.path))\n" }
    comment.append(
      "**This change is judged by other rules than before:**\n\n"
        + Markdown.block(lines.joined(), "diff", most: 2_000) + "\n")
  }
  if !result.exceptions.isEmpty {
    let lines = result.exceptions.map { "\($0.line)\n" }
    comment.append(
      "**This change excepts otherwise than before:**\n\n"
        + Markdown.block(lines.joined(), "diff", most: 2_000) + "\n")
  }
  // New findings leave a third of the comment to the changes.
  comment.keep(result.changed.isEmpty ? 0 : Markdown.mostCharacters / 3)
  comment.append(findings: result.new.findings, result.new.fleet)
  comment.keep(0)
  appendFixed(result, &comment)
  appendChanges(result, &comment)
  return comment.finished("Merge base \(Markdown.code(result.base)).")
}

private func appendFixed(_ result: GateResult, _ comment: inout MarkdownComment) {
  if result.fixed.isEmpty { return }
  let tables = LineTables()
  let lines = result.fixed.map { fixedLine($0, tables) + "\n" }.joined()
  comment.append(
    Markdown.details(
      "\(result.fixed.count) fixed", Markdown.block(lines, most: comment.room / 4)))
}

private func appendChanges(_ result: GateResult, _ comment: inout MarkdownComment) {
  for (place, export) in result.changed.enumerated() {
    if comment.room < 200 {
      comment.leaveOut()
      continue
    }
    let name = "\(sign(of: export, .plain)) \(Markdown.htmlCode(export.name))"
    let words = export.words.isEmpty ? "" : ": \(Markdown.htmlCode(export.words))"
    let changes = changes(of: export, in: .plain)
    if changes.isEmpty {
      comment.append("\(name)\(words)\n\n")
    } else {
      // What one export leaves free is shared by those behind it.
      let share = max(1_000, comment.room / (result.changed.count - place)) - 300
      comment.append(Markdown.details(name + words, Markdown.block(changes, most: share)))
    }
  }
}
