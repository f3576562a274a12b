public import Diagnostics
public import Policy

/// Rules that were found to ask only for what views and menus have.
public struct PolicySet: Sendable {
  /// The rules with their parameters put in, sorted by id.
  public let rules: [Rule]

  /// Checks every view, menu, column and value that the rules name, with `settings` for the parameters of
  /// rules by id. Throws one sentence with a place.
  public init(_ rules: [Rule], settings: [String: ParameterValues] = [:]) throws(SourceError) {
    var seen: [String: Rule] = [:]
    var checked: [Rule] = []
    for rule in rules {
      if let first = seen[rule.id.text] {
        throw SourceError(
          "rule '\(rule.id.text)' is defined twice", at: rule.id.span, in: rule.file,
          related: [Label(first.file, first.id.span, "the first")])
      }
      guard !RuleSummary.ofExportItself.contains(where: { $0.id == rule.id.text }) else {
        throw SourceError(
          "'\(rule.id.text)' is what Jalur finds of exports and exceptions themselves; name it otherwise",
          at: rule.id.span, in: rule.file)
      }
      seen[rule.id.text] = rule
      try checkParameters(of: rule)
      let ready = try rule.with(settings[rule.id.text] ?? [:])
      try RuleCheck(rule: ready).run()
      checked.append(ready)
    }
    self.rules = checked.sorted { $0.id.text < $1.id.text }
  }

  private init(checked: [Rule]) { rules = checked }

  /// Those of the rules that are wanted; the others are neither judged nor counted.
  public func only(_ isWanted: (Rule) -> Bool) -> PolicySet {
    PolicySet(checked: rules.filter(isWanted))
  }

  /// The rules as `change` makes them, which leaves their columns and values as they are.
  public func changed(_ change: (Rule) -> Rule) -> PolicySet {
    PolicySet(checked: rules.map(change))
  }
}

/// A parameter that nothing uses is a misspelt one.
private func checkParameters(of rule: Rule) throws(SourceError) {
  let used = Set(rule.namesOfUsedParameters)
  let spoken = placeholders(in: rule.message.text) + placeholders(in: rule.fix.text)
  for parameter in rule.parameters {
    let name = parameter.name.text
    guard !used.contains(name), !spoken.contains("$\(name)") else { continue }
    throw SourceError(
      "parameter '\(name)' is not used; say $\(name) somewhere, or leave it out",
      at: parameter.name.span, in: rule.file)
  }
}
