/// Finds the other end of tunnels whose both ends are written into both routers: GRE, EoIP, IPIP, IPsec.
///
/// That is the tunnel of the same kind, and number, on the router that holds the endpoint, whose own
/// endpoint is an address of ours; where nobody holds the endpoint, as behind NAT, or several tunnels
/// fit, the only one that has the other address of the network inside.
struct PlainPairing {
  /// Several tunnels are as good as more: then nobody can tell which is meant.
  private static let greatestNumber = 16

  /// What tunnels of a router have in common that one end elsewhere may belong to.
  private struct Key: Hashable {
    let kind: String
    let number: String
    let device: Int
    let target: Target
    /// The address that a line has them speak from; nil when none does.
    let source: IPAddress?
  }

  /// Where tunnels lead: to an address, or to any of a router.
  private enum Target: Hashable {
    case address(IPAddress)
    case router(Int)
  }

  private struct Inside: Hashable {
    let kind: String
    let number: String
    let subnet: String
  }

  private let routers: [RouterEnds]
  private let tunnels: [PlacedTunnel]
  private let owners: AddressOwners
  private var byTarget: [Key: [PlacedTunnel]] = [:]
  private var byInside: [Inside: [PlacedTunnel]] = [:]

  init(_ routers: [RouterEnds], _ tunnels: [PlacedTunnel], _ owners: AddressOwners) {
    self.routers = routers
    self.tunnels = tunnels
    self.owners = owners
    for tunnel in tunnels where tunnel.end.isOn {
      let end = tunnel.end
      if let endpoint = end.endpoint {
        let routers = owners.owners(of: endpoint, but: tunnel.device).map(Target.router)
        for target in [.address(endpoint)] + routers {
          byTarget[Self.key(end, tunnel.device, target, end.source), default: []].append(tunnel)
        }
      }
      for subnet in end.subnets {
        let key = Inside(kind: end.kind, number: end.number, subnet: subnet)
        byInside[key, default: []].append(tunnel)
      }
    }
  }

  func pair() -> [Row.ID: FoundEnd] {
    Dictionary(tunnels.map { ($0.id, farEnd(of: $0)) }) { first, _ in first }
  }

  private func farEnd(of tunnel: PlacedTunnel) -> FoundEnd {
    let title = tunnel.end.title
    guard let endpoint = tunnel.end.endpoint else {
      return inside(tunnel) ?? .unknown(.noEndpoint(title))
    }
    let holders = owners.owners(of: endpoint, but: tunnel.device)
    if holders.isEmpty { return inside(tunnel) ?? .unknown(.notHere(tunnel.end.endpointText)) }
    let source = tunnel.end.source ?? owners.source(of: tunnel.device, toward: endpoint)
    let answers = holders.flatMap { holder in
      self.answers(
        to: tunnel, endpoint, on: holder,
        tunnel.end.source.map(Target.address) ?? .router(tunnel.device))
    }
    if answers.count == 1 { return .paired(answers[0].id, .endpoints) }
    if answers.count > 1, let source {
      let likely = holders.flatMap { self.answers(to: tunnel, endpoint, on: $0, .address(source)) }
      if likely.count == 1 { return .paired(likely[0].id, .endpoints) }
    }
    if let far = answers.only(sharingNetworkWith: tunnel.end) {
      return .paired(far.id, .addressesInside)
    }
    if let far = inside(tunnel) { return far }
    return answers.isEmpty && holders.count == 1
      ? .unanswered : .unknown(.ambiguousEnd(tunnel.end.endpointText))
  }

  /// The tunnels of a router that lead to a target of ours, and that nothing written has speak from
  /// elsewhere.
  private func answers(
    to tunnel: PlacedTunnel, _ endpoint: IPAddress, on holder: Int, _ target: Target
  ) -> [PlacedTunnel] {
    return [endpoint, nil].flatMap { source in
      (byTarget[Self.key(tunnel.end, holder, target, source)] ?? []).prefix(Self.greatestNumber)
    }
  }

  private static func key(
    _ end: TunnelEnd, _ device: Int, _ target: Target, _ source: IPAddress?
  ) -> Key {
    Key(kind: end.kind, number: end.number, device: device, target: target, source: source)
  }

  /// The only other tunnel that has the other address of a network inside.
  private func inside(_ tunnel: PlacedTunnel) -> FoundEnd? {
    var found: Set<Row.ID> = []
    for subnet in tunnel.end.subnets.prefix(Self.greatestNumber) {
      let key = Inside(kind: tunnel.end.kind, number: tunnel.end.number, subnet: subnet)
      let others = (byInside[key] ?? []).lazy.filter { other in
        other.device != tunnel.device && other.end.hosts != tunnel.end.hosts
      }
      found.formUnion(others.prefix(2).map(\.id))
    }
    guard found.count == 1, let id = found.first else { return nil }
    return .paired(id, .addressesInside)
  }
}

extension Cause {
  fileprivate static func noEndpoint(_ title: String) -> Cause {
    Cause(
      "no line gives the outer address of the far end of \(title)",
      remedy: "write it, or compare the tunnels of the two routers by hand")
  }
}
