public import Comparison
import RouterOSModel
public import RouterOSSyntax
import SourceText

/// The differences by menu, for people; ends with a line of counts.
public func renderChanges(
  _ differences: Differences, _ old: Script, _ new: Script, in palette: Palette = .plain
) -> String {
  if differences.changes.isEmpty { return summary(differences) }
  let oldLines = LineTable(old.file)
  let newLines = LineTable(new.file)
  let views = ChangeViews(old, new)
  var text = ""
  var menu = ""
  for change in differences.changes {
    if change.menu != menu {
      text += (text.isEmpty ? "" : "\n")
      text += palette.paint(printable(views.menu(of: change).replacingSlashes), .strong) + "\n"
      menu = change.menu
    }
    let place = printable(place(change, old, new, oldLines, newLines))
    text += "  \(sign(change.kind, palette)) \(printable(views.title(of: change)))"
    text += "    \(palette.paint(place, .faint))\n"
    if change.kind == .changed {
      for property in change.properties {
        text += printable(line(views.view(of: property, in: change))) + "\n"
      }
    }
    if let move = change.move { text += "      place \(move.from + 1) → \(move.to + 1)\n" }
  }
  return text + (text.isEmpty ? "" : "\n") + summary(differences)
}

private func sign(_ kind: Change.Kind, _ palette: Palette) -> String {
  switch kind {
  case .added: palette.paint("+", .added)
  case .changed: palette.paint("~", .changed)
  case .moved: palette.paint("↕", .changed)
  case .removed: palette.paint("-", .removed)
  case .renamed: palette.paint("→", .changed)
  }
}

private func place(
  _ change: Change, _ old: Script, _ new: Script, _ oldLines: LineTable, _ newLines: LineTable
) -> String {
  if let statement = change.new?.statement {
    return "\(new.file.name):\(newLines.line(at: statement.span.start))"
  }
  guard let statement = change.old?.statement else { return "" }
  return "\(old.file.name):\(oldLines.line(at: statement.span.start))"
}

private func line(_ property: PropertyView) -> String {
  if property.differsInSecret { return "      \(property.name) differs" }
  return "      \(property.name)  \(shown(property.old)) → \(shown(property.new))"
}

private func shown(_ side: PropertyView.Side?) -> String {
  guard let side else { return "none" }
  switch side.origin {
  case .hidden: return "<hidden>"
  case .unknown: return "not written"
  case .unset: return "none"
  case .written, .defaulted: return side.text.map { $0.isEmpty ? "\"\"" : $0 } ?? "none"
  }
}

private func summary(_ differences: Differences) -> String {
  let changes = differences.changes
  let hidden = differences.notComparable
  let note = hidden == 0 ? "" : ", \(hidden) not comparable (hidden secrets or incomplete menus)"
  if changes.isEmpty { return "no differences\(note)\n" }
  func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }
  return "\(count(.added)) added, \(count(.removed)) removed, \(count(.changed)) changed, "
    + "\(count(.moved)) moved\(note)\n"
}

/// `1 added, 2 moved`: what there is of each kind, in one line.
func changeCounts(_ differences: Differences) -> String {
  let kinds: [Change.Kind] = [.added, .removed, .changed, .moved]
  var words = kinds.compactMap { kind -> String? in
    let count = differences.changes.count { $0.kind == kind }
    return count == 0 ? nil : "\(count) \(kind.rawValue)"
  }
  if words.isEmpty { words = ["no change of meaning"] }
  if differences.notComparable > 0 { words.append("\(differences.notComparable) not comparable") }
  return words.joined(separator: ", ")
}

extension String {
  /// A menu as people type it: `/ip route`.
  fileprivate var replacingSlashes: String {
    guard hasPrefix("/") else { return self }
    return "/" + dropFirst().split(separator: "/").joined(separator: " ")
  }
}
