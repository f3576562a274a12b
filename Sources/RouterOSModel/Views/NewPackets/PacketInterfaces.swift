/// An interface that packets of IP come in and leave by.
struct PacketInterface {
  /// The addresses of one family on it, and its networks.
  struct Addressing: Hashable {
    var hosts: [ClosedRange<UInt128>] = []
    var networks: [ClosedRange<UInt128>] = []
    /// Whether it gets addresses while the router runs.
    var isDynamic = false
  }

  let name: String
  let type: String
  /// Its place among the rows of the view.
  let place: Int
  /// Whether it is untrusted; nil where nothing shows anything.
  let trust: Cell?
  /// The table of its VRF.
  let table: Cell
  var addressing: [IPAddress.Family: Addressing] = [:]
}

/// The interfaces of a router that packets of IP come in and leave by: they have an address, or get one while
/// the router runs.
struct PacketInterfaces {
  private(set) var all: [PacketInterface] = []
  /// Where an address of each family may be that is only known while the router runs.
  private var elsewhere: [IPAddress.Family: PacketDestinations] = [:]
  /// Why there may be others; nil when there are none.
  let doubt: [IPAddress.Family: Cause]

  /// `rows` are those of the view of interfaces.
  init(_ views: RouterViews, _ rows: [Row]) {
    let configuration = views.configuration
    var doubt: [IPAddress.Family: Cause] = [:]
    doubt[.ip] = configuration.incompleteness(of: ["/ip/address", "/ip/dhcp-client"])
    doubt[.ip6] = configuration.incompleteness(
      of: ["/ipv6/address", "/ipv6/dhcp-client", "/ipv6/settings"])
    self.doubt = doubt
    let masters = Dictionary(
      rows.compactMap { row in
        row.text("name").flatMap { name in row.text("slave-of").map { (name, $0) } }
      }, uniquingKeysWith: { first, _ in first })
    let found = addressing(views, masters)
    let tables = RoutingTables(configuration)
    for (place, row) in rows.enumerated() {
      guard let name = row.text("name"), let own = found[name], row.text("disabled") != "yes",
        row.text("slave-of") == nil
      else { continue }
      let isTold = views.untrusted != nil || views.interfaceLists.holds("WAN", name)
      all.append(
        PacketInterface(
          name: name, type: row.text("type") ?? "", place: place,
          trust: Self.trust(of: row, isTold: isTold), table: tables.table(of: name),
          addressing: own))
    }
    for family in IPAddress.Family.allCases { elsewhere[family] = elsewhere(in: family) }
  }

  /// Whether those behind an interface are trusted, as far as what they may reach goes: source NAT towards a
  /// tunnel does not show whose network is at its far end.
  private static func trust(of row: Row, isTold: Bool) -> Cell? {
    let trust = row.cell("trust")
    let isTunnel =
      row.text("type").map {
        InterfaceKind.tunnels.subtracting(["ppp-client", "pppoe-client"]).contains($0)
      } ?? false
    if isTunnel, !isTold, trust?.text == "untrusted" {
      return Cell(.unknown(.farEnd(row.text("name") ?? "")), .choice)
    }
    return trust?.doubt == InterfaceTrust.nothing.doubt ? nil : trust
  }

  /// Whether the router shows which of them lead out: those that nothing is shown of then do not. One with
  /// a single interface and private addresses of its own is a machine inside a network.
  var isShown: Bool {
    all.contains { $0.trust?.text == "untrusted" }
      || all.count == 1
        && all[0].addressing.values.allSatisfy { own in
          !own.isDynamic && own.networks.allSatisfy(IPAddress.isPrivate)
        }
  }

  /// Where packets to the router itself go that come in by an interface.
  func own(_ interface: PacketInterface, _ family: IPAddress.Family) -> PacketDestinations {
    destinations(interface.addressing[family]?.hosts, interface, family)
  }

  /// Where packets go that leave by an interface.
  func behind(_ interface: PacketInterface, _ family: IPAddress.Family) -> PacketDestinations {
    destinations(interface.addressing[family]?.networks, interface, family)
  }

  private func destinations(
    _ ranges: [ClosedRange<UInt128>]?, _ interface: PacketInterface, _ family: IPAddress.Family
  ) -> PacketDestinations {
    guard let ranges, ranges.count < Self.most, interface.addressing[family]?.isDynamic == false
    else { return elsewhere[family] ?? PacketDestinations(ranges: [], isOpen: true) }
    return PacketDestinations(ranges: ranges, isOpen: false)
  }

  /// All that no known network holds and that is no address of a single host.
  private func elsewhere(in family: IPAddress.Family) -> PacketDestinations {
    let networks = all.lazy.flatMap { $0.addressing[family]?.networks ?? [] }.prefix(Self.most)
    let never = networks + family.ofNoHost
    let rest = RuleValue.ranges(Array(never), isInverted: true, upTo: family.greatest)
    guard case .ranges(let ranges) = rest else {
      return PacketDestinations(ranges: [], isOpen: true)
    }
    return PacketDestinations(ranges: ranges, isOpen: true)
  }

  /// So many addresses of an interface are told apart.
  private static let most = 256

  private func addressing(_ views: RouterViews, _ masters: [String: String])
    -> [String: [IPAddress.Family: PacketInterface.Addressing]]
  {
    var found: [String: [IPAddress.Family: PacketInterface.Addressing]] = [:]
    for row in views[.addresses] where row.text("in-use") != "no" {
      guard let written = row.text("interface"),
        let family = row.text("family").flatMap(IPAddress.Family.init)
      else { continue }
      let name = masters[written] ?? written
      guard let host = row.text("host").flatMap({ IPAddress($0) }),
        let prefix = row.text("prefix").flatMap({ IPPrefix($0) }), !row.isFromPool
      else {
        found[name, default: [:]][family, default: .init()].isDynamic = true
        continue
      }
      if host.isLinkLocal { continue }
      found[name, default: [:]][family, default: .init()].hosts.append(host.bits...host.bits)
      found[name, default: [:]][family, default: .init()].networks.append(
        prefix.network.bits...prefix.last.bits)
    }
    for (name, family) in views.configuration.dynamicallyAddressed() {
      found[masters[name] ?? name, default: [:]][family, default: .init()].isDynamic = true
    }
    if views.configuration.switchesIPv6Off {
      for name in found.keys { found[name]?[.ip6] = nil }
    }
    return found
  }
}

extension Row {
  fileprivate var isFromPool: Bool { entry?.argument(of: "from-pool") != nil }
}

extension IPAddress {
  /// Whether a network of IPv4 is one of RFC 1918, or of a carrier's own (RFC 6598).
  static func isPrivate(_ network: ClosedRange<UInt128>) -> Bool {
    privateRanges.contains {
      $0.lowerBound <= network.lowerBound && network.upperBound <= $0.upperBound
    }
  }

  /// The networks of RFC 1918, and those of carriers (RFC 6598), in order.
  static let privateRanges: [ClosedRange<UInt128>] = [
    0x0A00_0000...0x0AFF_FFFF, 0x6440_0000...0x647F_FFFF, 0xAC10_0000...0xAC1F_FFFF,
    0xC0A8_0000...0xC0A8_FFFF,
  ]
}

extension IPAddress.Family {
  /// The last address.
  var greatest: UInt128 { self == .ip ? UInt128(UInt32.max) : .max }

  /// Networks that no packet to a single host on an interface goes to (RFC 6890, RFC 4291).
  var ofNoHost: [ClosedRange<UInt128>] {
    switch self {
    case .ip: [0...0x00FF_FFFF, 0x7F00_0000...0x7FFF_FFFF, 0xE000_0000...0xFFFF_FFFF]
    case .ip6: [0...1, 0xFE80 << 112...(0xFEC0 << 112) - 1, 0xFF00 << 112...UInt128.max]
    }
  }
}

extension Configuration {
  fileprivate var switchesIPv6Off: Bool {
    entries("/ipv6/settings").first?.value("disable-ipv6").text == "yes"
  }

  /// The interfaces that get addresses while the router runs.
  fileprivate func dynamicallyAddressed() -> [(String, IPAddress.Family)] {
    var found: [(String, IPAddress.Family)] = []
    func add(_ menu: String, _ property: String, _ family: IPAddress.Family) {
      for entry in entries(menu) where entry.isWritten && entry.value("disabled").text != "yes" {
        if let name = entry.value(property).text { found.append((name, family)) }
      }
    }
    add("/ip/dhcp-client", "interface", .ip)
    add("/ipv6/dhcp-client", "interface", .ip6)
    for (menu, _) in pppClients { add(menu, "name", .ip) }
    found += lteInterfaces().map { ($0.name, .ip) }
    return found
  }
}

extension Cause {
  fileprivate static func farEnd(_ tunnel: String) -> Cause {
    Cause(
      "nothing shows whether the far end of '\(tunnel)' is one's own or that of strangers",
      remedy: "put it into interface list WAN or LAN")
  }
}
