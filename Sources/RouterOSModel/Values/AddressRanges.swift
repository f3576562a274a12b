import SourceText

/// Ranges of addresses, in order and apart, in which an address is found by a binary search.
struct AddressRanges {
  private var ranges: [ClosedRange<IPAddress>] = []

  /// The same addresses as those of `ranges`, which may overlap.
  init(_ ranges: [ClosedRange<IPAddress>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound {
        self.ranges[self.ranges.count - 1] =
          last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// Whether an address is in any of them.
  func contains(_ address: IPAddress) -> Bool {
    let place = ranges.partitioningIndex { $0.upperBound >= address }
    return place < ranges.count && ranges[place].contains(address)
  }
}

extension IPAddress {
  /// Reads `192.0.2.10-192.0.2.20`, an address alone, or a network, as pools and lists are written.
  static func range(_ text: String) -> ClosedRange<IPAddress>? {
    if let prefix = IPPrefix(text) { return prefix.network...prefix.last }
    let ends = text.utf8.split(separator: UInt8(ascii: "-")).map { IPAddress(Substring($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low.family == high.family,
      low <= high
    else { return nil }
    return low...high
  }
}

/// Sorted addresses.
extension [IPAddress] {
  /// The first of them in a range, by a binary search.
  func first(in range: ClosedRange<IPAddress>) -> IPAddress? {
    let place = partitioningIndex { $0 >= range.lowerBound }
    return place < count && range.contains(self[place]) ? self[place] : nil
  }

  /// Whether any of them is in a range.
  func hasAny(in range: ClosedRange<IPAddress>) -> Bool { first(in: range) != nil }
}
