import Diagnostics
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The findings of an audit as one JSON object; its shape is a contract, described in the README.
func piecesOfJSON(_ result: AuditResult) -> [Piece] {
  let findings = parts(of: result.findings).enumerated().map { place, part -> Piece in
    { (place == 0 ? "" : ",") + json(part, result) }
  }
  return [{ beginningOfJSON(result) }] + findings + [{ endOfJSON(result) }]
}

/// All before the findings.
private func beginningOfJSON(_ result: AuditResult) -> String {
  let tables = LineTables()
  var writer = JSONWriter()
  writer.open("{")
  writer.key("schema")
  writer.value(1)
  writer.key("tool")
  writer.object { writer in
    writer.pair("name", "jalur")
    writer.pair("version", result.version)
  }
  writer.key("files")
  writer.array(result.fleet.devices) { writer, device in
    writer.object { writer in
      writer.pair("path", device.file.name)
      writer.pair("routerOS", device.configuration.version?.description)
      writer.pair("statements", device.configuration.script.count)
      let support = device.configuration.support
      write(support, &writer)
      if result.listsSupport { write(support.exceptions, tables[device.file], &writer) }
    }
  }
  writer.key("findings")
  writer.open("[")
  return writer.text
}

/// Some of the findings, with commas between them.
private func json(_ findings: ArraySlice<Diagnostic>, _ result: AuditResult) -> String {
  let tables = LineTables()
  var writer = JSONWriter()
  for diagnostic in findings {
    writer.object { write(diagnostic, suppressed: result.isSuppressed(diagnostic), tables, &$0) }
  }
  return writer.text
}

/// All behind the findings.
private func endOfJSON(_ result: AuditResult) -> String {
  var writer = JSONWriter()
  writer.close("]")
  writer.key("summary")
  writer.object { write(result, &$0) }
  writer.close("}")
  return writer.text + "\n"
}

/// The members of one finding.
func write(
  _ diagnostic: Diagnostic, suppressed: Bool, _ tables: LineTables, _ writer: inout JSONWriter
) {
  writer.pair("rule", diagnostic.rule)
  writer.pair("severity", diagnostic.severity.rawValue)
  writer.pair("outcome", diagnostic.outcome.rawValue)
  writer.pair("file", diagnostic.primary.file.name)
  writer.place(of: diagnostic.primary.span, tables[diagnostic.primary.file])
  writer.key("absent")
  writer.value(diagnostic.isAbsent)
  writer.pair("message", diagnostic.message)
  writer.pair("why", diagnostic.why)
  writer.pair("fix", diagnostic.fix)
  writer.key("related")
  writer.array(diagnostic.related) { writer, label in
    writer.object { writer in
      writer.pair("file", label.file.name)
      writer.pair("line", tables[label.file].line(at: label.span.start))
      writer.pair("column", tables[label.file].column(at: label.span.start))
      writer.pair("message", label.text)
    }
  }
  writer.pair("fingerprint", diagnostic.fingerprint)
  writer.key("suppressed")
  writer.value(suppressed)
}

/// The members of the summary; what is gone from a baseline is one only when there is some.
func write(_ result: AuditResult, _ writer: inout JSONWriter) {
  let counts = AuditCounts(result.active)
  writer.pair("errors", counts.errors)
  writer.pair("warnings", counts.warnings)
  writer.pair("infos", counts.infos)
  writer.pair("unknown", counts.unknown)
  writer.pair("suppressed", result.findings.count(where: result.isSuppressed))
  if result.gone.isEmpty { return }
  writer.key("gone")
  writer.array(result.gone) { writer, entry in
    writer.object { writer in
      writer.pair("rule", entry.rule)
      writer.pair("file", entry.path)
      writer.pair("fingerprint", entry.fingerprint)
    }
  }
}
