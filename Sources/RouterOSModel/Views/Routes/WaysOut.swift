/// What packets of the router itself to an address leave by.
struct WayOut {
  /// The interface: `varies` when routes of one destination leave by several, unset when packets go nowhere.
  let interface: Cell
  /// Every interface they may leave by.
  let interfaces: Cell
  /// The network that leads there: that of a route, or a connected one.
  let network: Cell

  /// Nothing leads there.
  static let nowhere = WayOut(
    interface: Cell(.unset, .text), interfaces: Cell(.unset, .set), network: Cell(.unset, .prefix))

  /// Nobody can tell.
  static func unknown(_ cause: Cause) -> WayOut {
    WayOut(
      interface: Cell(.unknown(cause), .text), interfaces: Cell(.unknown(cause), .set),
      network: Cell(.unknown(cause), .prefix))
  }

  /// By one interface.
  static func by(_ interface: String, _ network: IPPrefix) -> WayOut {
    WayOut(
      interface: Cell(interface, .text), interfaces: Cell(interface, .set),
      network: Cell(network.description, .prefix))
  }
}

/// Which interface packets of the router itself to an address leave by, whatever routes are up.
///
/// Only the longest destination that holds the address counts, with all its routes: those of a greater
/// distance take over when others fail. What rules or marks steer elsewhere is unknown.
struct WaysOut {
  var hops: NextHops
  /// The networks that clients of DHCP and providers of LTE give. Those of PPP are single hosts inside a
  /// tunnel, which nobody takes for an outer address.
  private let given: ConnectedNetworks
  private let gap: Cause?
  private let steering: Steering
  private var known: [Question: WayOut] = [:]

  private struct Question: Hashable {
    let address: IPAddress
    let table: String
  }

  init(_ views: RouterViews) {
    let configuration = views.configuration
    hops = NextHops(views[.routes].map(RouteFacts.init), views.surroundings)
    var given = ConnectedNetworks(configuration, [])
    for interface in configuration.lteInterfaces() {
      given.noteUnknown(interface.name, "is given by the provider", .ip)
    }
    self.given = given
    gap = configuration.incompleteness(of: View.routes.menus + View.routes.sources)
    steering = Steering(configuration, views.surroundings.networks)
  }

  /// The way to an address. Each is followed once for each table.
  mutating func way(to address: IPAddress, in table: String) -> WayOut {
    let question = Question(address: address, table: table)
    if let way = known[question] { return way }
    let way = work(out: question)
    known[question] = way
    return way
  }

  private mutating func work(out question: Question) -> WayOut {
    let (address, table) = (question.address, question.table)
    if let cause = doubt(of: address, table) { return .unknown(cause) }
    let connected = hops.surroundings.connected(address, table, within: .max)
    let longer = hops.tables.destinations(holding: address, in: table)
      .prefix { $0.length > connected?.length ?? -1 }
    for prefix in longer {
      let ways = Ways(routes: hops.tables.routes(to: prefix, in: table), &hops)
      let cause = prefix.isHost ? nil : unwritten(address, ways)
      if let way = ways.way(by: prefix, unless: cause) { return way }
    }
    switch connected?.reach {
    case .hole?, .nothing?: return .nowhere
    case .reached(let egress, _)?:
      let network = IPPrefix(address, length: connected?.length ?? 0)
      return egress.interface.map { .by($0, network) }
        ?? .unknown(egress.doubt ?? Surroundings.unreadable)
    case .unknown(let cause)?: return .unknown(cause)
    case nil: return unwritten(address, Ways()).map { .unknown($0) } ?? .nowhere
    }
  }

  /// Why nothing can be told of packets to an address; nil when something can.
  func doubt(of address: IPAddress, _ table: String) -> Cause? {
    gap ?? steering.doubt(of: address) ?? hops.tables.doubt(in: table, within: .max)
  }

  /// Why the address may be in a network that nobody wrote, or that another router announces; a network
  /// of the only way out changes nothing.
  private func unwritten(_ address: IPAddress, _ ways: Ways) -> Cause? {
    if hops.surroundings.learned != nil { return .announced(address) }
    guard let first = given.firstUnknown(address.family),
      ways.interfaces.count != 1 || ways.interfaces.first != first
    else { return nil }
    return given.doubt(of: first, holding: address)
  }
}

extension RouterViews {
  /// Rows with further columns, which `work` finds for each of them; worked out when one is first asked
  /// for.
  func with<Facts>(
    _ columns: Set<String>, _ rows: [Row], _ facts: @escaping @Sendable (RouterViews) -> Facts,
    _ work: @escaping @Sendable (Row, inout Facts) -> [String: Cell]
  ) -> [Row] {
    if rows.isEmpty { return [] }
    let later = LaterCells(columns) { [weak self, configuration] in
      var facts = facts(self ?? RouterViews(configuration))
      return rows.map { work($0, &facts) }
    }
    return rows.enumerated().map { place, row in
      var row = row
      row.later = (later, place)
      return row
    }
  }
}

/// The interfaces that the routes to one destination leave by.
private struct Ways {
  private(set) var interfaces: Set<String> = []
  private var doubt: Cause?
  private var isHole = false

  /// None.
  init() {}

  init(routes: [Int], _ hops: inout NextHops) {
    for place in routes {
      switch hops.reach(of: place) {
      case .nothing: break
      case .hole: isHole = true
      case .unknown(let cause): doubt = doubt ?? cause
      case .reached(let egress, _):
        let cause = hops.facts[place].doubt ?? egress.doubt
        if let cause {
          doubt = doubt ?? cause
        } else {
          interfaces.formUnion([egress.interface ?? ""])
        }
      }
    }
  }

  /// The way by the routes to `network`; nil when none of them leads anywhere. `cause` says why another
  /// network may be followed.
  func way(by network: IPPrefix, unless cause: Cause?) -> WayOut? {
    let doubt = self.doubt ?? cause
    if interfaces.count > 1 {
      let names = interfaces.sorted()
      return WayOut(
        interface: Cell("varies", .text),
        interfaces: doubt.map { Cell(atLeast: names, $0, .set) } ?? Cell(.known(names), .set),
        network: cause.map { Cell(.unknown($0), .prefix) } ?? Cell(network.description, .prefix))
    }
    if interfaces.isEmpty, self.doubt == nil { return isHole ? .nowhere : nil }
    if let doubt { return .unknown(doubt) }
    return interfaces.first.map { .by($0, network) }
  }
}

extension Cause {
  static func announced(_ address: IPAddress) -> Cause {
    Cause(
      "a route that another router announces may lead to \(address)",
      remedy: "write a route to \(address) alone")
  }
}
