import Diagnostics
import RouterOSModel
import SourceText

/// Test results: a suite for each export with a test for each finding, or one that passes.
///
/// What ends with status 1 is a failure; other findings and those of the baseline are skipped tests, which every
/// reader shows and none counts.
func renderJUnit(_ result: AuditResult) -> String {
  let tables = LineTables()
  let byFile = Dictionary(grouping: result.findings) { ObjectIdentifier($0.primary.file) }
  let suites = result.fleet.devices.map { device in
    suite(device, byFile[ObjectIdentifier(device.file)] ?? [], result, tables)
  }
  let failures = result.findings.count { isFailure($0, result) }
  let errors = result.problems.count
  let tests = result.fleet.devices.reduce(errors) {
    $0 + max(1, byFile[ObjectIdentifier($1.file)]?.count ?? 0)
  }
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="jalur" tests="\(tests)" failures="\(failures)" errors="\(errors)">
    \(problems(result.problems))\(suites.joined())</testsuites>

    """
}

/// A suite of what could not be read.
private func problems(_ problems: [String]) -> String {
  if problems.isEmpty { return "" }
  let count = problems.count
  let cases = problems.map {
    """
        <testcase name="read" classname="jalur">
          <error type="unreadable" message="\(escaped($0))"/>
        </testcase>

    """
  }
  return
    "  <testsuite name=\"jalur\" tests=\"\(count)\" failures=\"0\" errors=\"\(count)\" skipped=\"0\">\n"
    + cases.joined() + "  </testsuite>\n"
}

private func isFailure(_ diagnostic: Diagnostic, _ result: AuditResult) -> Bool {
  !result.isSuppressed(diagnostic) && result.fails(diagnostic)
}

private func suite(
  _ device: Device, _ findings: [Diagnostic], _ result: AuditResult, _ tables: LineTables
) -> String {
  let failures = findings.count { isFailure($0, result) }
  let name = escaped(device.path)
  let cases = findings.map { test($0, in: name, result, tables) }.joined()
  let counts =
    "tests=\"\(max(1, findings.count))\" failures=\"\(failures)\" errors=\"0\" "
    + "skipped=\"\(findings.count - failures)\""
  let clean = "    <testcase name=\"audit\" classname=\"\(name)\"/>\n"
  return "  <testsuite name=\"\(name)\" \(counts)>\n"
    + (findings.isEmpty ? clean : cases) + "  </testsuite>\n"
}

private func test(
  _ diagnostic: Diagnostic, in name: String, _ result: AuditResult, _ tables: LineTables
) -> String {
  let lines = tables[diagnostic.primary.file]
  let line = lines.line(at: diagnostic.primary.span.start)
  let head =
    "    <testcase name=\"\(escaped("\(diagnostic.rule): \(diagnostic.headline)"))\" "
    + "classname=\"\(name)\" file=\"\(name)\" line=\"\(line)\">\n"
  let message = escaped(diagnostic.message)
  if isFailure(diagnostic, result) {
    let word = diagnostic.outcome == .unknown ? "unknown" : diagnostic.severity.rawValue
    let text = body(diagnostic, lines)
    return head
      + "      <failure type=\"\(word)\" message=\"\(message)\">\(text)</failure>\n    </testcase>\n"
  }
  let reason = result.suppression(of: diagnostic).map { escaped("\($0): ") } ?? ""
  return head + "      <skipped message=\"\(reason)\(message)\"/>\n    </testcase>\n"
}

/// Place, reason and way out, a line each.
private func body(_ diagnostic: Diagnostic, _ lines: LineTable) -> String {
  let place = place(of: diagnostic.primary, lines)
  let related = diagnostic.related.map { printable($0.text) }.filter { !$0.isEmpty }
  let why = diagnostic.why.isEmpty ? [] : ["why: \(printable(diagnostic.why))"]
  let fix = diagnostic.fix.isEmpty ? [] : ["fix: \(printable(diagnostic.fix))"]
  return ([place] + related + why + fix).map(withEntities).joined(separator: "\n")
}

/// A text for an attribute: what XML cannot carry is spelt out, since a character reference cannot help.
private func escaped(_ text: String) -> String { withEntities(printable(text)) }

private func withEntities(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
}
