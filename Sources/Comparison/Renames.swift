import RouterOSModel

/// Entries that bear another name now, with all that names them: one change each.
///
/// An entry that went and one that came are the same when they say the same but for the name, and nothing
/// else does, and when something that named the first names the second now. An entry that is known by
/// something else than its name is the same anyway.
extension Comparing {
  mutating func recogniseRenames() {
    var renames = Renames(differences.changes)
    guard !renames.isEmpty else { return }
    for change in differences.changes { renames.note(change) }
    renames.noteFollowers(amongAppearances: differences.changes)
    renames.keepConfirmed()
    guard !renames.isEmpty else { return }
    differences.changes = renames.apply(to: differences.changes)
  }
}

/// A name in the menu under which it is known.
private struct NameInMenu: Hashable {
  let menu: String
  let text: String
}

private struct Renames {
  private struct Rename {
    let newName: String
    /// The entry that went, by its place among the changes, and the one that came; the same for one that is
    /// known by something else.
    let removed: Int
    let added: Int
    var followers = 0
  }

  private var renames: [Rename] = []
  private var byName: [NameInMenu: Int] = [:]
  private var references: [String: NamesOfMenu] = [:]

  var isEmpty: Bool { byName.isEmpty }

  init(_ changes: [Change]) {
    var hashes = EntryHashes()
    var went: [UInt64: [Int]] = [:]
    var came: [UInt64: [Int]] = [:]
    for (place, change) in changes.enumerated() {
      switch change.kind {
      case .added:
        if let key = Self.keyButForName(change.new, &hashes) {
          came[key, default: []].append(place)
        }
      case .removed:
        if let key = Self.keyButForName(change.old, &hashes) {
          went[key, default: []].append(place)
        }
      case .changed: addKnown(change, place)
      case .moved, .renamed: continue
      }
    }
    for (key, before) in went {
      guard before.count == 1, let after = came[key], after.count == 1,
        let old = changes[before[0]].old, let new = changes[after[0]].new
      else { continue }
      add(old, new, before[0], after[0])
    }
  }

  /// What an entry that is known by its name alone says without it; nil for others.
  private static func keyButForName(_ entry: Entry?, _ hashes: inout EntryHashes) -> UInt64? {
    guard let entry, entry.builtIn == nil, entry.selector == nil,
      entry.menu.key == [entry.menu.namedBy]
    else { return nil }
    let name = hashes.feature(entry.menu.namedBy, of: entry)
    return hashes.content(of: entry, withSecrets: false) &- name &+ hashes.text(entry.menu.path)
  }

  private mutating func addKnown(_ change: Change, _ place: Int) {
    guard let old = change.old, let new = change.new, old.menu.namedBy == "name",
      change.properties.contains(where: { $0.name == "name" && $0.isComparable })
    else { return }
    add(old, new, place, place)
  }

  private mutating func add(_ old: Entry, _ new: Entry, _ removed: Int, _ added: Int) {
    let property = old.menu.namedBy
    guard let before = old.comparedValue(property).text,
      let after = new.comparedValue(property).text, before != after
    else { return }
    renames.append(Rename(newName: after, removed: removed, added: added))
    for menu in old.menu.namedUnder {
      byName[NameInMenu(menu: menu, text: before)] = renames.count - 1
    }
  }

  private mutating func references(of menu: Menu) -> NamesOfMenu {
    if let known = references[menu.path] { return known }
    let names = NamesOfMenu(menu)
    references[menu.path] = names
    return names
  }

  /// The renames that explain why a property of an entry changed from one value to another; empty when they
  /// do not.
  private mutating func explanation(
    of property: String, in menu: Menu, _ before: String, _ after: String
  ) -> Set<Int> {
    let names = references(of: menu)
    guard let target = names.target(of: property) else { return [] }
    var used: Set<Int> = []
    let renamed = names.renaming(before, of: property) { name in
      guard let place = byName[NameInMenu(menu: target, text: name)] else { return nil }
      used.insert(place)
      return renames[place].newName
    }
    return renamed == after ? used : []
  }

  /// Counts what of a changed entry only follows names.
  mutating func note(_ change: Change) {
    guard change.kind == .changed, let menu = change.new?.menu else { return }
    for property in change.properties {
      guard let before = property.old?.text, let after = property.new?.text else { continue }
      for place in explanation(of: property.name, in: menu, before, after) {
        renames[place].followers += 1
      }
    }
  }

  /// The entry that came in place of one that went, because what identifies it names something renamed.
  private var successors: [Int: Int] = [:]

  /// Finds entries that only seem to have come and gone, because what tells them apart holds a name.
  mutating func noteFollowers(amongAppearances changes: [Change]) {
    var came: [[String]: Int] = [:]
    for (place, change) in changes.enumerated() where change.kind == .added {
      if let entry = change.new { came[parts(of: entry).map(\.whole)] = place }
    }
    for (place, change) in changes.enumerated() where change.kind == .removed {
      guard let old = change.old, let successor = successor(of: old, among: came) else { continue }
      successors[place] = successor.place
      for rename in successor.renames { renames[rename].followers += 1 }
    }
  }

  /// A property with its value.
  private struct Part {
    let property: String
    let text: String
    var whole: String { "\(property)=\(text)" }
  }

  /// What tells an entry from others: its identity, or where there is none all it says; the menu first.
  private func parts(of entry: Entry) -> [Part] {
    let menu = entry.menu
    let isIdentified = entry.identityParts != nil
    let properties =
      isIdentified
      ? menu.key : entry.writtenProperties.filter { !menu.isSecret($0) && !entry.isDefault($0) }
    return [Part(property: "", text: menu.path)]
      + properties.map { Part(property: $0, text: entry.statedValue($0).text ?? "") }
  }

  private mutating func successor(
    of entry: Entry, among came: [[String]: Int]
  ) -> (place: Int, renames: Set<Int>)? {
    guard entry.selector == nil, entry.builtIn == nil else { return nil }
    let names = references(of: entry.menu)
    var used: Set<Int> = []
    let renamed = parts(of: entry).map { part -> String in
      let target = names.target(of: part.property) ?? ""
      let text = names.renaming(part.text, of: part.property) { name in
        guard let place = byName[NameInMenu(menu: target, text: name)] else { return nil }
        used.insert(place)
        return renames[place].newName
      }
      return Part(property: part.property, text: text).whole
    }
    guard !used.isEmpty, let place = came[renamed] else { return nil }
    return (place, used)
  }

  /// Forgets the renames that nothing followed, but for those of entries that are known anyway.
  mutating func keepConfirmed() {
    byName = byName.filter { renames[$0.value].followers > 0 || isOfKnown(renames[$0.value]) }
  }

  private func isOfKnown(_ rename: Rename) -> Bool { rename.removed == rename.added }

  /// The changes with renames in place of all that they explain, in the same order.
  mutating func apply(to changes: [Change]) -> [Change] {
    let confirmed = Set(byName.values)
    var replaced: [Int: Change] = [:]
    var dropped: Set<Int> = []
    for place in confirmed.sorted() {
      let rename = renames[place]
      replaced[rename.added] = self.change(rename, changes)
      if !isOfKnown(rename) { dropped.insert(rename.removed) }
    }
    for (removed, added) in successors {
      guard let old = changes[removed].old, let new = changes[added].new else { continue }
      dropped.insert(removed)
      let properties = remaining(
        old.propertiesThatMayDiffer(from: new).compactMap { propertyChange($0, old, new) }, new.menu
      )
      if properties.isEmpty { dropped.insert(added); continue }
      replaced[added] = Change(
        kind: .changed, menu: changes[added].menu, old: old, new: new, properties: properties,
        move: nil, oldPlace: changes[removed].oldPlace, newPlace: changes[added].newPlace)
    }
    var result: [Change] = []
    for (place, change) in changes.enumerated() where !dropped.contains(place) {
      if let change = replaced[place] ?? withoutFollowing(change) { result.append(change) }
    }
    return result
  }

  private mutating func change(_ rename: Rename, _ changes: [Change]) -> Change {
    let old = changes[rename.removed].old
    let new = changes[rename.added].new
    var properties = changes[rename.added].properties
    if let old, let new, !isOfKnown(rename) {
      properties = old.propertiesThatMayDiffer(from: new).compactMap {
        propertyChange($0, old, new)
      }
    }
    var change = Change(
      kind: .renamed, menu: changes[rename.added].menu, old: old, new: new,
      properties: properties, move: changes[rename.added].move,
      oldPlace: changes[rename.removed].oldPlace, newPlace: changes[rename.added].newPlace)
    change.followers = rename.followers
    return change
  }

  /// A change without what only follows names; nil when nothing is left.
  private mutating func withoutFollowing(_ change: Change) -> Change? {
    guard change.kind == .changed, let menu = change.new?.menu else { return change }
    let properties = remaining(change.properties, menu)
    if properties.count == change.properties.count { return change }
    if properties.isEmpty, change.move == nil { return nil }
    var rest = change
    rest.properties = properties
    rest.kind = properties.isEmpty ? .moved : .changed
    return rest
  }

  private mutating func remaining(_ properties: [PropertyChange], _ menu: Menu) -> [PropertyChange]
  {
    var rest: [PropertyChange] = []
    for property in properties {
      if let before = property.old?.text, let after = property.new?.text,
        !explanation(of: property.name, in: menu, before, after).isEmpty
      {
        continue
      }
      rest.append(property)
    }
    return rest
  }
}
