public import Comparison
public import Diagnostics
public import RouterOSModel
import RouterOSSyntax
import SourceText

/// How many statements RouterOS can undo in one safe mode with room to spare (MikroTik's manual, "Configuration
/// management": about a hundred actions).
private let mostStatementsOfStep = 50

/// A script as a file for RouterOS, in steps that safe mode can undo; comments say what to do between them.
///
/// Nothing that either configuration keeps secret is in the statements: a placeholder, `<<…>>`, stands for it.
public func renderRemediation(
  _ remediation: Remediation, _ old: Configuration, _ new: Configuration
) -> String {
  let lines = remediation.lines
  if lines.isEmpty { return "# nothing to do\n" }
  let release = old.version.map { " of RouterOS \($0)" } ?? ""
  var text =
    "# makes of \(printable(old.script.file.name)) what \(printable(new.script.file.name)) is; "
  text += "proven on a model\(release)\n"
  let isOpen = lines.contains { $0.text.contains("<<") }
  if isOpen { text += "# put secrets in place of <<...>> first\n" }
  let steps = steps(of: lines)
  for (number, step) in steps.enumerated() {
    text +=
      "# step \(number + 1) of \(steps.count): press Ctrl-X for safe mode, run, check, press Ctrl-X\n"
    var wasFlagged = false
    for line in step {
      if line.touchesManagement != wasFlagged {
        text += line.touchesManagement ? "# may cut your own path:\n" : "# the rest does not:\n"
        wasFlagged = line.touchesManagement
      }
      text += line.text + "\n"
    }
  }
  return text
}

/// At most ``mostStatementsOfStep`` statements a step; what may cut the path of the operator stands apart.
private func steps(of lines: [Remediation.Line]) -> [ArraySlice<Remediation.Line>] {
  var steps: [ArraySlice<Remediation.Line>] = []
  var first = 0
  for place in lines.indices.dropFirst() {
    let isFull = place - first == mostStatementsOfStep
    let turns = lines[place].touchesManagement && !lines[place - 1].touchesManagement
    guard isFull || turns else { continue }
    steps.append(lines[first..<place])
    first = place
  }
  return steps + [lines[first...]]
}

/// An error with the other places that explain it, in one line.
public func renderErrorWithPlaces(_ error: SourceError) -> String {
  let others = error.related.map { label in
    "; \(printable(label.text)) is at \(place(of: label, LineTable(label.file)))"
  }
  return renderError(error) + others.joined()
}
