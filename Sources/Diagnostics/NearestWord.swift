/// The word of `candidates` that someone who wrote `word` most likely meant, if one is near enough.
///
/// Near means at most a third of the word's letters (at least one) inserted, removed, replaced or
/// swapped with a neighbour. The first of equals wins. Words over 64 bytes have no neighbour, which
/// bounds the cost on hostile input.
public func nearestWord(to word: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(word.utf8)
  guard wanted.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.utf8)
    guard other.count <= 64, abs(other.count - wanted.count) <= max(1, wanted.count / 3) else {
      continue
    }
    let distance = editDistance(wanted, other)
    if distance <= max(1, wanted.count / 3), distance < best?.distance ?? .max {
      best = (candidate, distance)
    }
  }
  return best?.word
}

/// `unknown key 'selct'; did you mean 'select'?`, or else all that is allowed, sorted.
public func unknownWord(_ word: String, _ what: String, among words: [String]) -> String {
  if let near = nearestWord(to: word, among: words) {
    return "unknown \(what) '\(word)'; did you mean '\(near)'?"
  }
  return "unknown \(what) '\(word)'; expected one of \(words.sorted().joined(separator: ", "))"
}

/// The least number of insertions, removals, replacements and swaps of neighbours between two words.
private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for (row, leftByte) in left.enumerated() {
    var current = [row + 1]
    for (column, rightByte) in right.enumerated() {
      var cost = previous[column] + (leftByte == rightByte ? 0 : 1)
      cost = min(cost, previous[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, leftByte == right[column - 1], left[row - 1] == rightByte {
        cost = min(cost, beforePrevious[column - 1] + 1)
      }
      current.append(cost)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
