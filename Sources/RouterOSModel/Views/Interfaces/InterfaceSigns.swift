extension Configuration {
  /// The interfaces that lead into one's own network, as far as lines show it: the router speaks a routing
  /// protocol of the inside there, or looks there for the controller of its radios.
  func interfacesOfOwnNetwork(_ lists: InterfaceLists) -> Set<String> {
    var found: Set<String> = []
    for (menu, property) in Self.inside {
      for entry in entries(menu) where entry.isWritten && entry.value("disabled").text != "yes" {
        let isListening = entry.value("passive").text.map { $0 != "no" } ?? false
        if isListening { continue }
        for name in Cell(property, of: entry).texts where name != "all" {
          found.formUnion([name] + lists.members(of: name))
        }
      }
    }
    for menu in ["/interface/wireless/cap", "/interface/wifi/cap"] {
      for entry in entries(menu) where entry.value("enabled").text == "yes" {
        for name in Cell("discovery-interfaces", of: entry).texts {
          found.formUnion([name] + lists.members(of: name))
        }
      }
    }
    return found
  }

  private static let inside = [
    ("/routing/isis/interface-template", "interfaces"), ("/routing/ospf/interface", "interface"),
    ("/routing/ospf/interface-template", "interfaces"), ("/routing/rip/interface", "interface"),
    ("/routing/rip/interface-template", "interfaces"),
  ]

  /// The ports of bridges that lines name. A client of DHCP on one does not run (MikroTik's manual, "Layer2
  /// misconfiguration").
  func namedBridgePorts() -> [String: String] {
    Dictionary(
      entries("/interface/bridge/port").compactMap { port in
        guard port.value("disabled").text != "yes", let name = port.value("interface").text,
          let bridge = port.value("bridge").text
        else { return nil }
        return (name, bridge)
      }, uniquingKeysWith: { first, _ in first })
  }
}

/// The interfaces that written default routes of IPv4 leave by: those that they name, and those of the
/// networks that hold their gateways. Worked out when a rule of NAT leaves open what it hides, as few do.
struct WaysOutOfDefaultRoutes {
  private let configuration: Configuration
  private(set) lazy var interfaces = found()

  init(_ configuration: Configuration) { self.configuration = configuration }

  private func found() -> Set<String> {
    let addresses = configuration.entries("/ip/address")
      .filter { $0.value("disabled").text != "yes" }
    var found: Set<String> = []
    for route in configuration.entries("/ip/route") where route.isWritten && route.leadsOut {
      for text in Cell("gateway", of: route).texts {
        guard let gateway = Gateway(text) else { continue }
        if let name = gateway.interface {
          found.insert(name)
        } else if let hop = gateway.address {
          found.formUnion(addresses.lazy.filter { $0.reaches(hop) }.compactMap(\.interface))
        }
      }
    }
    return found
  }
}

extension Entry {
  fileprivate var interface: String? { value("interface").text }

  /// Whether a route of IPv4 is in use and takes packets to everywhere to a gateway.
  fileprivate var leadsOut: Bool {
    let destination = Cell("dst-address", of: self).texts
    return value("disabled").text != "yes"
      && (destination.isEmpty || destination.contains(where: IPAddress.Family.ip.isEverywhere))
  }

  /// Whether an address makes a host a neighbour.
  fileprivate func reaches(_ host: IPAddress) -> Bool {
    guard let own = value("address").text.flatMap({ InterfaceAddress($0) }) else { return false }
    if own.length == 32 { return value("network").text.flatMap { IPAddress($0) } == host }
    return own.prefix.contains(host)
  }
}
