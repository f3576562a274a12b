/// What is found of tunnels when it is first asked for: how their outer packets travel, and what looks
/// along them.
struct TunnelFacts {
  static let columns: Set<String> = [
    "backs-up", "carried-by", "inside-itself", "mtu-room", "pinned", "ports-are", "transport",
    "transport-route", "watched",
  ]

  private var ways: WaysOut
  private let room: TunnelRoom
  private let watchers: AddressWatchers
  private let surroundings: Surroundings
  private let gapInInterfaces: Cause?
  private let backups: TunnelBackups
  private let loops: TunnelLoops
  /// How many rows were asked for, which is done in their order.
  private var place = 0

  init(_ views: RouterViews) {
    var ways = WaysOut(views)
    loops = TunnelLoops(views, &ways)
    self.ways = ways
    backups = TunnelBackups(views)
    room = TunnelRoom(views.surroundings)
    watchers = views.watchers
    surroundings = views.surroundings
    gapInInterfaces = views.configuration.incompleteness(of: .interfaces)
  }

  /// The cells of the next tunnel.
  mutating func cells(of tunnel: Row) -> [String: Cell] {
    let transport = TunnelTransport(of: tunnel, &ways)
    defer { place += 1 }
    return [
      "backs-up": backups.cell(of: tunnel), "carried-by": transport.way.interfaces,
      "inside-itself": loops.cell(of: place), "mtu-room": room.cell(of: tunnel, transport),
      "pinned": transport.isPinned, "ports-are": kindOfPorts(of: tunnel),
      "transport": transport.way.interface, "transport-route": transport.way.network,
      "watched": watchers.cell(of: tunnel),
    ]
  }

  /// What the bridge that a tunnel is made a port of consists of.
  private func kindOfPorts(of tunnel: Row) -> Cell {
    let bridge = tunnel.cell("bridge") ?? .none
    if let doubt = bridge.doubt { return Cell(.unknown(doubt), .choice) }
    guard let name = bridge.text else { return Cell(.unset, .choice) }
    if let gapInInterfaces { return Cell(.unknown(gapInInterfaces), .choice) }
    return surroundings.interface(name)?.cell("ports-are") ?? Cell(.unset, .choice)
  }
}
