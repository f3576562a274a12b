import RouterOSModel

/// Entries that RouterOS tells apart by nothing, and that are probably the same thing because of what they
/// share.
///
/// What is rare tells more than what is common: that two of a thousand rules bear one comment says that
/// they are the same rule, that both drop says nothing. Pairs that differ in one property go first, then
/// the others, the most alike first, and last what agrees in a property that tells and that nothing else
/// has. Two entries that differ in more than they share are two things. Costs n log n.
extension Matching {
  mutating func pairAlike(_ hashes: inout EntryHashes) {
    let free = (
      old.indices.filter { !isTaken[$0] && old[$0].identityParts == nil },
      new.indices.filter { partners[$0] == nil && new[$0].identityParts == nil }
    )
    guard !free.0.isEmpty, !free.1.isEmpty else { return }
    let likeness = Likeness(self, free.0, free.1, &hashes)
    pairButForOneProperty(likeness)
    pairBySharedRarities(likeness)
    for properties in tellingProperties { pairUnique { hashes.values(of: properties, in: $0) } }
  }

  /// Pairs what says the same but for one property that differs, came, or went: all that leave out the same
  /// in order, and first those that are the most alike.
  private mutating func pairButForOneProperty(_ likeness: Likeness) {
    let before = likeness.placesButForOne(likeness.oldPlaces, likeness.old)
    let after = likeness.placesButForOne(likeness.newPlaces, likeness.new)
    var groups: [(rank: Likeness.Rank, key: UInt64)] = []
    for (key, news) in after {
      guard let olds = before[key] else { continue }
      groups.append((likeness.rank(olds[0], news[0]), key))
    }
    groups.sort { $0.rank < $1.rank }
    for group in groups {
      let olds = (before[group.key] ?? []).filter { !isTaken[$0] }
      let news = (after[group.key] ?? []).filter { partners[$0] == nil }
      for (old, new) in zip(olds, news) where likeness.areAlike(old, new) { pair(old, new) }
    }
  }

  /// Pairs what shares something rare, the most alike first.
  private mutating func pairBySharedRarities(_ likeness: Likeness) {
    let before = likeness.placesByFeature(likeness.oldPlaces.filter { !isTaken[$0] }, likeness.old)
    let free = likeness.newPlaces.filter { partners[$0] == nil }
    let after = likeness.placesByFeature(free, likeness.new)
    var candidates: [(rank: Likeness.Rank, old: Int, new: Int)] = []
    for place in free {
      var seen: Set<Int> = []
      for feature in likeness.new[place] ?? [] where seen.count < Likeness.mostCompared {
        guard let shared = before[feature], shared.count <= Likeness.mostCandidates,
          after[feature]?.count ?? 0 <= Likeness.mostCandidates
        else { continue }
        for other in shared where seen.insert(other).inserted {
          if likeness.areAlike(other, place) {
            candidates.append((likeness.rank(other, place), other, place))
          }
        }
      }
    }
    candidates.sort { $0.rank < $1.rank }
    for candidate in candidates where partners[candidate.new] == nil && !isTaken[candidate.old] {
      pair(candidate.old, candidate.new)
    }
  }

  /// Pairs the entries that alone have a key on their side.
  private mutating func pairUnique(by key: (Entry) -> UInt64?) {
    guard unpaired > 0 else { return }
    func places(_ entries: [Entry], isFree: (Int) -> Bool) -> [UInt64: [Int]] {
      var places: [UInt64: [Int]] = [:]
      for place in entries.indices where isFree(place) && entries[place].identityParts == nil {
        if let key = key(entries[place]) { places[key, default: []].append(place) }
      }
      return places
    }
    let before = places(old) { !isTaken[$0] }
    guard !before.isEmpty else { return }
    for (key, after) in places(new, isFree: { partners[$0] == nil }) {
      if after.count == 1, let candidates = before[key], candidates.count == 1 {
        pair(candidates[0], after[0])
      }
    }
  }
}

/// Properties that tell which thing an entry is, when all of a row agree and nothing else has them.
private let tellingProperties = [
  ["name"], ["dst-address", "gateway"], ["dst-address", "distance"], ["address", "interface"],
  ["address", "list"], ["interface", "list"], ["host"], ["address"], ["interface"],
]

/// How alike the free entries of two menus are; the same in both directions.
private struct Likeness {
  /// How many entries of each side may share what still counts as rare.
  static let mostCandidates = 8
  /// How many others one entry is compared with.
  static let mostCompared = 64
  /// How many properties of an entry are looked at.
  private static let mostFeatures = 64
  /// How many entries of each menu tell how rare something is.
  private static let sampled = 256

  let oldPlaces: [Int]
  let newPlaces: [Int]
  /// What entries say by their places, a hash for each property.
  let old: [Int: [UInt64]]
  let new: [Int: [UInt64]]
  private let counts: [UInt64: Int]
  private let total: Double

  init(_ matching: Matching, _ free: [Int], _ freeNew: [Int], _ hashes: inout EntryHashes) {
    var counts: [UInt64: Int] = [:]
    var total = 0
    func features(_ places: [Int], of entries: [Entry]) -> [Int: [UInt64]] {
      var found: [Int: [UInt64]] = [:]
      for place in places {
        let features = Array(hashes.features(of: entries[place]).prefix(mostFeatures))
        for feature in features { counts[feature, default: 0] += 1 }
        total += 1
        found[place] = features
      }
      return found
    }
    func countSample(of entries: [Entry], without known: [Int: [UInt64]]) {
      let step = max(1, entries.count / sampled)
      let sample = stride(from: 0, to: entries.count, by: step).filter { known[$0] == nil }
      _ = features(sample, of: entries)
    }
    let (mostFeatures, sampled) = (Self.mostFeatures, Self.sampled)
    oldPlaces = free
    newPlaces = freeNew
    let before = features(free, of: matching.old)
    let after = features(freeNew, of: matching.new)
    countSample(of: matching.old, without: before)
    countSample(of: matching.new, without: after)
    old = before
    new = after
    self.counts = counts
    self.total = Double(total)
  }

  /// How much it tells that two entries share a feature, in thousandths of a bit.
  private func weight(_ feature: UInt64) -> Int {
    Int(1_000 * (1 + logarithm(total / Double(counts[feature] ?? 1))))
  }

  /// How much two entries share, and how much both say.
  private func weights(_ oldPlace: Int, _ newPlace: Int) -> (common: Int, all: Int) {
    let before = old[oldPlace] ?? []
    let after = new[newPlace] ?? []
    let common = Set(before).intersection(after).reduce(0) { $0 + weight($1) }
    return (2 * common, (before + after).reduce(0) { $0 + weight($1) })
  }

  /// Whether two entries share at least as much as they differ in.
  func areAlike(_ oldPlace: Int, _ newPlace: Int) -> Bool {
    let (common, all) = weights(oldPlace, newPlace)
    return 2 * common >= all
  }

  /// Which of several pairs goes first: the one that differs in less, then the one that lies closer.
  func rank(_ oldPlace: Int, _ newPlace: Int) -> Rank {
    let (common, all) = weights(oldPlace, newPlace)
    return Rank(
      difference: all == 0 ? 0 : (all - common) * 1_000_000 / all,
      distance: abs(oldPlace - newPlace), sum: oldPlace + newPlace)
  }

  /// The order of pairs.
  struct Rank: Comparable {
    let difference: Int
    let distance: Int
    let sum: Int

    static func < (left: Rank, right: Rank) -> Bool {
      (left.difference, left.distance, left.sum) < (right.difference, right.distance, right.sum)
    }
  }

  /// The places of entries by what they say in all, and by what they say but for one property.
  func placesButForOne(_ places: [Int], _ features: [Int: [UInt64]]) -> [UInt64: [Int]] {
    var found: [UInt64: [Int]] = [:]
    for place in places {
      let own = features[place] ?? []
      let sum = own.reduce(0, &+)
      for key in Set([sum] + own.map { sum &- $0 }) { found[key, default: []].append(place) }
    }
    return found
  }

  /// The places of entries by each property that they say.
  func placesByFeature(_ places: [Int], _ features: [Int: [UInt64]]) -> [UInt64: [Int]] {
    var found: [UInt64: [Int]] = [:]
    for place in places {
      for feature in features[place] ?? [] { found[feature, default: []].append(place) }
    }
    return found
  }
}

/// The logarithm to base 2 of a number from 1 on, linear between powers.
private func logarithm(_ number: Double) -> Double {
  Double(number.exponent) + number.significand - 1
}
