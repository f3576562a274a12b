import Diagnostics

/// The rules of a SARIF run: those that found something, by id.
struct SARIFRules {
  private let rules: [RuleSummary]
  private let indices: [String: Int]
  private let page: @Sendable (String) -> String?

  init(_ result: AuditResult) {
    let found = Set(result.findings.map(\.rule))
    rules = result.rules.filter { found.contains($0.id) }.sorted { $0.id < $1.id }
    indices = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    page = result.page
  }

  /// The place of a rule among them.
  func index(of rule: String) -> Int? { indices[rule] }

  /// SARIF's word for how much a finding matters.
  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .info: "note"
    case .warning: "warning"
    }
  }

  /// The members of the component that found everything.
  func writeDriver(version: String, _ writer: inout JSONWriter) {
    writer.pair("name", "jalur")
    writer.pair("version", version)
    writer.key("rules")
    writer.array(rules) { writer, rule in writer.object { write(rule, &$0) } }
  }

  private func write(_ rule: RuleSummary, _ writer: inout JSONWriter) {
    writer.pair("id", rule.id)
    let fact = withoutPlaceholders(rule.message)
    write("shortDescription", fact, &writer)
    write("fullDescription", rule.why.isEmpty ? fact : rule.why, &writer)
    writer.key("defaultConfiguration")
    writer.object { $0.pair("level", Self.level(rule.severity)) }
    writer.key("help")
    writer.object { writer in
      writer.pair("text", inMessage("why: \(rule.why); fix: \(rule.fix)"))
      writer.pair("markdown", page(rule.id) ?? "**Why:** \(rule.why)\n\n**Fix:** \(rule.fix)\n")
    }
  }

  private func write(_ key: String, _ text: String, _ writer: inout JSONWriter) {
    writer.key(key)
    writer.object { $0.pair("text", inMessage(text)) }
  }

  /// A message with `…` for what each finding fills in.
  private func withoutPlaceholders(_ message: String) -> String {
    message.split(separator: "{", omittingEmptySubsequences: false).enumerated().map {
      place, part in
      guard place > 0, let end = part.firstIndex(of: "}") else { return String(part) }
      return "…\(part[part.index(after: end)...])"
    }.joined()
  }
}
