/// One row for each server of DHCP, with what it takes from its pool, network and interface.
struct DHCPServerRows {
  private let configuration: Configuration
  private let pools: NamedEntries
  /// The enabled addresses of each interface.
  private let addresses: [String: [Row]]
  /// The addresses of VRRP on each interface.
  private let virtual: [String: [Row]]
  private let masters: [String: Cell]
  /// The interfaces that have networks which nobody wrote.
  private let surroundings: Surroundings
  private var networks = PrefixTable<[Entry]>()

  init(_ views: RouterViews) {
    configuration = views.configuration
    pools = NamedEntries(of: "/ip/pool", in: configuration)
    surroundings = views.surroundings
    var masters: [String: Cell] = [:]
    var carriers: [String: String] = [:]
    for row in views[.interfaces] {
      guard let name = row.text("name") else { continue }
      if let master = row.cell("slave-of"), master.text != nil || master.doubt != nil {
        masters[name] = master
      }
      if row.text("type") == "vrrp" { carriers[name] = row.text("parent") }
    }
    self.masters = masters
    let enabled = views[.addresses].filter {
      $0.text("family") == "ip" && $0.text("disabled") != "yes"
    }
    // RouterOS takes an address on a port for one of the bridge.
    addresses = Dictionary(grouping: enabled) { row in
      row.text("interface").map { masters[$0]?.text ?? $0 } ?? ""
    }
    virtual = Dictionary(grouping: enabled) { row in
      row.text("interface").flatMap { carriers[$0] } ?? ""
    }
    for network in configuration.entries("/ip/dhcp-server/network") {
      guard let prefix = network.value("address").text.flatMap({ IPPrefix($0) }) else { continue }
      networks.update(prefix, from: []) { $0.append(network) }
    }
  }

  var rows: [Row] {
    configuration.entries("/ip/dhcp-server").map { server in
      Row(
        server.value("name").text ?? "server", entry: server, place: server.place,
        cells: cells(of: server))
    }
  }

  private func cells(of server: Entry) -> [String: Cell] {
    let interface = server.value("interface").text ?? ""
    let pool = DHCPPool(server, pools)
    let prefixes = addresses[interface, default: []].compactMap { $0.cell("prefix") }
    let doubt =
      prefixes.lazy.compactMap(\.doubt).first
      ?? (surroundings.networks.isGiven(interface, .ip) ? .givenNetwork(interface) : nil)
    let network = self.network(of: server, pool, prefixes)
    func setting(_ property: String, _ type: ValueType) -> Cell {
      switch network {
      case .found(let entry): Cell(property, of: entry).given(by: "network '\(entry.title)'")
      case .none: Cell(.unset, type)
      case .unknown(let cause): Cell(.unknown(cause), type)
      }
    }
    let texts = prefixes.compactMap(\.text)
    return [
      "dns-server": setting("dns-server", .list), "gateway": setting("gateway", .list),
      "network": setting("address", .prefix),
      "prefix": doubt.map { Cell(atLeast: texts, $0, .set) }
        ?? Cell(texts.isEmpty ? .unset : .known(texts), .set, at: prefixes.first?.evidence),
      "ranges": pool.cell,
      "reserved": ReservedAddresses(
        pool, addresses[interface, default: []], virtual[interface, default: []],
        gateways: setting("gateway", .list)
      ).cell,
      "slave-of": masters[interface] ?? Cell(.unset, .name),
    ]
  }

  private enum Network {
    case found(Entry)
    case none
    case unknown(Cause)
  }

  /// The settings that clients get: of the smallest network that holds what they are handed out, which is
  /// an address of the pool, or without one a leased address on the prefix of the interface.
  private func network(of server: Entry, _ pool: DHCPPool, _ prefixes: [Cell]) -> Network {
    if let cause = pool.doubt { return .unknown(cause) }
    let address =
      pool.ranges.first?.lowerBound
      ?? prefixes.lazy.compactMap(\.text).first.flatMap { IPPrefix($0) }?.network
    guard let address else { return .none }
    let holders = networks.prefixes(holding: address)
    guard let smallest = holders.max(by: { $0.length < $1.length }),
      let entry = networks[smallest]?.first
    else { return .none }
    return .found(entry)
  }
}

extension Cause {
  fileprivate static func givenNetwork(_ interface: String) -> Cause {
    Cause(
      "'\(interface)' is given a network while the router runs",
      remedy: "look at /ip address print on the router")
  }
}
