import SourceText

/// Who of several routers faces whom.
///
/// The answers do not depend on the order of the routers, but for the numbers they are called by.
public struct FarEnds: Sendable {
  /// The routers, in the order given.
  public let routers: [RouterEnds]
  let found: [Row.ID: FoundEnd]
  private let facts: FleetFacts

  /// Pairs the ends of routers, within each site that `facts` names, and among the routers that are in none.
  /// Linear in their number, however many share an address or a network.
  public init(_ routers: [RouterEnds], facts: FleetFacts = FleetFacts()) {
    self.routers = routers
    self.facts = facts
    let groups = Dictionary(grouping: routers.indices) { facts.site(of: $0)?.name }
    var found: [Row.ID: FoundEnd] = [:]
    for places in groups.values {
      for (id, end) in Self.pairs(places.map { routers[$0] }) {
        found[id.renumbered(places)] = end.renumbered(places)
      }
    }
    self.found = found
  }

  private static func pairs(_ routers: [RouterEnds]) -> [Row.ID: FoundEnd] {
    let order = routers.indices.sorted {
      (routers[$0].path, routers[$0].name, $0) < (routers[$1].path, routers[$1].name, $1)
    }
    let sorted = order.map { routers[$0] }
    let owners = AddressOwners(sorted)
    let pairs = SessionPairing(sorted, owners).pair()
      .merging(TunnelPairing(sorted, owners).pair()) { first, _ in first }
    return Dictionary(
      uniqueKeysWithValues: pairs.map { ($0.renumbered(order), $1.renumbered(order)) })
  }
}

/// A session or a tunnel that has a far end, as it may be shown.
public struct End: Sendable {
  /// Its row.
  public let id: Row.ID
  /// What it is: `bgp`, or the kind of the tunnel.
  public let kind: String
  /// Which thing is meant, in a few words.
  public let title: String
  /// The start of the text that speaks of it, in bytes of its file.
  public let offset: UInt32

  /// What stands at the other end.
  public enum Answer: Sendable {
    /// The project says that it is not ours.
    case outside
    /// This end, found by these means.
    case paired(Row.ID, PairingMeans)
    /// The address is on a router here, and nothing there answers.
    case unanswered
    /// No export tells.
    case unknown(Cause)
  }
}

extension FarEnds {
  /// Router by router in the order given: its sessions, then its tunnels.
  public var ends: [End] {
    routers.enumerated().flatMap { device, router in
      router.sessions.map { end in
        End(
          id: Row.ID(device: device, view: .bgpSessions, index: end.index), kind: "bgp",
          title: end.title, offset: end.place.start)
      }
        + router.tunnels.map { end in
          End(
            id: Row.ID(device: device, view: .tunnels, index: end.index), kind: end.kind,
            title: end.title, offset: end.place.start)
        }
    }
  }

  /// What stands at the other end of a row.
  public func answer(to id: Row.ID) -> End.Answer {
    switch found[id] {
    case .paired(let far, let means): .paired(far, means)
    case .unknown(let cause): isOutside(id) ? .outside : .unknown(cause)
    case .unanswered, nil: isOutside(id) ? .outside : .unanswered
    }
  }

  private func isOutside(_ id: Row.ID) -> Bool {
    let router = routers[id.device]
    let dialled =
      id.view == .tunnels
      ? router.tunnels[id.index].endpoint.map { IPPrefix($0, length: $0.family.width) }
      : router.sessions[id.index].dialled
    return dialled.map { address in facts.others.contains { $0.holds(address) } } ?? false
  }
}
