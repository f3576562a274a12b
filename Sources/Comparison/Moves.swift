import RouterOSModel

/// The entries that must have been moved, by their new place: the fewest that explain the new order.
///
/// Order counts only in ordered menus and there within a chain. Entries of the longest run that kept
/// its order stay; all others moved. Costs n log n.
func moves(of partners: [Int?], _ old: [Entry], _ new: [Entry]) -> [Int: Move] {
  guard let menu = new.first?.menu, menu.kind == .orderedList else { return [:] }
  guard isOutOfOrder(partners) else { return [:] }
  var chains = Chains(menu)
  let oldChains = old.map { chains.number(of: $0) }
  let newChains = new.map { chains.number(of: $0) }
  let oldRanks = ranks(oldChains)
  let newRanks = ranks(newChains)
  var placesInChains: [Int: [Int]] = [:]
  for place in new.indices where partners[place] != nil {
    placesInChains[newChains[place], default: []].append(place)
  }
  var moves: [Int: Move] = [:]
  for places in placesInChains.values {
    let before = places.compactMap { partners[$0] }
    let staying = longestIncreasing(before)
    for (index, place) in places.enumerated() where !staying.contains(index) {
      moves[place] = Move(from: oldRanks[before[index]], to: newRanks[place])
    }
  }
  return moves
}

private func isOutOfOrder(_ partners: [Int?]) -> Bool {
  let places = partners.compactMap { $0 }
  return zip(places, places.dropFirst()).contains { $0 > $1 }
}

/// The chains of a menu by small numbers: within each the order counts.
private struct Chains {
  private let properties: [String]
  private var numbers: [String: Int] = [:]
  /// The same by how the values are written, which is cheaper to see.
  private var numbersBySpelling: [UInt64: Int] = [:]
  private let hashes = EntryHashes()

  init(_ menu: Menu) { properties = menu.orderWithin }

  mutating func number(of entry: Entry) -> Int {
    let spelling = hashes.spelling(of: properties, in: entry)
    if let spelling, let known = numbersBySpelling[spelling] { return known }
    let chain = properties.map { entry.value($0).text ?? "" }.joined(separator: " ")
    let number = numbers[chain] ?? numbers.count
    numbers[chain] = number
    if let spelling { numbersBySpelling[spelling] = number }
    return number
  }
}

/// The place of each entry within its chain, from zero.
private func ranks(_ chains: [Int]) -> [Int] {
  var counts: [Int: Int] = [:]
  return chains.map { chain in
    defer { counts[chain, default: 0] += 1 }
    return counts[chain] ?? 0
  }
}

/// The indices of one longest run of `numbers`, all different, that increases.
private func longestIncreasing(_ numbers: [Int]) -> Set<Int> {
  var tails: [Int] = []
  var previous: [Int?] = []
  for (index, number) in numbers.enumerated() {
    var low = 0
    var high = tails.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[tails[middle]] < number { low = middle + 1 } else { high = middle }
    }
    previous.append(low == 0 ? nil : tails[low - 1])
    if low == tails.count { tails.append(index) } else { tails[low] = index }
  }
  var staying: Set<Int> = []
  var next = tails.last
  while let index = next {
    staying.insert(index)
    next = previous[index]
  }
  return staying
}
