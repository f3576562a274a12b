/// What a server of DHCP takes addresses from: its pool, and those that the pool goes on with.
struct DHCPPool {
  /// The ranges, in the order in which they are used.
  private(set) var ranges: [ClosedRange<IPAddress>] = []
  /// Why they are not known; nil when they are.
  private(set) var doubt: Cause?
  /// The ranges in order and apart, for looking up.
  private var sorted: [ClosedRange<IPAddress>] = []
  private var texts: [String] = []
  private var evidence: Cell?

  /// So many pools are followed; who writes more of them writes a circle.
  private static let greatestLength = 64

  init(_ server: Entry, _ pools: NamedEntries) {
    follow(server, pools)
    sorted = Self.joined(ranges)
  }

  /// Whether an address is in any of the ranges.
  func contains(_ address: IPAddress) -> Bool {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].upperBound < address { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low].contains(address)
  }

  private static func joined(_ ranges: [ClosedRange<IPAddress>]) -> [ClosedRange<IPAddress>] {
    var joined: [ClosedRange<IPAddress>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }

  private mutating func follow(_ server: Entry, _ pools: NamedEntries) {
    let written = Cell("address-pool", of: server)
    doubt = written.doubt
    var name = written.text
    var seen: Set<String> = []
    while let current = name, current != "static-only", current != "none",
      seen.insert(current).inserted, seen.count <= Self.greatestLength
    {
      guard let pool = pools[current] else {
        doubt = doubt ?? .noPool(current)
        return
      }
      take(Cell("ranges", of: pool), of: current)
      name = pool.value("next-pool").text
    }
  }

  private mutating func take(_ cell: Cell, of pool: String) {
    doubt = doubt ?? cell.doubt
    evidence = evidence ?? cell.given(by: "pool '\(pool)'")
    for text in cell.texts {
      texts.append(text)
      guard let range = IPAddress.range(text) else {
        doubt = doubt ?? .noRange(text)
        continue
      }
      ranges.append(range)
    }
  }

  /// The ranges as a cell; unset for a server that hands out nothing but fixed leases.
  var cell: Cell {
    if let doubt { return Cell(.unknown(doubt), .set, at: evidence?.evidence) }
    let content: Cell.Content = texts.isEmpty ? .unset : .known(texts)
    let cell = Cell(content, .set, at: evidence?.evidence)
    return evidence?.giver.map(cell.given) ?? cell
  }
}

extension IPAddress {
  /// Reads `192.0.2.10-192.0.2.20`, an address alone, or a network, as pools are written.
  static func range(_ text: String) -> ClosedRange<IPAddress>? {
    if let address = IPAddress(text) { return address...address }
    if let prefix = IPPrefix(text) { return prefix.network...prefix.last }
    let ends = text.split(separator: "-").map { IPAddress(String($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1], low.family == high.family,
      low <= high
    else { return nil }
    return low...high
  }
}

extension Cause {
  fileprivate static func noPool(_ name: String) -> Cause {
    Cause("pool '\(name)' is not in this export", remedy: "export /ip pool, too")
  }

  fileprivate static func noRange(_ text: String) -> Cause {
    Cause("'\(text)' is no range of addresses", remedy: "write it as FIRST-LAST")
  }
}
