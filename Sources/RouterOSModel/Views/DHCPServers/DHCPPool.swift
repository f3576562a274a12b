/// What a server of DHCP takes addresses from: its pool, and those that the pool goes on with.
struct DHCPPool {
  /// The ranges, in the order in which they are used.
  private(set) var ranges: [ClosedRange<IPAddress>] = []
  /// Why they are not known; nil when they are.
  private(set) var doubt: Cause?
  /// The same addresses, for looking up.
  private(set) var addresses = AddressRanges([])
  private var texts: [String] = []
  private var evidence: Cell?

  /// So many pools are followed; who writes more of them writes a circle.
  private static let greatestLength = 64

  init(_ server: Entry, _ pools: NamedEntries) {
    follow(server, pools)
    addresses = AddressRanges(ranges)
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

extension Cause {
  fileprivate static func noPool(_ name: String) -> Cause {
    Cause("pool '\(name)' is not in this export", remedy: "export /ip pool, too")
  }

  fileprivate static func noRange(_ text: String) -> Cause {
    Cause("'\(text)' is no range of addresses", remedy: "write it as FIRST-LAST")
  }
}
