/// What meets those who begin a connection from an interface, to a port that no rule means.
struct NewPackets {
  static let columns: Set<String> = [
    "answers-input", "new-forward", "new-forward-ip6", "new-input", "new-input-ip6",
  ]

  /// The cells of all interfaces, in the order of their rows.
  private var cells: [[String: Cell]]
  private var asked = 0
  private let interfaces: PacketInterfaces
  private var left = 1 << 23

  /// `rows` are those of the view of interfaces.
  init(_ views: RouterViews, _ rows: [Row]) {
    cells = rows.map { _ in [:] }
    interfaces = PacketInterfaces(views, rows)
    for filter in views.firewalls {
      if let doubt = interfaces.doubt[filter.family] {
        for place in rows.indices where rows[place].text("slave-of") == nil {
          fill(place, filter.family, .unknown(doubt), .unknown(doubt))
        }
      } else {
        judge(filter, views.interfaceLists)
      }
    }
  }

  /// The cells of the next interface.
  mutating func next() -> [String: Cell] {
    defer { asked += 1 }
    return cells[asked]
  }

  private mutating func fill(
    _ place: Int, _ family: IPAddress.Family, _ input: PacketVerdict, _ forward: PacketVerdict?
  ) {
    let suffix = family == .ip ? "" : "-ip6"
    cells[place]["new-input\(suffix)"] = input.cell
    if family == .ip { cells[place]["answers-input"] = input.cell }
    cells[place]["new-forward\(suffix)"] = forward?.cell ?? Cell(.unset, .choice)
  }

  private mutating func judge(_ filter: PacketFilter, _ lists: InterfaceLists) {
    let extents = InterfaceExtents(interfaces.all, filter.matchers, lists)
    var inputs: [PacketKey: PacketVerdict] = [:]
    var forwards: [PacketKey: PacketVerdict] = [:]
    // Where the router shows which interfaces lead out, those that nothing is shown of do not.
    let isShown = interfaces.isShown
    for (number, interface) in interfaces.all.enumerated()
    where interface.addressing[filter.family] != nil && !(isShown && interface.trust == nil) {
      let own = interfaces.own(interface, filter.family)
      let input = verdict(
        filter, PacketKey(incoming: extents[number], outgoing: [], destinations: own), &inputs)
      var forward: PacketVerdict?
      for (other, further) in interfaces.all.enumerated()
      where other != number && further.isInside && further.addressing[filter.family] != nil
        && further.table.text == interface.table.text
      {
        let key = PacketKey(
          incoming: extents[number], outgoing: extents[other],
          destinations: interfaces.behind(further, filter.family), isForwarded: true)
        let next = verdict(filter, key, &forwards)
        forward = forward?.worse(next) ?? next
        left -= extents[other].count + 1
        if left < 0 { break }
        if case .accept? = forward { break }
      }
      fill(interface.place, filter.family, input, forward)
      if filter.family == .ip {
        let key = PacketKey(
          incoming: extents[number], outgoing: [], destinations: own, isAnswer: true)
        cells[interface.place]["answers-input"] = verdict(filter, key, &inputs).cell
      }
    }
  }

  /// The worst of what packets to ports that no rule means meet.
  private mutating func verdict(
    _ filter: PacketFilter, _ key: PacketKey, _ known: inout [PacketKey: PacketVerdict]
  ) -> PacketVerdict {
    if let verdict = known[key] { return verdict }
    if left < 0 { return .unknown(.tooManyInterfaces) }
    var worst = PacketVerdict.drop
    for transport in ["tcp", "udp"] {
      for port in filter.unnamedPorts {
        let kind = PacketKind(
          incoming: key.incoming, outgoing: key.outgoing, transport: transport, port: port,
          destinations: key.destinations, isForwarded: key.isForwarded,
          isAnswer: key.isAnswer)
        worst = worst.worse(filter.verdict(on: kind, &left))
      }
    }
    known[key] = worst
    return worst
  }
}

/// What rules can tell packets apart by, but for their ports.
struct PacketKey: Hashable {
  let incoming: [PacketExtent]
  let outgoing: [PacketExtent]
  let destinations: PacketDestinations
  var isForwarded = false
  var isAnswer = false
}

/// How many packets of each interface each matcher takes, by their places.
struct InterfaceExtents {
  private let extents: [[PacketExtent]]
  private static let most = 1 << 22

  init(_ interfaces: [PacketInterface], _ matchers: [InterfaceMatcher], _ lists: InterfaceLists) {
    let isTooMuch = interfaces.count * matchers.count > Self.most
    extents = interfaces.map { interface in
      matchers.map { isTooMuch ? .maybe : $0.extent(interface.name, interface.type, lists) }
    }
  }

  subscript(place: Int) -> [PacketExtent] { extents[place] }
}

extension PacketInterface {
  /// Whether nothing shows that it leads to strangers.
  var isInside: Bool { trust == nil || trust?.text == "trusted" }
}

extension PacketVerdict {
  /// The words of columns that show what becomes of packets.
  static let words = ["accept", "drop", "limited"]
}

extension Cause {
  static let tooManyInterfaces = Cause(
    "the router has too many interfaces for the rules of its firewall to be followed for each",
    remedy: "let the rules match interface lists")
}
