public import RouterOSModel

/// What differs in meaning between two configurations, by menu and then by place.
///
/// Written-out defaults, spelling, the order of properties and of unordered entries, the header and
/// comments of the file are no differences; what follows from the name of an entry, or from the release
/// of RouterOS, is said once. Entries are matched by identity where RouterOS enforces one, then by equal
/// content, then by likeness. No pair of entries is compared twice; the work is bounded by sorting.
public func compare(_ old: Configuration, _ new: Configuration) -> Differences {
  var comparison = Comparing(old, new)
  for menu in Set(old.menus).union(new.menus).sorted() { comparison.compare(menu) }
  comparison.recogniseRenames()
  return comparison.differences
}

/// The state of one comparison.
struct Comparing {
  let old: Configuration
  let new: Configuration
  var differences = Differences()
  lazy var oldTemplates = Templates(old)
  lazy var newTemplates = Templates(new)
  lazy var verbosity = (old: old.writesDefaults, new: new.writesDefaults)

  init(_ old: Configuration, _ new: Configuration) {
    self.old = old
    self.new = new
    if let before = old.version, let after = new.version, before != after {
      differences.upgrade = Upgrade(old: before, new: after)
    }
  }

  mutating func compare(_ menu: String) {
    let (before, after) = (old.entries(menu), new.entries(menu))
    if differences.upgrade != nil, let known = (after.first ?? before.first)?.menu,
      leaveOut(known, ofRelease: before.count { $0.isWritten } + after.count { $0.isWritten })
    {
      return
    }
    let first = differences.changes.count
    compareTables(menu, before, after)
    guard !old.showsWhole(menu) || !new.showsWhole(menu) else { return }
    differences.leaveOutWhatGapsExplain(in: menu, from: first, old, new)
  }

  private mutating func compareTables(_ menu: String, _ old: [Entry], _ new: [Entry]) {
    let pairs = match(old, new)
    let moves = moves(of: pairs, old, new)
    var isMatched = Array(repeating: false, count: old.count)
    var changes: [Change] = []
    for (place, entry) in new.enumerated() {
      guard let partner = pairs[place] else {
        // What is there anyway did not come because a line mentions it.
        if entry.selector != nil, entry.saysOnlyDefaults { continue }
        changes.append(appearance(.added, menu, entry, place))
        continue
      }
      isMatched[partner] = true
      if let change = difference(menu, old[partner], entry, moves[place], at: (partner, place)) {
        changes.append(change)
      }
    }
    let removed = old.indices.filter {
      !isMatched[$0] && !(old[$0].selector != nil && old[$0].saysOnlyDefaults)
    }.map {
      appearance(.removed, menu, old[$0], $0)
    }
    differences.changes += removed + changes
  }

  /// How two entries that are the same thing differ, or nil when they do not.
  private mutating func difference(
    _ menu: String, _ old: Entry, _ new: Entry, _ move: Move?, at places: (old: Int, new: Int)
  ) -> Change? {
    if move == nil, old.isWritten(like: new) { return nil }
    var all = old.propertiesThatMayDiffer(from: new).compactMap { propertyChange($0, old, new) }
    if differences.upgrade != nil { all = withoutEffectsOfRelease(all, old, new) }
    all = withoutDefaultsNobodyKnows(withoutWhatTemplatesGive(all, old, new))
    let properties = all.filter(\.isComparable)
    differences.notComparable += all.count - properties.count
    if properties.isEmpty, move == nil { return nil }
    return Change(
      kind: properties.isEmpty ? .moved : .changed, menu: menu, old: old, new: new,
      properties: properties.isEmpty ? [] : all, move: move, oldPlace: places.old,
      newPlace: places.new)
  }

  /// Takes out what one export writes out and the other leaves to a default that nobody documents, when the
  /// first writes its defaults out: nothing tells whether the values differ.
  private mutating func withoutDefaultsNobodyKnows(_ all: [PropertyChange]) -> [PropertyChange] {
    all.filter { property in
      guard let before = property.old, let after = property.new, property.isComparable,
        before.isKnown != after.isKnown
      else { return true }
      let isVerbose = before.isKnown ? verbosity.old : verbosity.new
      let isOtherVerbose = before.isKnown ? verbosity.new : verbosity.old
      guard isVerbose, !isOtherVerbose else { return true }
      differences.notComparable += 1
      return false
    }
  }
}

/// A change that says an entry came or went.
func appearance(
  _ kind: Change.Kind, _ menu: String, _ entry: Entry, _ place: Int
) -> Change {
  let isNew = kind == .added
  let properties = entry.writtenProperties.map { name in
    let value = entry.statedValue(name)
    return PropertyChange(
      name: name, old: isNew ? nil : value, new: isNew ? value : nil,
      isSecret: entry.menu.isSecret(name))
  }
  return Change(
    kind: kind, menu: menu, old: isNew ? nil : entry, new: isNew ? entry : nil,
    properties: properties, move: nil, oldPlace: isNew ? nil : place, newPlace: isNew ? place : nil)
}

/// How a property differs between two entries that are the same thing, or nil when it does not.
func propertyChange(_ name: String, _ old: Entry, _ new: Entry) -> PropertyChange? {
  let before = old.comparedValue(name)
  let after = new.comparedValue(name)
  if before.isKnown, after.isKnown, (before.text ?? "") == (after.text ?? "") { return nil }
  if !before.isKnown, !after.isKnown { return nil }
  return PropertyChange(name: name, old: before, new: after, isSecret: new.menu.isSecret(name))
}
