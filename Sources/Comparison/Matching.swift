import RouterOSModel

/// The partner of each new entry among the old ones, by place; nil where there is none.
///
/// In passes, each over what the ones before left: equal lines, equal content, identity, the name of an
/// interface, equal content but for secrets, and last, where RouterOS enforces no identity, likeness.
func match(_ old: [Entry], _ new: [Entry]) -> [Int?] {
  var matching = Matching(old, new)
  var hashes = EntryHashes()
  // Most lines of two exports are equal, which costs next to nothing to see.
  matching.pairBeginning()
  matching.pair { hashes.line(of: $0) }
  if new.first?.menu.kind == .orderedList, !matching.keepsOrder {
    // Of rules that say the same in different spellings the first goes with the first, so that none of them
    // seems to have moved: only content tells.
    matching.pairByContentAlone(&hashes)
  } else {
    matching.pair { hashes.content(of: $0) }
    if new.first?.menu.kind == .orderedList, !matching.keepsOrder {
      matching.pairByContentAlone(&hashes)
    }
  }
  matching.pair { hashes.identity(of: $0) }
  matching.pair { hashes.nameOfAddressed($0) }
  matching.pair { $0.identityParts == nil ? hashes.content(of: $0, withSecrets: false) : nil }
  matching.pairAlike(&hashes)
  return matching.partners
}

/// The state of a matching: who is already paired.
///
/// Entries are found by hashes; that two collide is unlikely, and then they are shown as one that changed.
struct Matching {
  let old: [Entry]
  let new: [Entry]
  /// The partner of each new entry among the old ones.
  private(set) var partners: [Int?]
  /// Whether each old entry has a partner.
  private(set) var isTaken: [Bool]
  /// The most pairs there can still be.
  private(set) var unpaired: Int

  init(_ old: [Entry], _ new: [Entry]) {
    self.old = old
    self.new = new
    partners = Array(repeating: nil, count: new.count)
    isTaken = Array(repeating: false, count: old.count)
    unpaired = min(old.count, new.count)
  }

  /// Whether no pair crosses another.
  var keepsOrder: Bool {
    var last = -1
    for case let partner? in partners {
      if partner < last { return false }
      last = partner
    }
    return true
  }

  /// Pairs the entries from the first on as long as they are written alike.
  mutating func pairBeginning() {
    var place = 0
    while place < old.count, place < new.count, old[place].isWritten(like: new[place]) {
      pair(place, place)
      place += 1
    }
  }

  /// Pairs what is still free and has the same key, in order; entries without a key are left.
  mutating func pair(by key: (Entry) -> UInt64?) {
    guard unpaired > 0 else { return }
    // The first place with each key, and behind each place the next with the same.
    var first: [UInt64: Int] = [:]
    var next = Array(repeating: -1, count: old.count)
    for place in old.indices.reversed() where !isTaken[place] {
      guard let key = key(old[place]) else { continue }
      next[place] = first.updateValue(place, forKey: key) ?? -1
    }
    guard !first.isEmpty else { return }
    for place in new.indices where partners[place] == nil {
      guard let key = key(new[place]), let partner = first[key], partner >= 0 else { continue }
      first[key] = next[partner]
      pair(partner, place)
    }
  }

  /// Pairs anew by content, in order: what equal lines say is worked out for one of them.
  mutating func pairByContentAlone(_ hashes: inout EntryHashes) {
    let before = old.map { hashes.content(of: $0) }
    let after = new.indices.map { place in
      partners[place].map { before[$0] } ?? hashes.content(of: new[place])
    }
    self = Matching(old, new)
    var first: [UInt64: Int] = [:]
    var next = Array(repeating: -1, count: old.count)
    for place in old.indices.reversed() {
      next[place] = first.updateValue(place, forKey: before[place]) ?? -1
    }
    for place in new.indices {
      guard let partner = first[after[place]], partner >= 0 else { continue }
      first[after[place]] = next[partner]
      pair(partner, place)
    }
  }

  /// Makes two free entries partners.
  mutating func pair(_ oldPlace: Int, _ newPlace: Int) {
    partners[newPlace] = oldPlace
    isTaken[oldPlace] = true
    unpaired -= 1
  }
}
