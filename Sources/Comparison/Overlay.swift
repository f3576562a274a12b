import RouterOSModel
import RouterOSSyntax

/// Which entries of a router an intent speaks of, and which of its lines speak of the same one: of these the last
/// that mentions a property holds.
struct Overlay {
  /// The places of the router's entries that the intent wants, by menu.
  private(set) var wanted: [String: Set<Int>] = [:]
  private let actual: Configuration
  /// What lines say of an entry that several of them add, by what RouterOS keeps unique.
  private var groups: [Key: Group] = [:]

  private struct Key: Hashable {
    let menu: String
    let identity: [String]
  }

  private struct Group {
    var entries: [Entry] = []
    /// The place of the router's entry; nil when it is not there.
    var partner: Int?
  }

  /// Linear in the intent and in the menus of the router that it mentions.
  init(_ intent: Configuration, _ actual: Configuration) {
    self.actual = actual
    for menu in intent.menus { take(menu, intent.entries(menu)) }
    groups = groups.filter { $0.value.entries.count > 1 }
  }

  private mutating func take(_ menu: String, _ entries: [Entry]) {
    for entry in entries {
      if let key = Self.key(of: entry) { groups[key, default: Group()].entries.append(entry) }
    }
    for (place, partner) in match(entries, actual.entries(menu)).enumerated() {
      guard let partner, entries[partner].isWritten else { continue }
      wanted[menu, default: []].insert(place)
      if let key = Self.key(of: entries[partner]) { groups[key]?.partner = place }
    }
  }

  /// The properties that an entry of the intent says and no later line for the same entry.
  func managed(by entry: Entry?) -> Set<String> {
    guard let entry else { return [] }
    var managed = Set(entry.writtenProperties)
    for later in group(of: entry)?.entries.reversed() ?? [] {
      if later.isSameLine(as: entry) { break }
      managed.subtract(later.writtenProperties)
    }
    return managed
  }

  /// What is left of a change that says an entry of the intent is not there: only the last line for it says so,
  /// and where another line found the entry, what this one says of it is compared.
  func difference(insteadOf change: Change) -> Change? {
    guard let entry = change.old, let group = group(of: entry) else { return change }
    guard let place = group.partner else {
      return group.entries.last?.isSameLine(as: entry) ?? true ? change : nil
    }
    let other = actual.entries(change.menu)[place]
    let properties = managed(by: entry).sorted().compactMap { propertyChange($0, entry, other) }
    guard properties.contains(where: \.isComparable) else { return nil }
    return Change(
      kind: .changed, menu: change.menu, old: entry, new: other, properties: properties, move: nil,
      oldPlace: change.oldPlace, newPlace: place)
  }

  private func group(of entry: Entry) -> Group? { Self.key(of: entry).flatMap { groups[$0] } }

  private static func key(of entry: Entry) -> Key? {
    entry.identityParts.map { Key(menu: entry.menu.path, identity: $0) }
  }
}

extension Entry {
  fileprivate func isSameLine(as other: Entry) -> Bool {
    statement?.index == other.statement?.index
  }
}
