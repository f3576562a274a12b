public import Diagnostics
public import RouterOSModel

/// How a router strays from a partial statement of what it should be.
///
/// Only what the intent mentions is managed: of an entry the properties that it gives. An entry that it does
/// not mention may be there, unless a `remove [find …]` says that it must not; `!name` says that a property
/// must have no value. Lines hold in their order: a later one for the same entry, in the same file or one joined
/// behind it, overrides what it mentions. Menus that the intent does not mention are listed, and not compared.
///
/// Throws, at the line of the intent, when only the router could tell which entries must not be there.
public func compare(
  intent: Configuration, with actual: Configuration
) throws(SourceError) -> Differences {
  var differences = compare(intent, actual)
  let overlay = Overlay(intent, actual)
  let forbidden = try entriesForbidden(by: intent, on: actual, wanted: overlay.wanted)
  differences.changes =
    differences.changes.compactMap { change in
      switch change.kind {
      case .added: nil
      case .changed, .renamed: change.keeping(overlay.managed(by: change.old))
      case .moved: change
      case .removed: overlay.difference(insteadOf: change)
      }
    } + forbidden
  differences.changes.sort { ($0.menu, $0.newPlace ?? -1) < ($1.menu, $1.newPlace ?? -1) }
  let managed = Set(intent.menus)
  differences.unmanaged = actual.menus.filter { menu in
    !managed.contains(menu) && actual.entries(menu).contains(where: \.isWritten)
  }
  return differences
}

extension Change {
  /// The change with only the properties that are managed; nil when none of them differs.
  fileprivate func keeping(_ managed: Set<String>) -> Change? {
    var rest = self
    rest.properties = properties.filter { managed.contains($0.name) }
    if !rest.properties.contains(where: \.isComparable) {
      if move == nil { return nil }
      rest.kind = .moved
      rest.properties = []
    }
    return rest
  }
}
