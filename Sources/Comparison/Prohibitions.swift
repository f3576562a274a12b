import Diagnostics
import Interpretation
import RouterOSModel
import RouterOSSyntax

/// The entries of a router that `remove` lines of an intent say must not be there, as if they had been added.
///
/// An entry that the intent wants is not among them: a fragment may clear a list before it fills it.
func entriesForbidden(
  by intent: Configuration, on actual: Configuration, wanted: [String: Set<Int>]
) throws(SourceError) -> [Change] {
  var router = Router(actual)
  var found: [String: Set<Int>] = [:]
  for statement in intent.script.statements where statement.verb == "remove" {
    let menu = statement.menu
    let numbers = try router.rowsRemoved(by: statement)
    found[menu, default: []].formUnion(Set(numbers).subtracting(wanted[menu] ?? []))
  }
  return found.keys.sorted().flatMap { menu in
    let entries = actual.entries(menu)
    return (found[menu] ?? []).sorted().filter(entries.indices.contains).map {
      appearance(.added, menu, entries[$0], $0)
    }
  }
}
