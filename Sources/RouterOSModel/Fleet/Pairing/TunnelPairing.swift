/// Finds for each tunnel the one at its other end, by the way its kind has for that.
struct TunnelPairing {
  private let routers: [RouterEnds]
  private let owners: AddressOwners

  init(_ routers: [RouterEnds], _ owners: AddressOwners) {
    self.routers = routers
    self.owners = owners
  }

  /// What stands at the other end of each tunnel.
  func pair() -> [Row.ID: FoundEnd] {
    let ends = routers.enumerated().flatMap { device, router in
      router.tunnels.map { PlacedTunnel(end: $0, device: device) }
    }
    let dialled = ends.filter { $0.end.side != .peer }
    let keyed = ends.filter { $0.end.keys != nil }
    let plain = ends.filter { $0.end.side == .peer && $0.end.keys == nil }
    var found = DialledPairing(routers, dialled, owners).pair()
    found.merge(PlainPairing(routers, plain, owners).pair()) { first, _ in first }
    found.merge(WireGuardPairing(routers, keyed, owners).pair()) { first, _ in first }
    return found
  }
}

/// A tunnel with the router it is on.
struct PlacedTunnel {
  let end: TunnelEnd
  /// The router by its place.
  let device: Int

  /// Its row.
  var id: Row.ID { Row.ID(device: device, view: .tunnels, index: end.index) }
}

extension [PlacedTunnel] {
  /// The one of several that shares a network inside with another, as the other address of it.
  ///
  /// Nil when none does, or several do. Linear in their number.
  func only(sharingNetworkWith other: TunnelEnd) -> PlacedTunnel? {
    let subnets = Set(other.subnets)
    if subnets.isEmpty { return nil }
    let near = filter { !subnets.isDisjoint(with: $0.end.subnets) && $0.end.hosts != other.hosts }
    return near.count == 1 ? near[0] : nil
  }
}
