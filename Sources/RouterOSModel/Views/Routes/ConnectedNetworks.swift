/// The networks that a router is connected to, as far as its export writes them, and the interfaces that
/// may have others.
struct ConnectedNetworks: Sendable {
  /// What is known of one network.
  struct Network: Sendable {
    /// The interfaces whose addresses lie in it.
    var interfaces: Set<String> = []
    /// Why it may not be connected; nil when it is.
    var doubt: Cause?
  }

  private var everywhere = PrefixTable<Network>()
  private var tables: [String: PrefixTable<Network>] = [:]
  private var hosts: [IPAddress: Cause?] = [:]
  /// The interfaces that have a network nobody wrote, with the reason, for each family.
  private var unknown: [IPAddress.Family: [String: String]] = [:]
  private var firstUnknown: [IPAddress.Family: String] = [:]

  /// `addresses` are the rows of their view; those on interfaces that are down do not count.
  init(
    _ configuration: Configuration, _ addresses: [Row], isDown: (String) -> Bool = { _ in false }
  ) {
    for row in addresses { add(row, isDown) }
    for (menu, family) in [("/ip/dhcp-client", IPAddress.Family.ip), ("/ipv6/dhcp-client", .ip6)] {
      for client in configuration.entries(menu)
      where client.isWritten && client.value("disabled").text != "yes" {
        guard let interface = client.value("interface").text, !isDown(interface) else { continue }
        noteUnknown(interface, "comes by DHCP", family)
      }
    }
  }

  private mutating func add(_ row: Row, _ isDown: (String) -> Bool) {
    guard row.text("disabled") != "yes", let interface = row.text("interface"), !isDown(interface)
    else { return }
    let family: IPAddress.Family = row.text("family") == "ip6" ? .ip6 : .ip
    let isFromPool = row.cell("from-pool")?.evidence != nil
    guard let prefix = row.text("prefix").flatMap({ IPPrefix($0) }), !isFromPool else {
      if isFromPool || row.cell("prefix")?.doubt != nil {
        noteUnknown(interface, "is worked out by the router", family)
      }
      return
    }
    let doubt = row.cell("disabled")?.doubt ?? row.cell("routing-table")?.doubt
    everywhere.update(prefix, from: Network()) { $0.add(interface, doubt) }
    let table = row.text("routing-table") ?? "main"
    tables[table, default: PrefixTable()].update(prefix, from: Network()) {
      $0.add(interface, doubt)
    }
    if let host = row.text("host").flatMap({ IPAddress($0) }), hosts[host] != .some(nil) {
      hosts[host] = .some(doubt)
    }
  }

  /// Notes that an interface may have a network that nobody wrote.
  mutating func noteUnknown(_ interface: String, _ reason: String, _ family: IPAddress.Family) {
    unknown[family, default: [:]][interface] = reason
    firstUnknown[family] = min(firstUnknown[family] ?? interface, interface)
  }

  /// The networks of any table that hold an address.
  func prefixes(holding address: IPAddress) -> [IPPrefix] { everywhere.prefixes(holding: address) }

  /// The interfaces that have addresses in exactly this network, in any table.
  func interfaces(in prefix: IPPrefix) -> Set<String> { everywhere[prefix]?.interfaces ?? [] }

  /// The longest network of a table that holds an address.
  func longest(holding address: IPAddress, in table: String) -> (prefix: IPPrefix, Network)? {
    guard let networks = tables[table],
      let prefix = networks.prefixes(holding: address).max(by: { $0.length < $1.length }),
      let network = networks[prefix]
    else { return nil }
    return (prefix, network)
  }

  /// Whether an address is one of the router itself: unknown when that address may be switched off.
  func isOwn(_ address: IPAddress) -> Cell {
    guard let doubt = hosts[address] else { return Cell(false) }
    return doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(true)
  }

  /// The addresses of the router itself that lines write, in order.
  var ownHosts: [IPAddress] { hosts.keys.sorted() }

  /// The first interface, by name, that has a network nobody wrote; nil when none has.
  func firstUnknown(_ family: IPAddress.Family) -> String? { firstUnknown[family] }

  /// The same among all interfaces but some.
  func firstUnknown(_ family: IPAddress.Family, beside interfaces: Set<String>) -> String? {
    unknown[family]?.keys.filter { !interfaces.contains($0) }.min()
  }

  /// Whether an interface has a network of a family that nobody wrote.
  func isGiven(_ interface: String, _ family: IPAddress.Family) -> Bool {
    unknown[family]?[interface] != nil
  }

  /// Why a gateway may be reached by an interface after all; nil when it is not.
  func doubt(of interface: String, holding gateway: IPAddress) -> Cause? {
    guard let reason = unknown[gateway.family]?[interface] else { return nil }
    return Cause(
      "the network of '\(interface)' \(reason), and may hold gateway \(gateway)",
      remedy: "write the gateway as \(gateway)%\(interface) if it does")
  }
}

extension ConnectedNetworks.Network {
  fileprivate mutating func add(_ interface: String, _ doubt: Cause?) {
    if interfaces.isEmpty || doubt == nil { self.doubt = doubt }
    interfaces.insert(interface)
  }
}
