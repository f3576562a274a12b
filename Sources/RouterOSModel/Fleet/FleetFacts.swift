/// What a project says of its routers that no export tells; devices are meant by their place in the fleet.
public struct FleetFacts: Sendable {
  /// Routers that belong together, and the paths between them.
  public struct Site: Sendable {
    /// Its name.
    public let name: String
    /// Its routers.
    public let devices: Set<Int>
    /// The paths, the main one first.
    public let paths: [Path]
    /// The networks that are promised to the other routers.
    public let lans: [LAN]
    /// The names of routers whose exports are not here.
    public let absent: [String]

    /// A site of these parts.
    public init(
      name: String, devices: Set<Int>, paths: [Path], lans: [LAN] = [], absent: [String] = []
    ) {
      self.name = name
      self.devices = devices
      self.paths = paths
      self.lans = lans
      self.absent = absent
    }
  }

  /// A network of a router that the others of its site are to reach.
  public struct LAN: Hashable, Sendable {
    /// The router.
    public let device: Int
    /// The network.
    public let prefix: IPPrefix

    /// A network of a router.
    public init(device: Int, prefix: IPPrefix) {
      self.device = device
      self.prefix = prefix
    }
  }

  /// One way between the routers of a site, or out of it.
  public struct Path: Sendable {
    /// Its name.
    public let name: String
    /// What must be looked at to know whether it works: `gateway` or `beyond-gateway`; nil when nobody says.
    public let watch: String?
    /// The interfaces it goes by, by router.
    public let interfaces: [Int: Set<String>]

    /// A path of these parts.
    public init(name: String, watch: String?, interfaces: [Int: Set<String>]) {
      self.name = name
      self.watch = watch
      self.interfaces = interfaces
    }
  }

  /// The sites; a router may be in one of them.
  public var sites: [Site] = []
  /// Networks of peers that are not ours.
  public var others: [IPPrefix] = []
  /// The interfaces behind which nobody is trusted, by router; for the others the exports tell.
  public var untrusted: [Int: Set<String>] = [:]
  /// The addresses that others reach a router by beside its own, where that is said.
  public var knownAs: [Int: [String]] = [:]
  /// What the project calls a router, where that is said.
  public var names: [Int: String] = [:]

  /// Nothing but what the exports tell.
  public init() {}

  /// The site of a router; nil when it is in none.
  public func site(of device: Int) -> Site? { sites.first { $0.devices.contains(device) } }

  /// What is said of a row beside its own cells.
  func cells(of row: Row, in view: View, of device: Int) -> [String: Cell] {
    let site = site(of: device)
    // Most runs say nothing, and to ask a row may be costly.
    if site == nil, untrusted[device] == nil { return [:] }
    var cells = ["site": Cell(site?.name)]
    let names = view.columnsOfInterface.compactMap { row.text($0) }
    let place = site?.path(of: device, holding: names)
    if view == .tunnels, let site { cells["transport-path"] = site.transport(of: row, on: device) }
    let path = place.flatMap { site?.paths[$0] }
    let doubt = view.columnsOfInterface.lazy.compactMap { row.cell($0)?.doubt }.first
    if path == nil, site != nil, let doubt {
      for (column, type) in [("path", ValueType.text), ("rank", .choice), ("watch", .choice)] {
        cells[column] = Cell(.unknown(doubt), type)
      }
    } else {
      cells["path"] = Cell(path?.name)
      cells["rank"] = Cell(place.map { $0 == 0 ? "main" : "backup" }, .choice)
      cells["watch"] = Cell(path?.watch, .choice)
    }
    let pathsHere = site?.paths.count { $0.interfaces[device] != nil } ?? 0
    if pathsHere > 1, row.cell("fails-over") != nil { cells["fails-over"] = Cell(true) }
    if let untrusted = untrusted[device], row.cell("trust") != nil, !names.isEmpty {
      cells["trust"] = Cell(untrusted.isDisjoint(with: names) ? "trusted" : "untrusted", .choice)
    }
    return cells
  }

  /// What all tunnels of a router are known by, when the project says it; `row` is one of them.
  func knownAs(_ row: Row, of device: Int) -> Cell? {
    guard let listed = knownAs[device], let own = row.cell("known-as") else { return nil }
    return Cell(.known(own.certain + listed), own.type)
  }
}

extension FleetFacts.Site {
  /// The first path of a router that goes by any of these interfaces.
  fileprivate func path(of device: Int, holding names: [String]) -> Int? {
    paths.firstIndex { path in
      path.interfaces[device].map { !$0.isDisjoint(with: names) } ?? false
    }
  }

  /// The path that the outer packets of a tunnel take.
  fileprivate func transport(of tunnel: Row, on device: Int) -> Cell {
    let carriers = tunnel.cell("carried-by") ?? .none
    if let doubt = carriers.doubt { return Cell(.unknown(doubt), .text) }
    let places = Set(carriers.texts.map { path(of: device, holding: [$0]) })
    if places.count > 1 { return Cell("varies") }
    return Cell(places.first.flatMap { $0 }.map { paths[$0].name })
  }
}

extension View {
  /// The columns that name the interface by which a row belongs to a path.
  fileprivate var columnsOfInterface: [String] {
    switch self {
    case .addresses, .dhcpServers: ["interface"]
    case .bgpSessions, .defaultRoutes, .routes: ["egress"]
    case .interfaces, .wifi: ["name"]
    case .tunnels: ["name", "bridge"]
    case .firewallRules, .items, .lanRoutes, .names, .secrets, .services, .users, .values: []
    }
  }
}
