import Diagnostics
public import Policy

/// All rules as one JSON object, in the order given; its shape is a contract, described in the README.
public func renderRulesJSON(_ rules: [Rule]) -> String {
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("schema", 1)
    writer.key("rules")
    writer.array(rules) { writer, rule in
      writer.object { writer in
        writer.pair("id", rule.id.text)
        writer.pair("severity", rule.severity.rawValue)
        writer.pair("message", rule.message.text)
        writer.pair("why", rule.why.text)
        writer.pair("fix", rule.fix.text)
      }
    }
  }
  return writer.text + "\n"
}
