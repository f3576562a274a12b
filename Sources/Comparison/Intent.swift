public import RouterOSModel
import RouterOSSyntax

/// How a router strays from a partial statement of what it should be.
///
/// Only what the intent mentions is managed: of an entry the properties that it gives. An entry that it does
/// not mention may be there, unless a `remove [find …]` says that it must not; `!name` says that a property
/// must have no value. Menus that the intent does not mention are listed, and not compared.
public func compare(intent: Configuration, with actual: Configuration) -> Differences {
  var differences = compare(intent, actual)
  let forbidden = Prohibitions(intent.script)
  differences.changes = differences.changes.compactMap { change in
    switch change.kind {
    case .added: change.new.map(forbidden.meet) ?? false ? change : nil
    case .changed, .renamed: change.keepingWhatIsManaged
    case .moved, .removed: change
    }
  }
  let managed = Set(intent.menus)
  differences.unmanaged = actual.menus.filter { menu in
    !managed.contains(menu) && actual.entries(menu).contains(where: \.isWritten)
  }
  return differences
}

extension Change {
  /// The change with only those properties that the old side writes; nil when none of them differs.
  fileprivate var keepingWhatIsManaged: Change? {
    guard let old else { return self }
    let managed = Set(old.writtenProperties)
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

/// What a statement of intent says must not be there.
private struct Prohibitions {
  private var conditions: [String: [[Target.Condition]]] = [:]

  init(_ script: Script) {
    for statement in script.statements where statement.verb == "remove" {
      switch Target(of: statement) {
      case .found(let found): conditions[statement.menu, default: []].append(found)
      case .named(let name):
        conditions[statement.menu, default: []].append(
          [Target.Condition(property: "name", value: name)])
      case .picked, .settings, .unreadable: continue
      }
    }
  }

  /// Whether an entry is one of those.
  func meet(_ entry: Entry) -> Bool {
    (conditions[entry.menu.path] ?? []).contains { conditions in
      conditions.allSatisfy { condition in
        let wanted = entry.menu.type(of: condition.property).canonical(condition.value)
        return entry.comparedValue(condition.property).text == wanted
      }
    }
  }
}
