/// Rules that none before them takes all from, found by what they match.
struct RuleIndex {
  private struct Known {
    let match: RuleMatch
    let name: String
    let size: Int
  }

  private var known: [Known] = []
  /// Rules by the one range that an address or port of them must lie in, by matcher.
  private var byRange: [String: [ClosedRange<UInt128>: [Int]]] = [:]
  /// The lengths of these ranges that there are, by matcher.
  private var lengths: [String: Set<UInt128>] = [:]
  /// Rules by the words or text of a matcher.
  private var byValue: [String: [Int]] = [:]
  private var others: [Int] = []

  private static let indexed = ["dst-address", "src-address", "dst-port", "src-port", "port"]

  /// Takes in a rule.
  mutating func add(_ match: RuleMatch, _ name: String) {
    let place = known.count
    known.append(Known(match: match, name: name, size: match.size))
    for matcher in Self.indexed {
      guard case .ranges(let ranges)? = match.values[matcher], ranges.count == 1,
        Self.isAligned(ranges[0])
      else { continue }
      byRange[matcher, default: [:]][ranges[0], default: []].append(place)
      lengths[matcher, default: []].insert(ranges[0].upperBound - ranges[0].lowerBound)
      return
    }
    for (matcher, value) in match.values.sorted(by: { $0.key < $1.key }) {
      if case .text(let text, true) = value {
        byValue["\(matcher)=\(text)", default: []].append(place)
        return
      }
    }
    others.append(place)
  }

  /// The first rule found that takes all of another, or why there may be one. `left` is what may be compared.
  func coverer(of match: RuleMatch, _ left: inout Int) -> (name: String?, doubt: Cause?) {
    var doubt: Cause?
    var best: Int?
    let size = match.size
    for places in candidates(of: match) {
      for place in places {
        left -= min(known[place].size, size) + 1
        if left < 0 { return (best.map { known[$0].name }, nil) }
        if let best, best < place { break }
        switch known[place].match.covers(match) {
        case false?: continue
        case true?: best = place
        case nil:
          doubt = doubt ?? known[place].match.doubt ?? match.doubt ?? .unlike(known[place].name)
        }
      }
    }
    return (best.map { known[$0].name }, doubt)
  }

  private func candidates(of match: RuleMatch) -> [[Int]] {
    var found = [others]
    for (matcher, ranges) in byRange {
      guard case .ranges(let own)? = match.values[matcher], let first = own.first else {
        // What cannot be compared may lie in any of them.
        if case .text? = match.values[matcher] { found += ranges.values }
        continue
      }
      for length in lengths[matcher] ?? [] {
        let low = first.lowerBound & ~length
        if let places = ranges[low...(low + length)] { found.append(places) }
      }
    }
    if !byValue.isEmpty {
      for (matcher, value) in match.values {
        guard case .text(let text, _) = value else { continue }
        if let places = byValue["\(matcher)=\(text)"] { found.append(places) }
      }
    }
    return found
  }

  /// Whether a range is that of a network, or of a single port, which is found by its first address.
  private static func isAligned(_ range: ClosedRange<UInt128>) -> Bool {
    let length = range.upperBound - range.lowerBound
    return length & (length &+ 1) == 0 && range.lowerBound & length == 0
  }
}

extension Cause {
  fileprivate static func unlike(_ name: String) -> Cause {
    Cause(
      "\(name) may take all that this one matches", remedy: "compare the two rules by hand")
  }
}
