public import Comparison
public import RouterOSSyntax

/// The differences in Markdown, for the description of a merge: the counts first, then a list by menu.
///
/// `concealed` is what of both may be shown, if that is known already.
public func renderChangesMarkdown(
  _ differences: Differences, _ old: Script, _ new: Script, concealed: ConcealedSides? = nil
) -> String {
  let places = ChangePlaces(old, new)
  let views = ChangeViews(old, new, concealed)
  var text = "**\(changeSummary(differences))**\n"
  let upgrade = upgradeNote(differences)
  if !upgrade.isEmpty { text += "\n\(code(String(upgrade.dropLast())))\n" }
  var menu = ""
  for change in differences.changes {
    if change.menu != menu {
      text += "\n### \(code(typedMenu(views.menu(of: change))))\n\n"
      menu = change.menu
    }
    text += "- **\(change.kind.rawValue)** \(code(views.title(of: change))), "
    text += "\(code(places.text(of: change)))\n"
    text += details(of: change, views)
  }
  return text
}

private func details(of change: Change, _ views: ChangeViews) -> String {
  var lines: [String] = []
  if [.changed, .renamed].contains(change.kind) {
    for property in change.properties {
      let view = views.view(of: property, in: change)
      lines.append(
        view.differsInSecret
          ? "\(code(view.name)) differs"
          : "\(code(view.name)): \(code(view.old?.shown ?? "none")) → \(code(view.new?.shown ?? "none"))"
      )
    }
  }
  if let move = change.move { lines.append("place \(move.from + 1) → \(move.to + 1)") }
  if change.followers > 0 { lines.append(followers(of: change)) }
  let risks = change.risks
  if !risks.isEmpty { lines.append("**\(words(for: risks))**") }
  return lines.map { "  - \($0)\n" }.joined()
}

/// A text as code, whatever backticks it holds; nothing in it is markup.
private func code(_ text: String) -> String {
  let shown = printable(text)
  var longest = 0
  var run = 0
  for byte in shown.utf8 {
    run = byte == UInt8(ascii: "`") ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  let pad = longest > 0 || shown.isEmpty ? " " : ""
  return "\(fence)\(pad)\(shown)\(pad)\(fence)"
}
