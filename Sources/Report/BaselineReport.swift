public import Diagnostics
import RouterOSModel

/// The findings as a baseline, sorted by export and rule, and how many were left out: what cannot be
/// read is never known, because nobody knows what it hides.
public func renderBaseline(_ result: AuditResult) -> (text: String, written: Int, leftOut: Int) {
  let paths = result.paths
  let known = result.findings.filter { $0.rule != RuleSummary.unreadableStatement.id }
  let lines = known.map { diagnostic in
    (
      paths: printable(paths[diagnostic.primary.file]), rule: diagnostic.rule,
      diagnostic.fingerprint
    )
  }.sorted { $0 < $1 }
  let head = """
    # Findings that are known: 'jalur audit --baseline' with this file fails only on others.
    # Delete a line when its finding is gone. FINGERPRINT RULE EXPORT

    """
  let text = head + lines.map { "\($0.2) \($0.1) \($0.0)\n" }.joined()
  return (text, known.count, result.findings.count - known.count)
}

/// The lines of a baseline whose findings are gone: of exports that were audited, by rules that can
/// tell. Linear in both.
public func goneEntries(
  of baseline: Baseline, _ result: AuditResult
) -> (gone: [Baseline.Entry], notAudited: Int) {
  let paths = result.paths
  let audited = Set(result.fleet.devices.map { printable($0.path) })
  let found = Set(result.findings.map(\.fingerprint))
  let doubted = Set(
    result.findings.filter { $0.outcome == .unknown }.map {
      [$0.rule, printable(paths[$0.primary.file])]
    })
  let missing = baseline.entries.filter { !found.contains($0.fingerprint) }
  let gone = missing.filter {
    audited.contains($0.path) && !doubted.contains([$0.rule, $0.path])
      && !result.unjudged.contains($0.rule)
  }
  return (gone, missing.count { !audited.contains($0.path) })
}
