public import Diagnostics
public import RouterOSModel
import RouterOSSyntax
import SourceText

/// The findings of an audit as one JSON object; its shape is a contract, described in the README.
///
/// `listsSupport` adds the statements that are not simply understood.
public func renderAuditJSON(
  _ diagnostics: [Diagnostic], _ fleet: Fleet, version: String, listsSupport: Bool = false
) -> String {
  let tables = LineTables()
  var writer = JSONWriter()
  writer.object { writer in
    writer.key("schema")
    writer.value(1)
    writer.key("tool")
    writer.object { writer in
      writer.pair("name", "jalur")
      writer.pair("version", version)
    }
    writer.key("files")
    writer.array(fleet.devices) { writer, device in
      writer.object { writer in
        writer.pair("path", device.file.name)
        writer.pair("routerOS", device.configuration.version?.description)
        writer.pair("statements", device.configuration.script.count)
        let support = device.configuration.support
        write(support, &writer)
        if listsSupport { write(support.exceptions, tables[device.file], &writer) }
      }
    }
    writer.key("findings")
    writer.array(diagnostics) { write($1, tables, &$0) }
    writer.key("summary")
    write(AuditCounts(diagnostics), &writer)
  }
  return writer.text + "\n"
}

private func write(_ diagnostic: Diagnostic, _ tables: LineTables, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.pair("rule", diagnostic.rule)
    writer.pair("severity", diagnostic.severity.rawValue)
    writer.pair("outcome", diagnostic.outcome.rawValue)
    writer.pair("file", diagnostic.primary.file.name)
    writer.place(of: diagnostic.primary.span, tables[diagnostic.primary.file])
    writer.key("absent")
    writer.value(diagnostic.isAbsent)
    let cause = diagnostic.cause.map { ": \($0)" } ?? ""
    writer.pair("message", diagnostic.headline + cause)
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
    writer.value(diagnostic.suppression != nil)
  }
}

private func write(_ counts: AuditCounts, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.pair("errors", counts.errors)
    writer.pair("warnings", counts.warnings)
    writer.pair("infos", counts.infos)
    writer.pair("unknown", counts.unknown)
    writer.pair("suppressed", counts.suppressed)
  }
}
