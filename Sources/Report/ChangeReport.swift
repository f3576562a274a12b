public import Comparison
import RouterOSModel
public import RouterOSSyntax
import SourceText

/// The differences by menu, for people; ends with a line of counts. What can cut a path is marked.
///
/// `concealed` is what of both may be shown, if that is known already.
public func renderChanges(
  _ differences: Differences, _ old: Script, _ new: Script, in palette: Palette = .plain,
  concealed: ConcealedSides? = nil
) -> String {
  var ending = changeSummary(differences) + "\n" + upgradeNote(differences)
  if differences.changes.isEmpty, differences.unmanaged.isEmpty { return ending }
  let places = ChangePlaces(old, new)
  let views = ChangeViews(old, new, concealed)
  ending += unmanagedNote(differences, views)
  if differences.changes.isEmpty { return ending }
  var text = ""
  var menu = ""
  for change in differences.changes {
    if change.menu != menu {
      text += (text.isEmpty ? "" : "\n")
      text += palette.paint(printable(typedMenu(views.menu(of: change))), .strong) + "\n"
      menu = change.menu
    }
    text += lines(of: change, views, places, palette)
  }
  return text + "\n" + ending
}

private func lines(
  of change: Change, _ views: ChangeViews, _ places: ChangePlaces, _ palette: Palette
) -> String {
  let place = palette.paint(printable(places.text(of: change)), .faint)
  var text = "  \(sign(change.kind, palette)) \(printable(views.title(of: change)))    \(place)\n"
  if [.changed, .renamed].contains(change.kind) {
    for property in change.properties {
      text += printable(line(views.view(of: property, in: change))) + "\n"
    }
  }
  if let move = change.move { text += "      place  \(move.from + 1) → \(move.to + 1)\n" }
  if change.followers > 0 { text += "      \(followers(of: change))\n" }
  let risks = change.risks
  if !risks.isEmpty { text += palette.paint("      ! \(words(for: risks))", .warning) + "\n" }
  return text
}

/// `can cut: BGP session, tunnel`.
func words(for risks: [Risk]) -> String {
  "can cut: " + risks.map(\.rawValue).joined(separator: ", ")
}

/// `with 3 references to it`.
func followers(of change: Change) -> String {
  change.followers == 1 ? "with 1 reference to it" : "with \(change.followers) references to it"
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

private func line(_ property: PropertyView) -> String {
  if property.differsInSecret { return "      \(property.name) differs" }
  return
    "      \(property.name)  \(property.old?.shown ?? "none") → \(property.new?.shown ?? "none")"
}

/// Where the entries of changes stand, as `old.rsc:3 → new.rsc:5`.
struct ChangePlaces {
  private let lines: (old: LineTable, new: LineTable)

  init(_ old: Script, _ new: Script) {
    lines = (LineTable(old.file), LineTable(new.file))
  }

  /// The places of the statement before and after, of which one may be missing.
  func text(of change: Change) -> String {
    let places = [(change.old, lines.old), (change.new, lines.new)].compactMap { entry, lines in
      (entry?.statement).map { lines.place(at: $0.span.start) }
    }
    return places.map { "\($0.file):\($0.line)" }.joined(separator: " → ")
  }
}

/// A menu as people type it: `/ip route`.
func typedMenu(_ path: String) -> String {
  guard path.hasPrefix("/") else { return path }
  return "/" + path.dropFirst().split(separator: "/").joined(separator: " ")
}
