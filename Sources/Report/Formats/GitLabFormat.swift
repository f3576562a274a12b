import Diagnostics
import SourceText

/// The Code Quality report of GitLab: an array of issues, each with a fingerprint that no other has.
func renderGitLab(_ result: AuditResult) -> String {
  let tables = LineTables()
  let paths = result.paths
  var writer = JSONWriter()
  writer.array(result.active) { writer, diagnostic in
    let lines = tables[diagnostic.primary.file]
    let span = diagnostic.primary.span
    writer.object { writer in
      writer.pair("description", printable(description(of: diagnostic)))
      writer.pair("check_name", diagnostic.rule)
      writer.pair("fingerprint", diagnostic.fingerprint)
      writer.pair("severity", severity(of: diagnostic))
      writer.key("location")
      writer.object { writer in
        writer.pair("path", paths[diagnostic.primary.file])
        writer.key("lines")
        writer.object { writer in
          writer.pair("begin", lines.line(at: span.start))
          writer.pair("end", lines.line(at: span.end))
        }
      }
    }
  }
  return writer.text + "\n"
}

private func description(of diagnostic: Diagnostic) -> String {
  let fix = diagnostic.fix.isEmpty ? "" : "; \(diagnostic.fix)"
  let doubt = diagnostic.outcome == .unknown ? "unknown: " : ""
  return doubt + diagnostic.message + fix
}

/// GitLab's word for how much a finding matters; what cannot be told is for information.
private func severity(of diagnostic: Diagnostic) -> String {
  if diagnostic.outcome == .unknown { return "info" }
  return switch diagnostic.severity {
  case .error: "critical"
  case .info: "info"
  case .warning: "minor"
  }
}
