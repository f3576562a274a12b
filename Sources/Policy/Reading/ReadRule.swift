public import Diagnostics
public import SourceText
import YAML

/// Reads one rule. Throws one sentence with a place, and the nearest word where one is misspelt.
public func readRule(_ file: SourceFile) throws(SourceError) -> Rule {
  let reader = RuleReader(file: file)
  let node = try readYAML(file)
  try reader.check(node, .rule, what: "rule")
  let message = try reader.message(node)
  return Rule(
    file: file, id: try reader.id(node), formerly: try reader.words(node, "formerly"),
    severity: try reader.severity(try reader.child(node, "severity")),
    profile: try reader.optional(node, "profile", reader.oneOf) ?? .recommended,
    message: message,
    why: try reader.required(node, "why"), fix: try reader.required(node, "fix"),
    references: try reader.words(node, "references"),
    routerOS: try reader.optional(node, "routeros", reader.condition),
    parameters: try reader.optional(node, "parameters", reader.parameters) ?? [],
    when: try reader.optional(node, "when") { node throws(SourceError) in
      try reader.selection(node, counts: true)
    },
    select: try reader.selection(try reader.child(node, "select"), counts: false),
    per: try reader.words(node, "per"),
    expect: try reader.expectation(try reader.child(node, "expect")),
    mark: try reader.optional(node, "mark", reader.word), show: try reader.words(node, "show"),
    unknown: try reader.optional(node, "unknown", reader.oneOf) ?? .report)
}

/// The parts of a rule that are read alike; errors name the file.
struct RuleReader {
  let file: SourceFile

  func error(_ message: String, _ span: Span) -> SourceError {
    SourceError(message, at: span, in: file)
  }

  func id(_ node: Node) throws(SourceError) -> Word {
    let word = try required(node, "id")
    guard isKebab(word.text) else {
      throw error("'\(word.text)' is no id; expected lower-case words joined by '-'", word.span)
    }
    return word
  }

  private func isKebab(_ text: String) -> Bool {
    text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 }
    }
  }

  /// The fact in one line, in the style of all messages.
  func message(_ node: Node) throws(SourceError) -> Word {
    let word = try required(node, "message")
    guard !word.text.hasSuffix(".") else {
      throw error("'message' ends with a full stop; leave it out", word.span)
    }
    let first = word.text.prefix { $0 != " " }
    // Abbreviations and names such as RouterOS have further capitals.
    if first.first?.isUppercase == true, !first.dropFirst().contains(where: \.isUppercase) {
      throw error("'message' begins with a capital; write '\(first.lowercased())'", word.span)
    }
    return word
  }

  /// One for all, or one for each major version.
  func severity(_ node: Node) throws(SourceError) -> RuleSeverity {
    guard node.pairs != nil else { return RuleSeverity(try oneOf(node, called: "severity")) }
    let fields = [6, 7].map { (major: $0, key: "routeros-\($0)") }
    for form in Form.rule.fields where form.name == "severity" {
      guard case .anyOf(let forms) = form.form, let mapping = forms.last else { continue }
      try check(node, mapping, what: "severity")
    }
    var severities: [Int: Severity] = [:]
    for field in fields {
      severities[field.major] = try oneOf(try child(node, field.key), called: "severity")
    }
    return RuleSeverity(severities)
  }

  func parameters(_ node: Node) throws(SourceError) -> [Parameter] {
    guard let pairs = node.pairs else { throw error("expected a mapping of names", node.span) }
    var parameters: [Parameter] = []
    for pair in pairs {
      let name = try word(pair.key)
      guard isKebab(name.text) else {
        throw error("'\(name.text)' is no name; expected lower-case words joined by '-'", name.span)
      }
      try check(pair.value, .mapping(Form.ofParameter, others: nil), what: "parameter")
      let value = try child(pair.value, "default")
      parameters.append(
        Parameter(
          name: name, defaults: try words(value), isList: value.items != nil,
          about: try required(pair.value, "about")))
    }
    return parameters
  }
}
