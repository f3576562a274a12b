public import Diagnostics

/// All rules as one JSON object, in the order given; its shape is a contract, described in the README.
public func renderRulesJSON(_ rules: [RuleSummary]) -> String {
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("schema", 1)
    writer.key("rules")
    writer.array(rules) { writer, rule in
      writer.object { writer in
        writer.pair("id", rule.id)
        writer.pair("severity", rule.severity.rawValue)
        writer.pair("pack", rule.pack)
        writer.pair("profile", rule.profile.rawValue)
        writer.pair("title", rule.title)
        writer.pair("message", rule.message)
        writer.pair("why", rule.why)
        writer.pair("fix", rule.fix)
      }
    }
  }
  return writer.text + "\n"
}
