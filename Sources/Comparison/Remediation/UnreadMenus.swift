import Diagnostics
import RouterOSModel
import RouterOSSyntax
import SourceText

/// The menus that the exports do not show whole, of which a script can be proven only that it leaves them alone.
///
/// Where both exports say the same of such a menu, word for word, there is nothing to do in it. Where they do not,
/// or where a removed name may be in use there, no script can be proven.
struct UnreadMenus {
  private let old: Configuration
  private let new: Configuration
  /// The statements of each such menu, the old ones first.
  private var statements: [String: (old: [Statement], new: [Statement])] = [:]

  /// Linear in the statements. Throws at the first menu of which the exports say different things.
  init(_ old: Configuration, _ new: Configuration) throws(SourceError) {
    (self.old, self.new) = (old, new)
    for menu in Set(old.gaps.keys).union(new.gaps.keys) { statements[menu] = ([], []) }
    if statements.isEmpty { return }
    for statement in old.script.statements { statements[statement.menu]?.old.append(statement) }
    for statement in new.script.statements { statements[statement.menu]?.new.append(statement) }
    for side in [old, new] {
      let different = side.gaps.filter { !isTheSame($0.key) }
      if let first = different.min(by: { $0.value.start < $1.value.start }) {
        throw refusal("from here on", menu: first.key, in: side)
      }
    }
  }

  /// Refuses to take away a name that may be in use in a menu that is not shown whole.
  func requireUnused(_ change: Change) throws(SourceError) {
    guard change.kind == .removed || change.kind == .renamed, let entry = change.old,
      let name = entry.comparedValue("name").text
    else { return }
    for menu in statements.keys.sorted() where mayUse(name, in: menu) {
      throw refusal("and may use the name of what goes", menu: menu, in: old)
    }
  }

  /// Whether both exports say the same of a menu that neither shows whole.
  private func isTheSame(_ menu: String) -> Bool {
    guard menu != "/", old.gaps[menu] != nil, new.gaps[menu] != nil,
      let (left, right) = statements[menu], left.count == right.count
    else { return false }
    return zip(left, right).allSatisfy { $0.saysTheSame(as: $1) }
  }

  /// Whether a statement of a menu holds `name`; so may any entry of a menu that the router failed to print.
  private func mayUse(_ name: String, in menu: String) -> Bool {
    guard let found = statements[menu]?.old, !found.isEmpty else { return true }
    return found.contains { statement in
      statement.arguments.contains { $0.isCode || $0.value.contains(name) }
    }
  }

  private func refusal(_ why: String, menu: String, in side: Configuration) -> SourceError {
    SourceError(
      "'\(side.concealment.menu(menu))' is not known whole \(why), so that no script can be proven",
      at: side.gaps[menu] ?? side.script.header.span, in: side.script.file)
  }
}

extension Statement {
  /// Whether another statement has the same words with the same meaning, however it is wrapped.
  fileprivate func saysTheSame(as other: Statement) -> Bool {
    guard verb == other.verb, arguments.count == other.arguments.count else { return false }
    return zip(arguments, other.arguments).allSatisfy {
      $0.kind == $1.kind && $0.name == $1.name && $0.isCode == $1.isCode
        && $0.valueBytes == $1.valueBytes
    }
  }
}
