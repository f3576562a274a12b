import Comparison
import Diagnostics
import SourceText

/// The result of a gate for people: what changed, what is mended, what is new, and last the verdict in
/// one line.
func renderGate(_ result: GateResult, in palette: Palette) -> String {
  let tables = LineTables()
  let fixed = result.fixed.map { "  \(fixedLine($0, tables))\n" }
  let policies = result.policies.map { "  \($0.sign) \(printable($0.path))\n" }
  let exceptions = result.exceptions.map { "  \($0.line)\n" }
  return section("judged by other rules", policies.joined(), palette)
    + section("excepted otherwise", exceptions.joined(), palette)
    + section("changed", result.changed.map { lines($0, palette) }.joined(), palette)
    + section("fixed", fixed.joined(), palette)
    + section(
      "new", renderFindings(result.new.findings, result.new.fleet, palette), palette,
      isSpaced: true)
    + palette.paint("gate: \(verdict(of: result))", .strong) + "\n"
}

private func section(
  _ title: String, _ text: String, _ palette: Palette, isSpaced: Bool = false
) -> String {
  if text.isEmpty { return "" }
  let title = palette.paint("\(title):", .strong)
  return isSpaced ? "\(title)\n\n\(text)" : "\(title)\n\(text)\n"
}

/// A finding that is gone: `router.rsc:3:1: rule: what it said`.
func fixedLine(_ diagnostic: Diagnostic, _ tables: LineTables) -> String {
  let place = place(of: diagnostic.primary, tables[diagnostic.primary.file])
  return "\(place): " + printable("\(diagnostic.rule): \(diagnostic.headline)")
}

/// An export, and below it what its change means.
private func lines(_ export: ChangedExport, _ palette: Palette) -> String {
  let words = printable(export.words)
  let head = "  \(sign(of: export, palette)) \(printable(export.name))"
  let changes = changes(of: export, in: palette).split(separator: "\n").map { "      \($0)\n" }
  return head + (words.isEmpty ? "" : ": \(words)") + "\n" + changes.joined()
}

/// What the change of an export means, as `jalur diff` says it, without its last paragraph, the counts.
func changes(of export: ChangedExport, in palette: Palette) -> String {
  guard let meaning = export.meaning, !meaning.differences.changes.isEmpty else { return "" }
  let text = renderChanges(meaning.differences, meaning.old, meaning.new, in: palette)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  let end = lines.lastIndex(of: "") ?? lines.count
  return lines[..<end].map { "\($0)\n" }.joined()
}

/// What became of an export, in one sign.
func sign(of export: ChangedExport, _ palette: Palette) -> String {
  switch export.kind {
  case .added: palette.paint("+", .added)
  case .changed: palette.paint("~", .changed)
  case .removed: palette.paint("-", .removed)
  case .renamed: palette.paint("→", .changed)
  }
}

/// `1 new error, 2 fixed, 3 exports changed`.
func verdict(of result: GateResult) -> String {
  let counts = AuditCounts(result.new.findings)
  var words = counts.failures("new ")
  if counts.unknown > 0 { words.append("\(counts.unknown) new unknown") }
  if words.isEmpty { words.append("nothing new") }
  if !result.fixed.isEmpty { words.append("\(result.fixed.count) fixed") }
  words.append("\(counted(result.changed.count, "export")) changed")
  let text = words.joined(separator: ", ")
  return result.isWhole ? text : "cannot tell; in what could be read, \(text)"
}
