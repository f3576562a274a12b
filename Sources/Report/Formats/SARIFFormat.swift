import Diagnostics
import SourceText

/// SARIF 2.1.0 (OASIS): one run with the rules that found something, and a result for each finding.
///
/// What cannot be told is `open`, which the standard has for that; what the baseline holds is suppressed.
func renderSARIF(_ result: AuditResult) -> String {
  let rules = SARIFRules(result)
  let tables = LineTables()
  let paths = result.paths
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
    writer.pair("version", "2.1.0")
    writer.key("runs")
    writer.array(CollectionOfOne(result)) { writer, result in
      writer.object { writer in
        writer.key("tool")
        writer.object { writer in
          writer.key("driver")
          writer.object { rules.writeDriver(version: result.version, &$0) }
        }
        writeInvocation(result.problems, &writer)
        writer.pair("columnKind", "unicodeCodePoints")
        writer.key("results")
        writer.array(result.findings) { writer, diagnostic in
          writer.object { writer in
            write(diagnostic, rules, &writer)
            if let reason = result.suppression(of: diagnostic) { writeSuppression(reason, &writer) }
            writePlaces(diagnostic, paths, tables, &writer)
          }
        }
      }
    }
  }
  return writer.text + "\n"
}

/// Whether everything could be read, and what could not.
private func writeInvocation(_ problems: [String], _ writer: inout JSONWriter) {
  writer.key("invocations")
  writer.array(CollectionOfOne(problems)) { writer, problems in
    writer.object { writer in
      writer.key("executionSuccessful")
      writer.value(problems.isEmpty)
      if problems.isEmpty { return }
      writer.key("toolExecutionNotifications")
      writer.array(problems) { writer, problem in
        writer.object { writer in
          writer.pair("level", "error")
          writer.message(problem)
        }
      }
    }
  }
}

private func write(_ diagnostic: Diagnostic, _ rules: SARIFRules, _ writer: inout JSONWriter) {
  writer.pair("ruleId", diagnostic.rule)
  if let index = rules.index(of: diagnostic.rule) { writer.pair("ruleIndex", index) }
  writer.pair("kind", diagnostic.outcome == .fail ? "fail" : "open")
  writer.pair(
    "level", diagnostic.outcome == .fail ? SARIFRules.level(diagnostic.severity) : "none")
  writer.message(diagnostic.message)
  // GitHub knows a finding again by this name, and makes one up from the lines where it is missing.
  for key in ["fingerprints", "partialFingerprints"] where !diagnostic.fingerprint.isEmpty {
    writer.key(key)
    writer.object {
      $0.pair(
        key == "fingerprints" ? "jalur/v1" : "primaryLocationLineHash", diagnostic.fingerprint)
    }
  }
}

private func writeSuppression(_ reason: String, _ writer: inout JSONWriter) {
  writer.key("suppressions")
  writer.array(CollectionOfOne("external")) { writer, kind in
    writer.object { writer in
      writer.pair("kind", kind)
      writer.pair("justification", printable(reason))
    }
  }
}

private func writePlaces(
  _ diagnostic: Diagnostic, _ paths: StablePaths, _ tables: LineTables, _ writer: inout JSONWriter
) {
  func write(_ label: Label, id: Int?, _ writer: inout JSONWriter) {
    writer.object { writer in
      if let id { writer.pair("id", id) }
      writer.key("physicalLocation")
      writer.object { writer in
        writer.key("artifactLocation")
        writer.object { $0.pair("uri", relativeReference(paths[label.file])) }
        writer.key("region")
        writer.object { $0.region(of: label.span, tables[label.file]) }
      }
      if !label.text.isEmpty { writer.message(label.text) }
    }
  }
  writer.key("locations")
  writer.array(CollectionOfOne(diagnostic.primary)) { write($1, id: nil, &$0) }
  if diagnostic.related.isEmpty { return }
  writer.key("relatedLocations")
  writer.array(diagnostic.related.enumerated()) { write($1.element, id: $1.offset, &$0) }
}

extension JSONWriter {
  /// A message of SARIF, which would read `{0}` and `[text](1)` as placeholders and links.
  mutating func message(_ text: String) {
    key("message")
    object { $0.pair("text", inMessage(text)) }
  }

  fileprivate mutating func region(of span: Span, _ lines: LineTable) {
    pair("startLine", lines.line(at: span.start))
    pair("startColumn", lines.column(at: span.start))
    pair("endLine", lines.line(at: span.end))
    pair("endColumn", lines.column(at: span.end))
  }
}

/// Plain text as a message string of SARIF (§3.11): brackets would begin a link, and braces are doubled.
func inMessage(_ text: String) -> String {
  printable(text).replacing("\\", with: "\\\\").replacing("[", with: "\\[")
    .replacing("]", with: "\\]").replacing("{", with: "{{").replacing("}", with: "}}")
}

/// A path as a relative reference (RFC 3986): every byte that is not unreserved is percent-encoded, so
/// that no name is taken for a scheme, a query or a host.
func relativeReference(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  let parts = path.split(separator: "/").joined(separator: "/")
  var encoded: [UInt8] = []
  for byte in parts.utf8 {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "~"):
      encoded.append(byte)
    default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0x0F)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
