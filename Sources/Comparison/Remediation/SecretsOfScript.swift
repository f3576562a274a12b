import RouterOSModel
import RouterOSSyntax

/// What a script may not show, because either export keeps it secret.
struct SecretsOfScript {
  private let concealment: Concealment

  init(_ old: Configuration, _ new: Configuration) {
    concealment = Concealment.ofBoth(old.script, new.script).right
  }

  /// Whether a text is a secret, or holds one: scripts and comments do.
  func hide(_ text: String) -> Bool { concealment.text(text) != text }

  /// What stands for the value of a property until somebody fills it in, `"<<ppp-secret:anna:password>>"`: in
  /// quotes, because what is filled in may need them.
  func placeholder(of property: String, in entry: Entry) -> String {
    let name = entry.menu.isSecret("name") ? "" : entry.comparedValue("name").text ?? ""
    let menu = entry.menu.path.dropFirst().split(separator: "/").joined(separator: "-")
    let parts = [menu, hide(name) ? "" : name, property]
    let text = spelled("<<\(parts.filter { !$0.isEmpty }.joined(separator: ":"))>>")
    return text.hasPrefix("\"") ? text : "\"\(text)\""
  }
}
