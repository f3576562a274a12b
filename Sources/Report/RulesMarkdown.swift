public import Diagnostics

/// All rules as a table in Markdown, in the order given.
public func renderRulesMarkdown(_ rules: [RuleSummary]) -> String {
  let head = "| rule | pack | severity | profile | what it is about |\n|---|---|---|---|---|\n"
  return head
    + rules.map { rule in
      let cells = [
        "`\(rule.id)`", rule.pack ?? "", rule.severity.rawValue, rule.profile.rawValue,
        escaped(rule.headline),
      ]
      return "| \(cells.joined(separator: " | ")) |\n"
    }.joined()
}

/// A text that cannot end a cell of a table, or begin a tag.
private func escaped(_ text: String) -> String {
  printable(text).replacing("|", with: "\\|").replacing("<", with: "&lt;")
}
