import Diagnostics
import Policy
import RouterOSModel

/// What a rule selects is what its author means, in both major versions, switched off or not.
extension RuleCheck {
  static let switchedOff =
    "say whether entries that are switched off count: disabled: no, or disabled: [yes, no]"

  /// A rule that does not speak of `disabled` would judge entries that RouterOS does not use, or count
  /// on them. Entries that cannot be switched off, and secrets, which are read all the same, are exempt:
  /// they have no such column.
  func checkSwitchedOff(_ columns: Columns) throws(SourceError) {
    guard columns.canBeDisabled else { return }
    let counted = rule.expect.verbs.compactMap { verb in
      if case .howMany(_, let chosen, _) = verb { chosen } else { nil }
    }
    let all = [rule.select.conditions, rule.expect.conditions] + counted
    guard all.contains(where: { $0.speak(of: "disabled") }) else {
      throw error(Self.switchedOff, rule.select.source.word)
    }
  }

  /// A menu that changed its shape between RouterOS 6 and 7 would be judged in one of them only.
  func checkShape(of source: Selection.Source) throws(SourceError) {
    guard case .menu(let word) = source else { return }
    let path = menuPath(word.text)
    func isBelow(_ parent: String) -> Bool { path == parent || path.hasPrefix("\(parent)/") }
    let what = "menu '\(word.text)' is not the same in RouterOS 6 and 7"
    if isBelow("/routing/bgp") {
      throw error("\(what); select the view 'bgp-sessions'", word)
    }
    if Self.wireless.contains(where: isBelow) {
      throw error("\(what), and no view of both exists yet", word)
    }
  }

  private static let wireless = [
    "/caps-man", "/interface/wifi", "/interface/wifiwave2", "/interface/wireless",
  ]
}

extension Conditions {
  /// Whether one of them is about a column.
  func speak(of column: String) -> Bool {
    clauses.contains { $0.column.text == column }
      || any.joined().contains { $0.column.text == column }
  }
}
