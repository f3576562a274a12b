/// What next hops that are looked up in other routes would be reached by, were the interface they leave by
/// gone: a probe that is then reached over another path says that its own path works.
///
/// Each next hop is followed again only for the interface that it leaves by.
struct OtherEgress {
  private let whole: WholeNextHops
  private var detours: [String: NextHops] = [:]

  init(_ hops: NextHops) { whole = WholeNextHops(hops) }

  /// The interfaces that the next hop of a route, which is reached like this, would be reached by.
  mutating func cell(of place: Int, _ reach: Reach) -> Cell {
    switch reach {
    case .nothing, .hole, .reached(_, isRecursive: false): return Cell(.unset, .set)
    case .unknown(let cause): return Cell(.unknown(cause), .set)
    case .reached(let egress, isRecursive: true):
      guard let interface = egress.interface else { return Self.unknown(egress) }
      let whole = whole
      let other = detours[interface, default: NextHops(whole, without: interface)]
        .reach(of: place)
      return Self.cell(of: other)
    }
  }

  private static func cell(of reach: Reach) -> Cell {
    switch reach {
    case .nothing, .hole: Cell(.unset, .set)
    case .unknown(let cause): Cell(.unknown(cause), .set)
    case .reached(let egress, _): egress.interface.map { Cell($0, .set) } ?? unknown(egress)
    }
  }

  private static func unknown(_ egress: Egress) -> Cell {
    Cell(.unknown(egress.doubt ?? Surroundings.unreadable), .set)
  }
}
