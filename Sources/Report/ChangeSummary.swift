import Comparison
import RouterOSModel
import RouterOSSyntax

/// All that differs in one line: `1 added, 0 removed, 2 changed, 1 moved; 1 can cut a path`.
func changeSummary(_ differences: Differences) -> String {
  let changes = differences.changes
  let hidden = differences.notComparable
  let note = hidden == 0 ? "" : ", \(hidden) not comparable (hidden secrets or incomplete menus)"
  if changes.isEmpty { return "no differences\(note)" }
  func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }
  let renamed = count(.renamed) == 0 ? "" : ", \(count(.renamed)) renamed"
  let risky = changes.count { !$0.risks.isEmpty }
  return "\(count(.added)) added, \(count(.removed)) removed, \(count(.changed)) changed, "
    + "\(count(.moved)) moved\(renamed)\(note)" + (risky == 0 ? "" : "; \(risky) can cut a path")
}

/// `1 added, 2 moved`: what there is of each kind, in one line.
func changeCounts(_ differences: Differences) -> String {
  let kinds: [Change.Kind] = [.added, .removed, .changed, .moved, .renamed]
  var words = kinds.compactMap { kind -> String? in
    let count = differences.changes.count { $0.kind == kind }
    return count == 0 ? nil : "\(count) \(kind.rawValue)"
  }
  if words.isEmpty { words = ["no change of meaning"] }
  if differences.notComparable > 0 { words.append("\(differences.notComparable) not comparable") }
  return words.joined(separator: ", ")
}

/// What only the step from one release to another changed, in one line; nothing within one release.
func upgradeNote(_ differences: Differences) -> String {
  guard let upgrade = differences.upgrade else { return "" }
  let releases = "RouterOS \(upgrade.old) → \(upgrade.new)"
  let effects = sorted(upgrade)
  if effects.isEmpty { return "\(releases)\n" }
  let words = effects.map { effect, count in
    let subject =
      effect.property.map { "\($0) of \(typedMenu(effect.menu))" }
      ?? "\(typedMenu(effect.menu)), not compared"
    return "\(subject) (\(count))"
  }
  return printable("\(releases), which by itself changes: \(words.joined(separator: "; "))") + "\n"
}

/// The menus that an intent does not mention, in one line; nothing when there is none.
func unmanagedNote(_ differences: Differences, _ views: ChangeViews) -> String {
  if differences.unmanaged.isEmpty { return "" }
  let menus = differences.unmanaged.map { typedMenu(views.menu($0)) }
  return printable("not managed: \(menus.joined(separator: ", "))") + "\n"
}

/// The effects of an upgrade by menu and property.
func sorted(_ upgrade: Upgrade) -> [(effect: Upgrade.Effect, count: Int)] {
  upgrade.effects.sorted {
    ($0.key.menu, $0.key.property ?? "") < ($1.key.menu, $1.key.property ?? "")
  }.map { ($0.key, $0.value) }
}
