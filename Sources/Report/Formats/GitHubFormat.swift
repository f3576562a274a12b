import Diagnostics
import SourceText

/// The most annotations of one level that GitHub shows of a step.
private let mostOfLevel = 10

/// Workflow commands, which GitHub shows as annotations: what could not be read, then errors first, and of each level no more than it
/// shows; one notice counts the rest.
func renderGitHub(_ result: AuditResult) -> String {
  let tables = LineTables()
  let paths = result.paths
  let active = result.active
  var text = result.problems.prefix(mostOfLevel).map {
    "::error title=jalur::\(data(printable($0)))\n"
  }.joined()
  var shown = 0
  for level in Level.allCases {
    let all = active.filter { Level($0) == level }
    // One notice is kept for the count.
    let some = all.prefix(level == .notice ? mostOfLevel - 1 : mostOfLevel)
    shown += some.count
    text += some.map { command($0, level, paths, tables) }.joined()
  }
  if shown == active.count { return text }
  let rest = counted(active.count - shown, "more finding is", "more findings are")
  return text + "::notice title=jalur::\(rest) not annotated; see the report of jalur\n"
}

/// What GitHub calls a finding; what cannot be told is a notice.
private enum Level: String, CaseIterable {
  case error
  case warning
  case notice

  init(_ diagnostic: Diagnostic) {
    switch (diagnostic.outcome, diagnostic.severity) {
    case (.fail, .error): self = .error
    case (.fail, .warning): self = .warning
    case (.fail, .info), (.unknown, .error), (.unknown, .info), (.unknown, .warning):
      self = .notice
    }
  }
}

private func command(
  _ diagnostic: Diagnostic, _ level: Level, _ paths: StablePaths, _ tables: LineTables
) -> String {
  let lines = tables[diagnostic.primary.file]
  let span = diagnostic.primary.span
  let title = diagnostic.outcome == .unknown ? "\(diagnostic.rule) (unknown)" : diagnostic.rule
  let properties = [
    "file=\(property(paths[diagnostic.primary.file]))", "line=\(lines.line(at: span.start))",
    "col=\(lines.column(at: span.start))", "endLine=\(lines.line(at: span.end))",
    "endColumn=\(lines.column(at: span.end))", "title=\(property(title))",
  ]
  let advice = [diagnostic.message, diagnostic.why, diagnostic.fix].filter { !$0.isEmpty }
  let message = advice.map { data(printable($0)) }.joined(separator: "%0A")
  return "::\(level.rawValue) \(properties.joined(separator: ","))::\(message)\n"
}

/// The message of a command, which ends at the end of the line.
private func data(_ text: String) -> String {
  text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
}

/// The value of a property, which ends at a comma or a colon, too.
private func property(_ text: String) -> String {
  data(printable(text)).replacing(":", with: "%3A").replacing(",", with: "%2C")
}
