import Diagnostics
import SourceText

/// The result of a gate as one JSON object; its shape is a contract, described in the manual.
func renderGateJSON(_ result: GateResult) -> String {
  let tables = LineTables()
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("schema", 1)
    writer.pair("base", result.base)
    writer.key("complete")
    writer.value(result.isWhole)
    writer.key("changed")
    writer.array(result.changed) { write($1, &$0) }
    writer.key("policies")
    writer.array(result.policies) { writer, policy in
      writer.object { writer in
        writer.pair("file", policy.path)
        writer.pair("kind", kind(of: policy))
      }
    }
    writer.key("exceptions")
    writer.array(result.exceptions) { writer, exception in
      writer.object { writer in
        writer.pair("file", exception.file)
        writer.pair("kind", exception.isNew ? "added" : "removed")
        writer.pair("rule", exception.rule)
        writer.pair("scope", exception.scope)
        writer.pair("until", exception.until)
        writer.pair("reason", exception.reason)
      }
    }
    for (key, findings) in [("fixed", result.fixed), ("new", result.new.findings)] {
      writer.key(key)
      writer.array(findings) { writer, diagnostic in
        writer.object { write(diagnostic, suppressed: false, tables, &$0) }
      }
    }
    writer.key("summary")
    writer.object { write(AuditCounts(result.new.findings), result, &$0) }
  }
  return writer.text + "\n"
}

/// The counts of what is new, and of the other lists.
private func write(_ counts: AuditCounts, _ result: GateResult, _ writer: inout JSONWriter) {
  writer.pair("errors", counts.errors)
  writer.pair("warnings", counts.warnings)
  writer.pair("infos", counts.infos)
  writer.pair("unknown", counts.unknown)
  writer.pair("fixed", result.fixed.count)
  writer.pair("changed", result.changed.count)
}

private func write(_ export: ChangedExport, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.pair("file", export.name)
    switch export.kind {
    case .added: write("added", from: nil, &writer)
    case .changed: write("changed", from: nil, &writer)
    case .removed: write("removed", from: nil, &writer)
    case .renamed(let old, _): write("renamed", from: old, &writer)
    }
    writer.key("diff")
    if let meaning = export.meaning {
      writer.object(renderChangesJSON(meaning.differences, meaning.old, meaning.new))
    } else {
      writer.value(String?.none)
    }
  }
}

private func write(_ kind: String, from old: String?, _ writer: inout JSONWriter) {
  writer.pair("kind", kind)
  writer.pair("from", old)
}

private func kind(of policy: ChangedPolicy) -> String {
  policy.sign == "+" ? "added" : policy.sign == "-" ? "removed" : "changed"
}
