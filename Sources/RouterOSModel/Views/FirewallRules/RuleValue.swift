/// What one matcher of a rule takes, so that two can be compared.
enum RuleValue: Equatable, Sendable {
  /// Numbers: addresses or ports, in order and apart.
  case ranges([ClosedRange<UInt128>])
  /// Words, or all others.
  case words(Set<String>, isInverted: Bool)
  /// Conditions that must all hold, such as `syn,!ack`.
  case conditions(Set<String>)
  /// A text that only equals itself; others may hold more or less when they are not `isPoint`.
  case text(String, isPoint: Bool)

  /// Whether it takes all that another takes; nil when that cannot be told. Linear.
  func covers(_ other: RuleValue) -> Bool? {
    if self == other { return true }
    switch (self, other) {
    case (.ranges(let own), .ranges(let others)): return Self.covers(own, others)
    case (.words(let own, let isInverted), .words(let others, let isOtherInverted)):
      switch (isInverted, isOtherInverted) {
      case (false, false): return others.isSubset(of: own)
      case (false, true): return false
      case (true, false): return own.isDisjoint(with: others)
      case (true, true): return own.isSubset(of: others)
      }
    case (.conditions(let own), .conditions(let others)): return own.isSubset(of: others)
    case (.text(_, true), _), (_, .text(_, true)): return false
    case (.ranges, _), (.words, _), (.conditions, _), (.text(_, false), _): return nil
    }
  }

  /// How much has to be looked at to compare it.
  var size: Int {
    switch self {
    case .ranges(let ranges): ranges.count
    case .words(let words, _), .conditions(let words): words.count
    case .text: 1
    }
  }

  private static func covers(_ own: [ClosedRange<UInt128>], _ others: [ClosedRange<UInt128>])
    -> Bool
  {
    var place = 0
    for other in others {
      while place < own.count, own[place].upperBound < other.lowerBound { place += 1 }
      guard place < own.count, own[place].lowerBound <= other.lowerBound,
        other.upperBound <= own[place].upperBound
      else { return false }
    }
    return true
  }
}

extension RuleValue {
  /// Ranges in order and apart; with an exclamation mark, all that is outside of them. `last` is the greatest
  /// number there is.
  static func ranges(
    _ found: [ClosedRange<UInt128>], isInverted: Bool, upTo last: UInt128
  ) -> RuleValue {
    let merged = merged(found, upTo: last)
    guard isInverted else { return .ranges(merged) }
    var outside: [ClosedRange<UInt128>] = []
    var next: UInt128? = 0
    for range in merged {
      if let start = next, start < range.lowerBound {
        outside.append(start...(range.lowerBound - 1))
      }
      next = range.upperBound == last ? nil : range.upperBound + 1
    }
    if let next { outside.append(next...last) }
    return .ranges(outside)
  }

  /// The same numbers in ranges that are in order and apart; `last` is the greatest there is.
  static func merged(_ found: [ClosedRange<UInt128>], upTo last: UInt128)
    -> [ClosedRange<UInt128>]
  {
    var merged: [ClosedRange<UInt128>] = []
    for range in found.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let end = merged.last, end.upperBound == last || range.lowerBound <= end.upperBound + 1 {
        merged[merged.count - 1] = end.lowerBound...max(end.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Addresses of a family as a rule or a list writes them, all of them inverted or none; nil for names.
  static func addresses(_ texts: [String], _ family: IPAddress.Family) -> RuleValue? {
    let isInverted = texts.first?.hasPrefix("!") ?? false
    var ranges: [ClosedRange<UInt128>] = []
    for text in texts {
      guard let range = IPAddress.range(text.hasPrefix("!") ? String(text.dropFirst()) : text),
        range.lowerBound.family == family
      else { return nil }
      ranges.append(range.lowerBound.bits...range.upperBound.bits)
    }
    let last: UInt128 = family == .ip ? UInt128(UInt32.max) : .max
    return .ranges(ranges, isInverted: isInverted, upTo: last)
  }

  /// Ports such as `80,443,8000-8080`; nil when they cannot be read.
  static func ports(_ text: String) -> RuleValue? {
    let isInverted = text.hasPrefix("!")
    var ranges: [ClosedRange<UInt128>] = []
    for part in (isInverted ? text.dropFirst() : text[...]).split(separator: ",") {
      let ends = part.split(separator: "-").map { UInt16($0) }
      guard (1...2).contains(ends.count), let low = ends[0], let high = ends[ends.count - 1],
        low <= high
      else { return nil }
      ranges.append(UInt128(low)...UInt128(high))
    }
    return .ranges(ranges, isInverted: isInverted, upTo: UInt128(UInt16.max))
  }

  /// Words, all of them inverted by an exclamation mark before the first.
  static func words(_ texts: [String]) -> RuleValue {
    let isInverted = texts.first?.hasPrefix("!") ?? false
    let words = texts.map { $0.hasPrefix("!") ? String($0.dropFirst()) : $0 }
    return .words(Set(words), isInverted: isInverted)
  }
}
