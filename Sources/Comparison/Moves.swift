import RouterOSModel

/// The entries that must have been moved, by their new place: the fewest that explain the new order.
///
/// Order counts only in ordered menus and there within a chain. Entries of the longest run that kept
/// its order stay; all others moved. Costs n log n.
func moves(of partners: [Int?], _ old: [Entry], _ new: [Entry]) -> [Int: Move] {
  guard let menu = new.first?.menu, menu.kind == .orderedList else { return [:] }
  let oldRanks = ranks(old)
  let newRanks = ranks(new)
  var chains: [String: [Int]] = [:]
  for place in new.indices where partners[place] != nil {
    chains[chain(of: new[place]), default: []].append(place)
  }
  var moves: [Int: Move] = [:]
  for places in chains.values {
    let before = places.compactMap { partners[$0] }
    let staying = longestIncreasing(before)
    for (index, place) in places.enumerated() where !staying.contains(index) {
      moves[place] = Move(from: oldRanks[before[index]], to: newRanks[place])
    }
  }
  return moves
}

/// The values of the properties within which the order counts.
private func chain(of entry: Entry) -> String {
  entry.menu.orderWithin.map { entry.value($0).text ?? "" }.joined(separator: " ")
}

/// The place of each entry within its chain, from zero.
private func ranks(_ entries: [Entry]) -> [Int] {
  var counts: [String: Int] = [:]
  return entries.map { entry in
    let chain = chain(of: entry)
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
