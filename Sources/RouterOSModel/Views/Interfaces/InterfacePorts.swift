/// The ports of bridges and bonds, and the physical port that each interface comes down to.
struct InterfacePorts {
  /// The bridge or bond that each interface is a port of, by its place.
  private(set) var masters: [Int: Cell] = [:]
  /// The ports of each bridge and bond, by the name of that.
  private(set) var members: [String: [String]] = [:]
  /// The bridges that tunnels without a name become ports of: those that somebody dials into.
  private var dialledInto: Set<String> = []
  /// Why a bridge may have more ports than are known; nil when it has not.
  private(set) var doubt: Cause?
  private var physical: [PhysicalPort] = []
  private let interfaces: KnownInterfaces

  init(_ interfaces: KnownInterfaces, _ lists: InterfaceLists, in configuration: Configuration) {
    self.interfaces = interfaces
    addBridgePorts(lists, configuration)
    addBonds(configuration)
    addTunnels(configuration)
    addBridged()
    findPhysicalPorts()
  }

  /// The physical port that the interface at `place` comes down to; unset when there are several, or none.
  func port(of place: Int) -> Cell {
    switch physical[place] {
    case .none, .several: Cell(nil, .interface)
    case .one(let name): Cell(name, .interface)
    case .unknown(let cause): Cell(.unknown(cause), .interface)
    }
  }

  /// What the ports of a bridge or bond are: `none`, `tunnels`, `ethernet` (no tunnel among them) or `mixed`.
  func kindOfPorts(of name: String) -> Cell {
    if let doubt { return Cell(.unknown(doubt), .choice) }
    var kinds: Set<String> = dialledInto.contains(name) ? ["tunnels"] : []
    for member in members[name] ?? [] {
      let isTunnel = interfaces[member].map { InterfaceKind.tunnels.contains($0.type) } ?? false
      kinds.insert(isTunnel ? "tunnels" : "ethernet")
    }
    return Cell(kinds.count > 1 ? "mixed" : kinds.first ?? "none", .choice)
  }

  private mutating func join(_ member: String, _ master: Cell) {
    guard let place = interfaces.place(of: member), masters[place] == nil else { return }
    masters[place] = master
    if let name = master.text { members[name, default: []].append(member) }
  }

  private mutating func addBridgePorts(_ lists: InterfaceLists, _ configuration: Configuration) {
    let ports = configuration.entries("/interface/bridge/port").filter { $0.selector == nil }
    var expanded: Set<String> = []
    // What a line names goes before what a list holds.
    for isList in [false, true] {
      for port in ports where port.value("disabled").text != "yes" {
        let name = Cell("interface", of: port)
        let uncertain = [name, Cell("bridge", of: port), Cell("disabled", of: port)]
        if let cause = uncertain.lazy.compactMap(\.writtenDoubt).first { doubt = doubt ?? cause }
        guard let name = name.text, (interfaces[name] == nil) == isList,
          !isList || expanded.insert(name).inserted
        else { continue }
        let names = isList ? lists.members(of: name) : [name]
        for name in names { join(name, Cell("bridge", of: port)) }
      }
    }
  }

  private mutating func addBonds(_ configuration: Configuration) {
    for bond in configuration.entries("/interface/bonding") {
      let slaves = Cell("slaves", of: bond)
      if let cause = slaves.writtenDoubt { doubt = doubt ?? cause }
      for slave in slaves.texts { join(slave, Cell("name", of: bond)) }
    }
  }

  /// PPP profiles and datapaths of radios name a bridge, too, that the interface becomes a port of.
  private mutating func addTunnels(_ configuration: Configuration) {
    let bridges = TunnelBridges(configuration)
    for (menu, kind) in pppClients {
      for client in configuration.entries(menu) where client.value("disabled").text != "yes" {
        let bridge = bridges.bridge(of: client, kind, "client")
        if let cause = bridge.doubt { doubt = doubt ?? cause }
        guard let name = client.value("name").text, let bridge = bridge.bridged else { continue }
        join(name, bridge)
      }
    }
    for account in configuration.entries("/ppp/secret")
    where account.value("disabled").text != "yes" {
      let service = account.value("service").text ?? "any"
      let bridge = bridges.bridge(of: account, service, "server")
      if let cause = bridge.doubt { doubt = doubt ?? cause }
      if let name = bridge.bridged?.text { dialledInto.insert(name) }
    }
  }

  private mutating func addBridged() {
    for interface in interfaces.all {
      guard let entry = interface.entry else { continue }
      let property = interface.type == "vxlan" ? "bridge" : "datapath.bridge"
      if let bridge = Cell(property, of: entry).bridged { join(interface.name, bridge) }
    }
  }

  private mutating func findPhysicalPorts() {
    let below = interfaces.all.map { interface -> [Int] in
      let parts = interface.parent.texts + (members[interface.name] ?? [])
      return parts.compactMap(interfaces.place)
    }
    physical = Array(repeating: .none, count: below.count)
    for group in StronglyConnected(below).groups {
      var port = PhysicalPort.none
      for place in group {
        port.add(ownPort(of: place))
        for part in below[place] { port.add(physical[part]) }
      }
      for place in group { physical[place] = port }
    }
  }

  private func ownPort(of place: Int) -> PhysicalPort {
    let interface = interfaces.all[place]
    if let cause = interface.parent.doubt { return .unknown(cause) }
    if interface.parent.text != nil { return .none }
    if interface.type == "bridge", let doubt { return .unknown(doubt) }
    return InterfaceKind.ports.contains(interface.type) ? .one(interface.name) : .none
  }
}

/// The physical ports that an interface comes down to.
private enum PhysicalPort {
  case none
  case one(String)
  case several
  case unknown(Cause)

  mutating func add(_ other: PhysicalPort) {
    switch (self, other) {
    case (.unknown, _), (_, .none), (.several, .one): return
    case (_, .unknown), (.none, _), (_, .several): self = other
    case (.one(let name), .one(let otherName)): if name != otherName { self = .several }
    }
  }
}

extension Cell {
  /// The cell if it names a bridge.
  fileprivate var bridged: Cell? { text == nil || text == "" || text == "none" ? nil : self }
}
