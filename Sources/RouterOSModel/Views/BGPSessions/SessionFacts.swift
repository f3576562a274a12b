/// What is found of sessions when it is first asked for.
struct SessionFacts {
  static let columns: Set<String> = [
    "egress", "open-filters", "preference", "tie-winner", "ties-with", "watched",
  ]

  private var ways: WaysOut
  private var chains: FilterChains
  private let watchers: AddressWatchers
  private var ties = SessionTies()

  init(_ views: RouterViews) {
    ways = WaysOut(views)
    chains = FilterChains(views.configuration)
    watchers = views.watchers
  }

  /// The cells of the next session.
  mutating func cells(of session: Row) -> [String: Cell] {
    let egress = session.egress(&ways)
    let filters = ["in-filter", "out-filter"].map { session.cell($0) ?? .none }
    let preference = chains.preference(filters[0], filters[1])
    let cells = [
      "egress": egress, "open-filters": chains.open(filters), "preference": preference,
      "watched": watched(session),
    ]
    return cells.merging(ties.cells(of: session, egress, preference)) { $1 }
  }

  private func watched(_ session: Row) -> Cell {
    let far = session.cell("remote-address") ?? .none
    guard let neighbour = far.text.flatMap({ IPAddress($0) }) else {
      return Cell(.unknown(far.doubt ?? .noSingleNeighbour), .set)
    }
    let use = session.cell("use-bfd") ?? .none
    let bfd = use.isYes ? session.cell("bfd-allowed") ?? .none : use
    return watchers.cell(ofNeighbour: neighbour, bfd)
  }
}

extension Row {
  /// What packets to the neighbour of a session leave by.
  fileprivate func egress(_ ways: inout WaysOut) -> Cell {
    let far = cell("remote-address") ?? .none
    guard let address = far.text.flatMap({ IPAddress($0) }), let table = text("vrf") else {
      let cause = far.doubt ?? cell("vrf")?.doubt ?? .noSingleNeighbour
      return Cell(.unknown(cause), .text)
    }
    return ways.way(to: address, in: table).interface
  }
}
