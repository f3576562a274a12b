public import Diagnostics
public import Policy
import RouterOSModel

extension PolicySet {
  /// The rules as a project wants them: with its parameters, severities and outcomes, and without those it
  /// turns off.
  ///
  /// Checks that it speaks of rules, parameters and columns that are there. Throws one sentence with a
  /// place.
  public init(_ rules: [Rule], for project: Project) throws(SourceError) {
    let ids = PolicySet.ids(of: rules)
    let check = ProjectCheck(project: project, rules: rules, ids: ids)
    try self.init(rules, settings: try check.parameters())
    try check.exceptions()
    var changes: [String: Project.RuleSettings] = [:]
    for settings in project.rules {
      changes[ids[settings.rule.text] ?? settings.rule.text] = settings
    }
    self = only { changes[$0.id.text]?.isOff != true }.changed { rule in
      let settings = changes[rule.id.text]
      let rule = settings?.severity.map { rule.with(severity: $0) } ?? rule
      return settings?.unknown.map { rule.with(unknown: $0) } ?? rule
    }
  }

  /// The present id of each rule, by itself and by those it had before; those of exports included.
  public static func ids(of rules: [Rule]) -> [String: String] {
    var ids: [String: String] = [:]
    for rule in rules {
      for former in rule.formerly { ids[former.text] = rule.id.text }
    }
    for rule in rules { ids[rule.id.text] = rule.id.text }
    for rule in RuleSummary.ofExportItself { ids[rule.id] = rule.id }
    return ids
  }
}

/// A project held against the rules there are.
private struct ProjectCheck {
  let project: Project
  let rules: [Rule]
  let ids: [String: String]

  func parameters() throws(SourceError) -> [String: ParameterValues] {
    var settings: [String: ParameterValues] = [:]
    for setting in project.rules {
      let rule = try rule(setting.rule)
      if rule == nil, !setting.parameters.isEmpty || setting.unknown != nil || !setting.isOff {
        throw error(
          "'\(setting.rule.text)' judges exports themselves and cannot be set", setting.rule)
      }
      if rule == nil { throw error("'\(setting.rule.text)' cannot be turned off", setting.rule) }
      for (name, values) in setting.parameters {
        guard let parameter = rule?.parameters.first(where: { $0.name.text == name.text }) else {
          throw unknown("parameter", name, rule?.parameters.map(\.name.text) ?? [])
        }
        if !parameter.isList, values.count != 1 {
          throw error("parameter '\(name.text)' has one value; this is a list", name)
        }
        settings[rule?.id.text ?? "", default: [:]][name.text] = values
      }
    }
    return settings
  }

  func exceptions() throws(SourceError) {
    for exception in project.exceptions {
      guard let rule = try rule(exception.rule) else {
        if exception.rule.text == RuleSummary.unreadableStatement.id {
          throw error("nothing excepts from '\(exception.rule.text)'", exception.rule)
        }
        continue
      }
      do throws(SourceError) {
        try RuleCheck(rule: rule).check(exception.conditions, of: rule.select.source)
      } catch {
        throw SourceError(error.message, at: error.primary.span, in: project.file)
      }
    }
  }

  /// The rule that a word names; nil for what an audit finds of the export itself.
  private func rule(_ word: Word) throws(SourceError) -> Rule? {
    guard let id = ids[word.text] else { throw unknown("rule", word, ids.keys.sorted()) }
    return rules.first { $0.id.text == id }
  }

  private func unknown(_ what: String, _ word: Word, _ words: [String]) -> SourceError {
    if let near = nearestWord(to: word.text, among: words) {
      return error("no \(what) '\(word.text)'; did you mean '\(near)'?", word)
    }
    let rest = words.isEmpty ? "" : "; expected one of \(words.sorted().joined(separator: ", "))"
    return error("no \(what) '\(word.text)'\(rest)", word)
  }

  private func error(_ message: String, _ word: Word) -> SourceError {
    SourceError(message, at: word.span, in: project.file)
  }
}
