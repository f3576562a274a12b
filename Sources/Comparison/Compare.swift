public import RouterOSModel

/// What differs in meaning between two configurations, by menu and then by place.
///
/// Written-out defaults, spelling, the order of properties and of unordered entries, the header and
/// comments of the file are no differences. Entries are matched by identity where RouterOS enforces
/// one, then by equal content, then by likeness. No pair of entries is compared twice; the work is
/// bounded by sorting.
public func compare(_ old: Configuration, _ new: Configuration) -> Differences {
  var differences = Differences()
  for menu in Set(old.menus).union(new.menus).sorted() {
    var found = Differences()
    compareTables(menu, old.entries(menu), new.entries(menu), &found)
    found.leaveOutWhatGapsExplain(in: menu, old, new)
    differences.changes += found.changes
    differences.notComparable += found.notComparable
  }
  return differences
}

private func compareTables(
  _ menu: String, _ old: [Entry], _ new: [Entry], _ differences: inout Differences
) {
  let pairs = match(old, new)
  let moves = moves(of: pairs, old, new)
  var isMatched = Array(repeating: false, count: old.count)
  var changes: [Change] = []
  for (place, entry) in new.enumerated() {
    guard let partner = pairs[place] else {
      changes.append(appearance(.added, menu, entry))
      continue
    }
    isMatched[partner] = true
    if let change = difference(menu, old[partner], entry, moves[place], &differences) {
      changes.append(change)
    }
  }
  let removed = old.indices.filter { !isMatched[$0] }.map { appearance(.removed, menu, old[$0]) }
  differences.changes += removed + changes
}

/// A change that says an entry came or went.
private func appearance(_ kind: Change.Kind, _ menu: String, _ entry: Entry) -> Change {
  let isNew = kind == .added
  let properties = entry.writtenProperties.map { name in
    let value = entry.statedValue(name)
    return PropertyChange(
      name: name, old: isNew ? nil : value, new: isNew ? value : nil,
      isSecret: entry.menu.isSecret(name))
  }
  return Change(
    kind: kind, menu: menu, old: isNew ? nil : entry, new: isNew ? entry : nil,
    properties: properties, move: nil)
}

/// How two entries that are the same thing differ, or nil when they do not.
private func difference(
  _ menu: String, _ old: Entry, _ new: Entry, _ move: Move?, _ differences: inout Differences
) -> Change? {
  if move == nil, old.isWritten(like: new) { return nil }
  let all = old.propertiesThatMayDiffer(from: new).compactMap { propertyChange($0, old, new) }
  let properties = all.filter(\.isComparable)
  differences.notComparable += all.count - properties.count
  if properties.isEmpty, move == nil { return nil }
  return Change(
    kind: properties.isEmpty ? .moved : .changed, menu: menu, old: old, new: new,
    properties: properties.isEmpty ? [] : all, move: move)
}

private func propertyChange(_ name: String, _ old: Entry, _ new: Entry) -> PropertyChange? {
  let before = old.comparedValue(name)
  let after = new.comparedValue(name)
  if before.isKnown, after.isKnown, (before.text ?? "") == (after.text ?? "") { return nil }
  if !before.isKnown, !after.isKnown { return nil }
  return PropertyChange(name: name, old: before, new: after, isSecret: new.menu.isSecret(name))
}
