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

  /// Pairs what says the same but for one property that differs, came, or went, in order.
  private mutating func pairButForOneProperty(_ likeness: Likeness) {
    var places: [UInt64: [Int]] = [:]
    for place in likeness.oldPlaces {
      let features = likeness.old[place] ?? []
      let sum = features.reduce(0, &+)
      places[sum, default: []].append(place)
      for feature in features { places[sum &- feature, default: []].append(place) }
    }
    // The beginning of each list that is taken for good, so that equal entries by thousands cost no more.
    var begun: [UInt64: Int] = [:]
    for (place, key) in likeness.keysButForOne {
      guard partners[place] == nil, let candidates = places[key] else { continue }
      var next = begun[key] ?? 0
      while next < candidates.count, isTaken[candidates[next]] { next += 1 }
      begun[key] = next
      guard next < candidates.count, likeness.areAlike(candidates[next], place) else { continue }
      pair(candidates[next], place)
    }
  }

  /// Pairs what shares something rare, the most alike first.
  private mutating func pairBySharedRarities(_ likeness: Likeness) {
    var places: [UInt64: [Int]] = [:]
    for place in likeness.oldPlaces where !isTaken[place] {
      for feature in likeness.old[place] ?? [] { places[feature, default: []].append(place) }
    }
    var candidates: [(score: Double, old: Int, new: Int)] = []
    for place in likeness.newPlaces where partners[place] == nil {
      var seen: Set<Int> = []
      for feature in likeness.new[place] ?? [] where seen.count < Likeness.mostCompared {
        guard let shared = places[feature], shared.count <= Likeness.mostCandidates else {
          continue
        }
        for other in shared where seen.insert(other).inserted {
          let score = likeness.score(other, place)
          if score >= Likeness.least { candidates.append((score, other, place)) }
        }
      }
    }
    candidates.sort { ($1.score, $0.new, $0.old) < ($0.score, $1.new, $1.old) }
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

/// How alike the free entries of two menus are.
private struct Likeness {
  /// The share of two entries that must be common, from 0 to 1.
  static let least = 0.5
  /// How many entries may share what still counts as rare.
  static let mostCandidates = 8
  /// How many others one entry is compared with.
  static let mostCompared = 64
  /// How many properties of an entry are looked at.
  private static let mostFeatures = 64
  /// How many entries of a menu tell how rare something is.
  private static let sampled = 512

  let oldPlaces: [Int]
  let newPlaces: [Int]
  let old: [Int: [UInt64]]
  let new: [Int: [UInt64]]
  private let counts: [UInt64: Int]
  private let total: Double

  init(_ matching: Matching, _ free: [Int], _ freeNew: [Int], _ hashes: inout EntryHashes) {
    var counts: [UInt64: Int] = [:]
    func features(_ places: [Int], of entries: [Entry]) -> [Int: [UInt64]] {
      var found: [Int: [UInt64]] = [:]
      for place in places {
        let features = Array(hashes.features(of: entries[place]).prefix(Self.mostFeatures))
        for feature in features { counts[feature, default: 0] += 1 }
        found[place] = features
      }
      return found
    }
    oldPlaces = free
    newPlaces = freeNew
    let before = features(free, of: matching.old)
    old = before
    new = features(freeNew, of: matching.new)
    let step = max(1, matching.old.count / Self.sampled)
    let sample = stride(from: 0, to: matching.old.count, by: step).filter { before[$0] == nil }
    _ = features(Array(sample), of: matching.old)
    self.counts = counts
    total = Double(free.count + freeNew.count + sample.count)
  }

  /// How much it tells that two entries share a feature.
  private func weight(_ feature: UInt64) -> Double {
    1 + logarithm(total / Double(counts[feature] ?? 1))
  }

  /// The share of what two entries say that both say, from 0 to 1.
  func score(_ oldPlace: Int, _ newPlace: Int) -> Double {
    let before = old[oldPlace] ?? []
    let after = new[newPlace] ?? []
    let common = Set(before).intersection(after).reduce(0) { $0 + weight($1) }
    let all = (before + after).reduce(0) { $0 + weight($1) }
    return all == 0 ? 1 : 2 * common / all
  }

  func areAlike(_ oldPlace: Int, _ newPlace: Int) -> Bool {
    score(oldPlace, newPlace) >= Self.least
  }

  /// What new entries say but for one property, and all they say: first what leaves the least out.
  var keysButForOne: [(place: Int, key: UInt64)] {
    var keys: [(weight: Double, place: Int, key: UInt64)] = []
    for place in newPlaces {
      let features = new[place] ?? []
      let sum = features.reduce(0, &+)
      keys.append((0, place, sum))
      for feature in features { keys.append((weight(feature), place, sum &- feature)) }
    }
    keys.sort { ($0.weight, $0.place, $0.key) < ($1.weight, $1.place, $1.key) }
    return keys.map { ($0.place, $0.key) }
  }
}

/// The logarithm to base 2 of a number from 1 on, linear between powers.
private func logarithm(_ number: Double) -> Double {
  Double(number.exponent) + number.significand - 1
}
