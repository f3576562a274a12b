/// The private networks behind a router whose packets leave by a default route with the address of their
/// sender, which nobody outside can answer.
struct UntranslatedNetworks {
  private let interfaces: PacketInterfaces
  private let filter: PacketFilter?
  private let lists: InterfaceLists
  private let announced: AnnouncedNetworks
  private var left = 1 << 22
  private var known: [String: Cell] = [:]

  init(_ views: RouterViews) {
    interfaces = views.packetInterfaces
    filter = views.firewalls.first { $0.family == .ip }
    lists = views.interfaceLists
    announced = AnnouncedNetworks(views)
  }

  /// Those of a route that leaves by `egress`.
  mutating func cell(of route: Row, leavingBy egress: Cell) -> Cell {
    guard route.text("family") == "ip", let filter else { return Cell(.unset, .set) }
    if let cause = interfaces.doubt[.ip] ?? egress.doubt { return Cell(.unknown(cause), .set) }
    guard let name = egress.text else { return Cell(.unset, .set) }
    if let cell = known[name] { return cell }
    let cell = cell(leavingBy: name, filter)
    known[name] = cell
    return cell
  }

  private mutating func cell(leavingBy egress: String, _ filter: PacketFilter) -> Cell {
    let type = interfaces.all.first { $0.name == egress }?.type ?? ""
    let outgoing = filter.matchers.map { $0.extent(egress, type, lists) }
    var untranslated: [String] = []
    var asked: Set<ClosedRange<UInt128>> = []
    var doubt: Cause?
    for interface in interfaces.all where interface.name != egress && interface.hasClients {
      let networks = (interface.addressing[.ip]?.networks ?? []).filter(Self.isPrivate)
      if networks.isEmpty { continue }
      let incoming = filter.matchers.map { $0.extent(interface.name, interface.type, lists) }
      // Virtual interfaces of VRRP share the networks of those below them.
      for network in networks where asked.insert(network).inserted {
        left -= filter.matchers.count + 1
        if left < 0 { return Cell(.unknown(.tooManyInterfaces), .set) }
        switch translation(of: network, incoming, outgoing, filter) {
        case .accept:
          switch announced.answer(network, by: egress) {
          case .announced: break
          case .kept: untranslated.append(Self.text(network))
          case .unknown(let cause): doubt = doubt ?? cause
          }
        case .unknown(let cause): doubt = doubt ?? cause
        case .drop, .limited: break
        }
      }
    }
    if let doubt {
      return untranslated.isEmpty
        ? Cell(.unknown(doubt), .set) : Cell(atLeast: untranslated, doubt, .set)
    }
    return Cell(untranslated.isEmpty ? .unset : .known(untranslated), .set)
  }

  private mutating func translation(
    of network: ClosedRange<UInt128>, _ incoming: [PacketExtent], _ outgoing: [PacketExtent],
    _ filter: PacketFilter
  ) -> PacketVerdict {
    var worst = PacketVerdict.drop
    for transport in ["tcp", "udp"] {
      let kind = PacketKind(
        incoming: incoming, outgoing: outgoing, transport: transport,
        port: filter.unnamedPorts.last ?? 49_151, destinations: Self.world, isForwarded: true,
        senders: PacketDestinations(ranges: [network], isOpen: false))
      worst = worst.worse(filter.translation(of: kind, &left))
    }
    return worst
  }

  /// Private networks that have room for clients.
  private static func isPrivate(_ network: ClosedRange<UInt128>) -> Bool {
    network.upperBound - network.lowerBound >= 7 && IPAddress.isPrivate(network)
  }

  private static func text(_ network: ClosedRange<UInt128>) -> String {
    let first = IPAddress(family: .ip, bits: network.lowerBound)
    let size = network.upperBound - network.lowerBound
    return IPPrefix(first, length: 32 - (UInt128.bitWidth - size.leadingZeroBitCount)).description
  }

  /// Where strangers are: everywhere but in networks that have a meaning of their own (RFC 6890).
  private static let world: PacketDestinations = {
    let linkLocal: ClosedRange<UInt128> = 0xA9FE_0000...0xA9FE_FFFF
    let others = IPAddress.privateRanges + IPAddress.Family.ip.ofNoHost + [linkLocal]
    let rest = RuleValue.ranges(
      others, isInverted: true, upTo: IPAddress.Family.ip.greatest)
    guard case .ranges(let ranges) = rest else {
      return PacketDestinations(ranges: [], isOpen: true)
    }
    return PacketDestinations(ranges: ranges, isOpen: false)
  }()
}

extension PacketInterface {
  /// Whether people or machines may be behind it who want to get out.
  fileprivate var hasClients: Bool { isInside && !InterfaceKind.tunnels.contains(type) }
}
