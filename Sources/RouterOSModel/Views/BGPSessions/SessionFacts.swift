/// What is found of sessions when it is first asked for.
struct SessionFacts {
  static let columns: Set<String> = ["egress", "preference", "watched"]

  private var ways: WaysOut
  private var chains: FilterChains
  private let watchers: AddressWatchers

  init(_ views: RouterViews) {
    ways = WaysOut(views)
    chains = FilterChains(views.configuration)
    watchers = views.watchers
  }

  /// The cells of a session.
  mutating func cells(of session: Row) -> [String: Cell] {
    [
      "egress": session.egress(&ways),
      "preference": chains.preference(
        session.cell("in-filter") ?? .none, session.cell("out-filter") ?? .none),
      "watched": watched(session),
    ]
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
