/// Which tunnels are sent into themselves: the best way to their far end leads into them, or into other tunnels
/// and by these back into them, or does so as soon as the first way is gone, though another is left.
struct TunnelLoops {
  private let members: [LoopMember]
  private let isInCircle: Set<Int>
  private let learned: LearnedRoutes
  private let routes: [Row]

  init(_ views: RouterViews, _ ways: inout WaysOut) {
    let members = views[.tunnels].map { LoopMember($0, &ways) }
    var carriers: [String: [Int]] = [:]
    for (place, member) in members.enumerated() where member.isOn {
      for name in member.own.names { carriers[name, default: []].append(place) }
    }
    // What several tunnels share, as a bridge, leads into none of them for certain.
    let next = members.map { member -> [Int] in
      guard member.isOn, member.way.choices.count == 1, member.way.doubt == nil else { return [] }
      let found = carriers[member.way.choices[0].interface] ?? []
      return found.count == 1 ? found : []
    }
    isInCircle = Set(StronglyConnected(next).groups.filter { $0.count > 1 }.joined())
    self.members = members
    learned = LearnedRoutes(views)
    routes = views[.routes]
  }

  /// Whether the outer packets of the tunnel at a place of its view are sent into it.
  func cell(of place: Int) -> Cell {
    let member = members[place]
    if !member.isOn { return Cell(.unset, .boolean) }
    if let doubt = member.doubt { return Cell(.unknown(doubt), .boolean) }
    guard let address = member.address, !member.own.names.isEmpty else {
      return Cell(.unset, .boolean)
    }
    let inside = member.way.choices.filter { member.own.names.contains($0.interface) }
    if inside.isEmpty {
      if isInCircle.contains(place) { return Cell(true) }
      if let detour = member.way.detour(into: member.own.names) {
        return told(by: detour, of: member, address)
      }
      if !member.way.isOwnRoute, learned.mayCome(by: member.own.names) {
        return Cell(.unknown(.announced(address)), .boolean)
      }
      return member.way.doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(false)
    }
    guard member.way.doubt == nil, inside.count == member.way.choices.count else {
      return Cell(.unknown(member.way.doubt ?? .shared(address)), .boolean)
    }
    return told(by: inside[0], of: member, address)
  }

  /// What a way says that leads into the tunnel.
  private func told(
    by way: BestWay.Choice, of member: LoopMember, _ address: IPAddress
  ) -> Cell {
    let route = way.route.map { routes[$0] }
    if let route, route.entry?.place == member.tunnel.place {
      return Cell(.unknown(.ownDefault(address)), .boolean)
    }
    return Cell(true, at: route?.cell("gateway")?.evidence ?? route?.place)
  }
}

/// A tunnel, and how its outer packets travel.
private struct LoopMember {
  let tunnel: Row
  let own: OwnInterfaces
  let address: IPAddress?
  let way: BestWay
  /// Why nothing can be told of it; nil when something can.
  let doubt: Cause?

  var isOn: Bool { tunnel.text("disabled") != "yes" }

  init(_ tunnel: Row, _ ways: inout WaysOut) {
    self.tunnel = tunnel
    own = OwnInterfaces(of: tunnel)
    let endpoint = OuterEndpoint(of: tunnel)
    address = endpoint.address
    doubt = endpoint.doubt ?? (endpoint.address == nil ? nil : own.doubt)
    way =
      tunnel.text("disabled") == "yes"
      ? BestWay() : endpoint.address.map { ways.best(to: $0, in: endpoint.table) } ?? BestWay()
  }
}

/// By which interfaces routes may come in that other routers announce.
private struct LearnedRoutes {
  private var interfaces: Set<String> = []
  private var isAnywhere = false

  init(_ views: RouterViews) {
    isAnywhere = views.configuration.hasLearnedRoutes(beside: ["/routing/bgp"])
    for session in views[.bgpSessions] where session.text("disabled") != "yes" {
      guard let egress = session.cell("egress") else { continue }
      if let name = egress.text, name != "varies" { interfaces.insert(name) }
      isAnywhere = isAnywhere || egress.doubt != nil || egress.text == "varies"
    }
  }

  func mayCome(by names: [String]) -> Bool {
    isAnywhere || names.contains(where: interfaces.contains)
  }
}

extension Cause {
  fileprivate static func shared(_ address: IPAddress) -> Cause {
    Cause(
      "several routes may lead to \(address), and one of them leads into the tunnel",
      remedy: "write a route to \(address) alone, by the uplink")
  }

  fileprivate static func ownDefault(_ address: IPAddress) -> Cause {
    Cause(
      "nobody documents how a client that adds the default route reaches its far end",
      remedy: "write a route to \(address) by the uplink")
  }
}
