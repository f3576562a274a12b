/// Which interface packets of the router itself to an address leave by, whatever routes are up.
///
/// Only the longest destination that holds the address counts, with all its routes: those of a greater
/// distance take over when others fail. What rules or marks steer elsewhere is unknown.
struct WaysOut {
  private var hops: NextHops
  /// The networks that clients of DHCP and providers of LTE give. Those of PPP are single hosts inside a
  /// tunnel, which nobody takes for an outer address.
  private let given: ConnectedNetworks
  private let gap: Cause?
  private let steering: Cause?
  private var known: [Question: Cell] = [:]

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
    steering = configuration.steering()
  }

  /// The interface, `varies` when routes of one destination leave by several, or unset when packets go
  /// nowhere. Each address is followed once for each table.
  mutating func way(to address: IPAddress, in table: String) -> Cell {
    let question = Question(address: address, table: table)
    if let cell = known[question] { return cell }
    let cell = work(out: question)
    known[question] = cell
    return cell
  }

  private mutating func work(out question: Question) -> Cell {
    let (address, table) = (question.address, question.table)
    if let cause = gap ?? steering ?? hops.tables.doubt(in: table, within: .max) {
      return Cell(.unknown(cause), .text)
    }
    let connected = hops.surroundings.connected(address, table, within: .max)
    let longer = hops.tables.destinations(holding: address, in: table)
      .prefix { $0.length > connected?.length ?? -1 }
    for prefix in longer {
      let ways = Ways(routes: hops.tables.routes(to: prefix, in: table), &hops)
      if let cell = ways.cell(unless: prefix.isHost ? nil : unwritten(address, ways)) {
        return cell
      }
    }
    switch connected?.reach {
    case .hole?, .nothing?: return Cell(.unset, .text)
    case .reached(let egress, _)?: return egress.cell
    case .unknown(let cause)?: return Cell(.unknown(cause), .text)
    case nil:
      return unwritten(address, Ways()).map { Cell(.unknown($0), .text) } ?? Cell(.unset, .text)
    }
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
  /// Rows with a further column, the way out to what `way` names of them; worked out when it is first
  /// asked for.
  func withWays(
    _ column: String, _ rows: [Row], _ way: @escaping @Sendable (Row, inout WaysOut) -> Cell
  ) -> [Row] {
    if rows.isEmpty { return [] }
    let later = LaterCells([column]) { [weak self, configuration] in
      var ways = WaysOut(self ?? RouterViews(configuration))
      return rows.map { [column: way($0, &ways)] }
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

  /// What is known of the way; nil when no route of the destination leads anywhere.
  func cell(unless cause: Cause?) -> Cell? {
    if interfaces.count > 1 { return Cell("varies", .text) }
    if let doubt { return Cell(.unknown(doubt), .text) }
    guard let only = interfaces.first else { return isHole ? Cell(.unset, .text) : nil }
    return cause.map { Cell(.unknown($0), .text) } ?? Cell(only, .text)
  }
}

extension Egress {
  fileprivate var cell: Cell {
    interface.map { Cell($0, .text) } ?? Cell(.unknown(doubt ?? Surroundings.unreadable), .text)
  }
}

extension Cause {
  fileprivate static func announced(_ address: IPAddress) -> Cause {
    Cause(
      "a route that another router announces may lead to \(address)",
      remedy: "write a route to \(address) alone")
  }
}

extension IPPrefix {
  fileprivate var isHost: Bool { length == network.family.width }
}

extension Configuration {
  /// Why packets of the router may take another table than they would; nil when nothing steers them.
  fileprivate func steering() -> Cause? {
    for menu in ["/routing/rule", "/ip/route/rule"] {
      if entries(menu).contains(where: { $0.value("disabled").text != "yes" }) {
        return Cause(
          "a routing rule may send the packets to another table",
          remedy: "compare the rules of \(menu) with the endpoint by hand")
      }
    }
    let marks = ["/ip/firewall/mangle", "/ipv6/firewall/mangle"].flatMap(entries).contains { rule in
      rule.value("action").text == "mark-routing" && rule.value("chain").text != "prerouting"
        && rule.value("disabled").text != "yes"
    }
    guard marks else { return incompleteness(of: ["/ip/firewall/mangle", "/routing/rule"]) }
    return Cause(
      "a rule of mangle may mark the packets for another table",
      remedy: "compare the rules that mark routing with the endpoint by hand")
  }
}
