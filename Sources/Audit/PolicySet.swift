public import Diagnostics
public import Policy

/// Rules that were found to ask only for what views and menus have.
public struct PolicySet: Sendable {
  /// The rules, sorted by id.
  public let rules: [Rule]

  /// Checks every view, menu, column and value that the rules name. Throws one sentence with a place.
  public init(_ rules: [Rule]) throws(SourceError) {
    var seen: [String: Rule] = [:]
    for rule in rules {
      if let first = seen[rule.id.text] {
        throw SourceError(
          "rule '\(rule.id.text)' is defined twice", at: rule.id.span, in: rule.file,
          related: [Label(first.file, first.id.span, "first here")])
      }
      seen[rule.id.text] = rule
      try RuleCheck(rule: rule).run()
    }
    self.rules = rules.sorted { $0.id.text < $1.id.text }
  }
}
