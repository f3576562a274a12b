/// What the firewall does with those who ask for services of the router from interfaces behind which nobody is
/// trusted.
struct OpenServices {
  static let columns: Set<String> = ["from-untrusted"]

  /// The cells of all services, in the order of their rows.
  private var cells: [[String: Cell]] = []
  private var asked = 0
  private let interfaces: PacketInterfaces
  private let firewalls: [PacketFilter]
  private let extents: [InterfaceExtents]
  private var left = 1 << 23
  private var known: [ServiceKey: PacketVerdict] = [:]

  /// `services` are the rows of the view of services.
  init(_ views: RouterViews, _ services: [Row]) {
    let interfaces = views.packetInterfaces
    self.interfaces = interfaces
    let lists = views.interfaceLists
    firewalls = views.firewalls
    extents = firewalls.map { InterfaceExtents(interfaces.all, $0.matchers, lists) }
    cells = services.map { ["from-untrusted": cell(of: $0)] }
  }

  /// The cells of the next service.
  mutating func next() -> [String: Cell] {
    defer { asked += 1 }
    return cells[asked]
  }

  private mutating func cell(of service: Row) -> Cell {
    let transport = service.text("protocol") ?? ""
    if transport == "layer-2" { return Cell(.unset, .choice) }
    let port = service.cell("port") ?? .none
    guard let number = port.text.flatMap({ UInt16($0) }) else {
      return Cell(.unknown(port.doubt ?? .noPort), .choice)
    }
    var worst: PacketVerdict?
    for transport in transport.split(separator: "-").map(String.init) {
      for family in firewalls.indices {
        guard let verdict = verdict(service, transport, number, family) else { continue }
        worst = worst?.worse(verdict) ?? verdict
      }
    }
    guard let worst else { return Cell(.unset, .choice) }
    return (limits(service) ? worst.withNamedSources : worst).cell
  }

  /// What is met in one family: the worst of all interfaces that lead to strangers; nil when none does.
  private mutating func verdict(
    _ service: Row, _ transport: String, _ port: UInt16, _ family: Int
  ) -> PacketVerdict? {
    if let doubt = interfaces.doubt[firewalls[family].family] { return .unknown(doubt) }
    let reached = interfaces.all.indices.filter { isReached(interfaces.all[$0], service, family) }
    let outside = reached.filter { interfaces.all[$0].trust?.text == "untrusted" }
    // Where the router shows which interfaces lead out, those that nothing is shown of do not.
    let doubtful = reached.filter {
      interfaces.isShown
        ? interfaces.all[$0].trust?.doubt != nil : interfaces.all[$0].trust?.text == nil
    }
    var worst: PacketVerdict?
    for place in outside {
      let next = verdict(place, transport, port, family)
      worst = worst?.worse(next) ?? next
      if case .accept? = worst { return worst }
    }
    for place in doubtful {
      let next = verdict(place, transport, port, family)
      let cause = interfaces.all[place].trust?.doubt ?? InterfaceTrust.nothing.doubt
      let possible =
        if case .accept = next, let cause { PacketVerdict.unknown(cause) } else { next }
      worst = worst?.worse(possible) ?? possible
    }
    return worst
  }

  private mutating func verdict(
    _ place: Int, _ transport: String, _ port: UInt16, _ family: Int
  ) -> PacketVerdict {
    let interface = interfaces.all[place]
    let filter = firewalls[family]
    let packets = PacketKey(
      incoming: extents[family][place], outgoing: [],
      destinations: interfaces.own(interface, filter.family))
    let key = ServiceKey(packets: packets, transport: transport, port: port, family: family)
    if let verdict = known[key] { return verdict }
    if left < 0 { return .unknown(.tooManyInterfaces) }
    left -= packets.incoming.count
    let kind = PacketKind(
      incoming: packets.incoming, outgoing: [], transport: transport, port: port,
      destinations: packets.destinations)
    let verdict = filter.verdict(on: kind, &left)
    known[key] = verdict
    return verdict
  }

  /// Whether packets that come in by an interface may reach the service there.
  private func isReached(_ interface: PacketInterface, _ service: Row, _ family: Int) -> Bool {
    guard interface.addressing[firewalls[family].family] != nil else { return false }
    guard let vrf = service.text("vrf"), let table = interface.table.text else { return true }
    return vrf == table
  }

  /// Whether the service itself answers only some whom a line names.
  private func limits(_ service: Row) -> Bool {
    guard let address = service.cell("address"), !address.texts.isEmpty else { return false }
    let ranges = address.texts.map { IPAddress.range($0) }
    guard !ranges.contains(nil) else { return false }
    return IPAddress.Family.allCases.allSatisfy { family in
      let own = ranges.compactMap { $0 }.filter { $0.lowerBound.family == family }
      return !AddressSet(own.map { $0.lowerBound.bits...$0.upperBound.bits }).isEverybody(family)
    }
  }
}

private struct ServiceKey: Hashable {
  let packets: PacketKey
  let transport: String
  let port: UInt16
  let family: Int
}

extension Cause {
  fileprivate static let noPort = Cause(
    "nobody documents which port the service answers on", remedy: "write its port on the router")
}
