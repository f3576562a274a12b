import Diagnostics
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The findings of an audit for people; ends with what was read and how much was found.
///
/// Unknowns are listed when that is asked for, or when they are all there is; else the summary counts
/// them by cause. What is accepted is counted, and listed when that is asked for.
func piecesOfText(_ result: AuditResult, in palette: Palette = .plain) -> [Piece] {
  let active = result.active
  let shown = result.showsSuppressed ? result.findings : active
  let failures = shown.filter { $0.outcome == .fail }
  let tail: Piece = { gone(result.gone) + summary(active, result) + "\n" }
  let listsAll = result.showsUnknown || failures.isEmpty
  let listed = piecesOfFindings(listsAll ? shown : failures, result.fleet, palette)
  let unknowns = listsAll ? [] : shown.filter { $0.outcome == .unknown }
  return [{ supportOfEach(result) }] + listed + [{ folded(unknowns) }, tail]
}

private func supportOfEach(_ result: AuditResult) -> String {
  let support = result.listsSupport ? result.fleet.devices.map(\.configuration) : []
  return support.map { renderSupport(of: $0) }.joined()
}

/// The lines that a baseline can lose.
private func gone(_ entries: [Baseline.Entry]) -> String {
  if entries.isEmpty { return "" }
  let lines = entries.map { "  \($0.fingerprint) \(printable("\($0.rule) \($0.path)"))\n" }
  return "gone, and to be deleted from the baseline:\n\(lines.joined())\n"
}

/// Findings in full, each followed by an empty line; of statements that cannot be read, the first of each
/// file, and then how many more there are.
func renderFindings(
  _ diagnostics: [Diagnostic], _ fleet: Fleet, _ palette: Palette
) -> String {
  piecesOfFindings(diagnostics, fleet, palette).map { $0() }.joined()
}

private func piecesOfFindings(
  _ diagnostics: [Diagnostic], _ fleet: Fleet, _ palette: Palette
) -> [Piece] {
  let flood = Flood(diagnostics)
  let configurations = Dictionary(
    fleet.devices.map { (ObjectIdentifier($0.file), $0.configuration) },
    uniquingKeysWith: { first, _ in first })
  let pieces = parts(of: flood.shown).map { part -> Piece in
    {
      let tables = LineTables()
      return part.map { diagnostic in
        let configuration = configurations[ObjectIdentifier(diagnostic.primary.file)]
        let hidden = configuration?.concealment.hidden ?? []
        return renderDiagnostic(diagnostic, hiding: hidden, tables, palette) + "\n"
      }.joined()
    }
  }
  let notes = flood.notes
  return pieces + [{ notes }]
}

/// Findings without most of those that a broken file has on every line.
private struct Flood {
  private(set) var shown: [Diagnostic] = []
  /// How many statements of which file are not shown, a paragraph each.
  private(set) var notes = ""

  init(_ diagnostics: [Diagnostic]) {
    var counts: [ObjectIdentifier: Int] = [:]
    var files: [SourceFile] = []
    for diagnostic in diagnostics {
      let file = diagnostic.primary.file
      if diagnostic.rule == RuleSummary.unreadableStatement.id {
        counts[ObjectIdentifier(file), default: 0] += 1
        let count = counts[ObjectIdentifier(file)] ?? 0
        if count == mostProblemsShown + 1 { files.append(file) }
        if count > mostProblemsShown { continue }
      }
      shown.append(diagnostic)
    }
    for file in files {
      let rest = (counts[ObjectIdentifier(file)] ?? 0) - mostProblemsShown
      let subject = counted(rest, "more statement")
      notes += "\(printable(file.name)): \(subject) that cannot be read, not shown\n\n"
    }
  }
}

/// `2 exports, 41 statements, 6 rules: 4 errors, 1 unknown`.
private func summary(_ diagnostics: [Diagnostic], _ result: AuditResult) -> String {
  let read = shares(of: result.fleet.devices.map(\.configuration.support))
  let counts = AuditCounts(diagnostics)
  var words = counts.failures("")
  if words.isEmpty { words = ["no findings"] }
  if counts.unknown > 0 { words.append("\(counts.unknown) unknown") }
  let known = result.findings.count(where: result.isInBaseline)
  if known > 0 { words.append("\(known) in the baseline") }
  let suppressed = result.findings.count - diagnostics.count - known
  if suppressed > 0 { words.append("\(suppressed) suppressed") }
  let rules = counted(result.ruleCount, "rule")
  return "\(counted(result.fleet.devices.count, "export")), \(read), \(rules): "
    + words.joined(separator: ", ")
}

/// One paragraph for each cause of unknowns.
private func folded(_ unknowns: [Diagnostic]) -> String {
  var causes: [String] = []
  var byCause: [String: [Diagnostic]] = [:]
  for diagnostic in unknowns {
    let cause = diagnostic.cause ?? ""
    if byCause[cause] == nil { causes.append(cause) }
    byCause[cause, default: []].append(diagnostic)
  }
  let text = causes.map { cause in
    let folded = byCause[cause] ?? []
    var rules: [String] = []
    for diagnostic in folded where !rules.contains(diagnostic.rule) {
      rules.append(diagnostic.rule)
    }
    return "unknown: \(folded.count) of \(rules.joined(separator: ", ")): \(printable(cause))\n"
  }.joined()
  return text.isEmpty ? "" : text + "(--show-unknown shows where)\n\n"
}

/// How many findings of each kind there are.
struct AuditCounts {
  let errors: Int
  let warnings: Int
  let infos: Int
  let unknown: Int

  /// Of findings that count.
  init(_ diagnostics: [Diagnostic]) {
    var (errors, warnings, infos, unknown) = (0, 0, 0, 0)
    for diagnostic in diagnostics {
      switch (diagnostic.outcome, diagnostic.severity) {
      case (.unknown, _): unknown += 1
      case (.fail, .error): errors += 1
      case (.fail, .warning): warnings += 1
      case (.fail, .info): infos += 1
      }
    }
    (self.errors, self.warnings, self.infos, self.unknown) = (errors, warnings, infos, unknown)
  }

  /// `1 error`, `2 warnings`: what there is of each; `word` goes before the noun, a blank after it.
  func failures(_ word: String) -> [String] {
    [(errors, "error"), (warnings, "warning"), (infos, "info")].compactMap { count, noun in
      count == 0 ? nil : counted(count, word + noun)
    }
  }
}
