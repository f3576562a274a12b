/// Finds the other end of peers of WireGuard.
///
/// That is the peer on the interface whose public key is expected, if its export has the key; else on the
/// interface that listens where we dial; else on the only one that has an address which is said to lie
/// behind the peer: there, the peer behind which our own address is said to lie.
struct WireGuardPairing {
  /// An interface by its router and name.
  fileprivate struct Place: Hashable {
    let device: Int
    let interface: String
  }

  /// Where an interface is dialled; nil stands for a port that nobody knows.
  private struct Listener: Hashable {
    let device: Int
    let port: String?
  }

  /// The peers of one interface.
  private struct Group {
    var all: [PlacedTunnel] = []
    var byKey: [String: [PlacedTunnel]] = [:]
    var byAllowed = PrefixTable<[PlacedTunnel]>()
    var hosts: [IPAddress] = []
    var own: String?
    var port: String?
  }

  private static let greatestNumber = 16

  private let routers: [RouterEnds]
  private let tunnels: [PlacedTunnel]
  private let owners: AddressOwners
  private var groups: [Place: Group] = [:]
  private var byOwnKey: [String: [Place]] = [:]
  private var byDevice: [Int: [Place]] = [:]
  private var byPort: [Listener: [Place]] = [:]
  private var byHost: [IPAddress: [Place]] = [:]
  /// Peers by the single addresses that lie behind them.
  private var byAllowedHost: [IPAddress: [PlacedTunnel]] = [:]

  init(_ routers: [RouterEnds], _ tunnels: [PlacedTunnel], _ owners: AddressOwners) {
    self.routers = routers
    self.tunnels = tunnels
    self.owners = owners
    for tunnel in tunnels where tunnel.end.isOn { add(tunnel) }
    for (place, group) in groups.sorted(by: { $0.key < $1.key }) {
      if let own = group.own { byOwnKey[own, default: []].append(place) }
      byDevice[place.device, default: []].append(place)
      byPort[Listener(device: place.device, port: group.port), default: []].append(place)
      for host in group.hosts { byHost[host, default: []].append(place) }
    }
  }

  private mutating func add(_ tunnel: PlacedTunnel) {
    guard let keys = tunnel.end.keys else { return }
    let place = Place(device: tunnel.device, interface: keys.interface)
    var group = groups.removeValue(forKey: place) ?? Group()
    if group.all.isEmpty {
      (group.hosts, group.own, group.port) = (tunnel.end.hosts, keys.own, keys.port)
    }
    group.all.append(tunnel)
    if let far = keys.far { group.byKey[far, default: []].append(tunnel) }
    for prefix in keys.allowed {
      group.byAllowed.update(prefix, from: []) { if $0.count < 2 { $0.append(tunnel) } }
      if prefix.isHost {
        byAllowedHost[prefix.network, default: []].append(tunnel)
      }
    }
    groups[place] = group
  }

  func pair() -> [Row.ID: FoundEnd] {
    Dictionary(tunnels.map { ($0.id, farEnd(of: $0)) }) { first, _ in first }
  }

  private func farEnd(of tunnel: PlacedTunnel) -> FoundEnd {
    guard let keys = tunnel.end.keys else { return .unanswered }
    if let places = keys.far.flatMap({ byOwnKey[$0] }) {
      guard places.count == 1, places[0].device != tunnel.device else {
        return .unknown(.ambiguousEnd("with that key"))
      }
      let far = peer(on: places[0], of: tunnel)
      return far.map { .paired($0.id, .publicKey) } ?? .unanswered
    }
    if let far = byEndpoint(tunnel, keys) { return .paired(far.id, .endpoints) }
    if let far = byInside(tunnel, keys) { return .paired(far.id, .addressesInside) }
    return .unknown(.noKey(tunnel.end.title))
  }

  /// The peer of an interface that stands for us.
  private func peer(on place: Place, of tunnel: PlacedTunnel) -> PlacedTunnel? {
    guard let group = groups[place] else { return nil }
    if let own = tunnel.end.keys?.own, let same = group.byKey[own] {
      return same.count == 1 ? same[0] : nil
    }
    let inside = tunnel.end.hosts.prefix(Self.greatestNumber)
      .flatMap { group.byAllowed.narrowest(holding: $0) ?? [] }
    let peers = inside.isEmpty ? group.all : inside
    return peers.count == 1 && mayBe(peers[0], tunnel) ? peers[0] : nil
  }

  /// Whether no key that is known tells two ends apart.
  private func mayBe(_ far: PlacedTunnel, _ tunnel: PlacedTunnel) -> Bool {
    func differ(_ known: String?, _ expected: String?) -> Bool {
      known != nil && expected != nil && known != expected
    }
    return far.device != tunnel.device
      && !differ(tunnel.end.keys?.own, far.end.keys?.far)
      && !differ(far.end.keys?.own, tunnel.end.keys?.far)
  }

  private func byEndpoint(_ tunnel: PlacedTunnel, _ keys: WireGuardKeys) -> PlacedTunnel? {
    let holders =
      tunnel.end.endpoint.map { owners.owners(of: $0, but: tunnel.device) } ?? []
    guard holders.count == 1 else { return nil }
    let ports = keys.farPort.map { Set([$0, nil]) } ?? []
    let places =
      keys.farPort == nil
      ? byDevice[holders[0]] ?? []
      : ports.flatMap { byPort[Listener(device: holders[0], port: $0)] ?? [] }
    return places.count == 1 ? peer(on: places[0], of: tunnel) : nil
  }

  private func byInside(_ tunnel: PlacedTunnel, _ keys: WireGuardKeys) -> PlacedTunnel? {
    var found: [Row.ID: PlacedTunnel] = [:]
    for host in keys.allowed.prefix(Self.greatestNumber)
    where host.isHost {
      let places = (byHost[host.network] ?? []).filter { $0.device != tunnel.device }
      guard places.count == 1, let far = peer(on: places[0], of: tunnel) else { continue }
      found[far.id] = far
    }
    for own in tunnel.end.hosts.prefix(Self.greatestNumber) {
      let peers = (byAllowedHost[own] ?? []).prefix(Self.greatestNumber).filter { far in
        mayBe(far, tunnel) && keys.allowed.contains { far.end.hosts.contains(where: $0.contains) }
      }
      for far in peers { found[far.id] = far }
    }
    return found.count == 1 ? found.values.first : nil
  }
}

extension WireGuardPairing.Place: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.device, left.interface) < (right.device, right.interface)
  }
}

extension Cause {
  fileprivate static func noKey(_ title: String) -> Cause {
    Cause(
      "no export here has the public key, the endpoint or the address inside that \(title) leads to",
      remedy: "audit the export of the far end, too, or compare the public keys by hand")
  }
}
