/// The networks that neighbours beyond an interface hear of by BGP: they can answer a sender in one of them
/// whose address nothing translates.
struct AnnouncedNetworks {
  private let sessions: [Row]

  init(_ views: RouterViews) {
    sessions = views[.bgpSessions].filter { $0.text("disabled") != "yes" }
  }

  enum Answer {
    case announced
    case kept
    case unknown(Cause)
  }

  /// Whether a session that leaves by `egress` announces the whole of a network.
  func answer(_ network: ClosedRange<UInt128>, by egress: String) -> Answer {
    var doubt: Cause?
    for session in sessions {
      let way = session.cell("egress") ?? .none
      guard way.doubt != nil || way.text == egress else { continue }
      let networks = session.cell("advertises") ?? .none
      let holds = (networks.texts + networks.certain).contains { Self.holds($0, network) }
      if holds, way.doubt == nil { return .announced }
      doubt = doubt ?? (holds ? way.doubt : networks.doubt)
    }
    return doubt.map { .unknown($0) } ?? .kept
  }

  private static func holds(_ text: String, _ network: ClosedRange<UInt128>) -> Bool {
    guard let prefix = IPPrefix(text), prefix.network.family == .ip else { return false }
    return prefix.network.bits <= network.lowerBound && network.upperBound <= prefix.last.bits
  }
}
