import SourceText

/// The networks that a router is connected to, as far as lines tell, and what may connect it to more.
struct NeighbourNetworks {
  /// A network within one routing table.
  private struct Place: Hashable {
    let prefix: IPPrefix
    let table: String
  }

  /// What is known of an address of a neighbour.
  struct Answer {
    /// Whether it lies in a connected network.
    let isOnLink: Cell
    /// The interface it is behind; nil when that is none, or not known.
    let interface: String?
  }

  private var networks = PrefixTable<Bool>()
  /// The interface of each network; nil stands for several.
  private var interfaces: [Place: String?] = [:]
  private var evidence: [Place: Span] = [:]
  /// Why there may be networks that no line tells, by family.
  private var doubts: [IPAddress.Family: Cause] = [:]

  init(_ views: RouterViews) {
    for row in views[.addresses] where row.text("disabled") != "yes" { add(row) }
    addDynamicSources(of: views.configuration)
  }

  private mutating func add(_ row: Row) {
    let family: IPAddress.Family = row.text("family") == "ip6" ? .ip6 : .ip
    let parts = ["prefix", "interface", "disabled", "routing-table"].map { row.cell($0) }
    if let cause = parts.lazy.compactMap({ $0?.doubt }).first { return doubt(family, cause) }
    guard let prefix = row.text("prefix").flatMap({ IPPrefix($0) }),
      let interface = row.text("interface"), let table = row.text("routing-table")
    else { return }
    networks.update(prefix, from: true) { _ in }
    let place = Place(prefix: prefix, table: table)
    if let known = interfaces[place], known != interface {
      interfaces[place] = .some(nil)
    } else {
      interfaces[place] = interface
    }
    evidence[place] = evidence[place] ?? row.cell("prefix")?.evidence
  }

  private mutating func doubt(_ family: IPAddress.Family, _ cause: Cause) {
    doubts[family] = doubts[family] ?? cause
  }

  private mutating func addDynamicSources(of configuration: Configuration) {
    for interface in configuration.lteInterfaces() { doubt(.ip, .dynamicNetwork(interface.name)) }
    let menus =
      [("/ip/dhcp-client", IPAddress.Family.ip), ("/ipv6/dhcp-client", .ip6)]
      + pppClients.map { ($0.menu, .ip) }
    for (menu, family) in menus {
      for entry in configuration.entries(menu)
      where entry.isWritten && entry.value("disabled").text != "yes" {
        let name = entry.value(menu.hasSuffix("dhcp-client") ? "interface" : "name").text
        doubt(family, .dynamicNetwork(name ?? "an interface"))
      }
    }
    let accounts = configuration.entries("/ppp/secret")
    if accounts.contains(where: { $0.value("disabled").text != "yes" }) { doubt(.ip, .callers) }
  }

  /// Whether `address` is on a connected network of a routing table.
  func answer(_ address: IPAddress, in table: Cell) -> Answer {
    guard let name = table.text else {
      let cause = table.doubt ?? .callers
      return Answer(isOnLink: Cell(.unknown(cause), .boolean), interface: nil)
    }
    let places = networks.prefixes(holding: address).map { Place(prefix: $0, table: name) }
      .filter { interfaces[$0] != nil }
    if let best = places.max(by: { $0.prefix.length < $1.prefix.length }) {
      return Answer(
        isOnLink: Cell(true, at: evidence[best]), interface: interfaces[best].flatMap { $0 })
    }
    if let cause = doubts[address.family] {
      return Answer(isOnLink: Cell(.unknown(cause), .boolean), interface: nil)
    }
    return Answer(isOnLink: Cell(false), interface: nil)
  }

  /// Why the connected networks of a family are not all known; nil when they are.
  func doubt(of family: IPAddress.Family) -> Cause? { doubts[family] }
}

extension Cause {
  fileprivate static func dynamicNetwork(_ interface: String) -> Cause {
    Cause(
      "'\(interface)' takes its network from the other side, and no line of the export tells which",
      remedy: "look at /ip address print on the router")
  }

  fileprivate static let callers = Cause(
    "callers of PPP add connected addresses that no line of the export tells",
    remedy: "look at /ip address print on the router")
}
