import Diagnostics

/// A line for each finding, with the members it has in JSON, and a last line with the summary.
func piecesOfNDJSON(_ result: AuditResult) -> [Piece] {
  let findings = parts(of: result.findings).map { part -> Piece in
    {
      let tables = LineTables()
      return part.map { diagnostic in
        line("finding") {
          write(diagnostic, suppressed: result.isSuppressed(diagnostic), tables, &$0)
        }
      }.joined()
    }
  }
  return findings + [{ line("summary") { write(result, &$0) } }]
}

private func line(_ kind: String, _ body: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("schema", 1)
    writer.pair("type", kind)
    body(&writer)
  }
  return writer.text + "\n"
}
