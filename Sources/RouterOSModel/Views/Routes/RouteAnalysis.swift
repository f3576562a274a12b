import RouterOSSyntax

extension RouterViews {
  /// All routes, with what finding their way out tells of them.
  func routeRows() -> [Row] {
    let later = laterCells(of: .all)
    return configuration.routeRows(.all).enumerated().map { place, row in
      var row = row
      row.later = (later, place)
      return row
    }
  }

  /// The cells of routes that are worked out when they are asked for.
  func laterCells(of wanted: WantedRoutes) -> LaterCells {
    let columns = wanted == .all ? [] : ["repeats", "untranslated"]
    return LaterCells(RouteAnalysis.columns.union(columns)) { [weak self, configuration] in
      let views = self ?? RouterViews(configuration)
      let cells = RouteAnalysis.cells(of: views)
      switch wanted {
      case .all: return cells
      case .defaults:
        var repeated = RepeatedRoutes()
        var networks = UntranslatedNetworks(views)
        return zip(views[.routes], cells).filter { $0.0.mayBeDefault }.map { row, cells in
          let further = [
            "repeats": repeated.cell(of: row, cells),
            "untranslated": networks.cell(of: row, leavingBy: cells["egress"] ?? .none),
          ]
          return cells.merging(further) { $1 }
        }
      }
    }
  }
}

/// Finds out what the routes of a router leave by, and which take over from others.
private struct RouteAnalysis {
  static let columns: Set<String> = [
    "egress", "egress-type", "gateway-is", "port", "resolves", "standby", "trust", "watches",
    "watched",
  ]

  private let rows: [Row]
  private let facts: [RouteFacts]
  private let surroundings: Surroundings
  /// Why what the view of interfaces works out may be different; nil when it is not.
  private let gapInInterfaces: Cause?

  private init(_ views: RouterViews) {
    rows = views[.routes]
    let facts = rows.map(RouteFacts.init)
    self.facts = views.configuration.sharesChecks ? facts.sharingChecks() : facts
    surroundings = views.surroundings
    gapInInterfaces = views.configuration.incompleteness(of: .interfaces)
  }

  /// The cells of all routes, in the order of their rows.
  static func cells(of views: RouterViews) -> [[String: Cell]] {
    let sources =
      View.routes.menus + View.routes.sources + View.interfaces.menus
      + View.addresses.menus
    if let gap = views.configuration.incompleteness(of: sources) {
      let unknown = Dictionary(
        uniqueKeysWithValues: columns.map { ($0, Cell(.unknown(gap), type(of: $0))) })
      return views[.routes].map { _ in unknown }
    }
    return RouteAnalysis(views).cells(RouteWatchers(views.configuration))
  }

  private static func type(of column: String) -> ValueType {
    View.routes.columns.first { $0.name == column }?.type ?? .text
  }

  private func cells(_ watchers: RouteWatchers) -> [[String: Cell]] {
    var hops = NextHops(facts, surroundings)
    let tables = RouteTables(facts)
    let reaches = facts.indices.map { hops.reach(of: $0) }
    let gateways = facts.indices.map(gatewayCell)
    let standbys = Standbys(rows, facts, reaches, gateways)
    return facts.indices.map { place in
      var cells = egressCells(reaches[place])
      cells["gateway-is"] = gateways[place]
      cells["resolves"] = resolvesCell(place, reaches[place], tables)
      cells["standby"] = standbys.cell(of: place)
      cells["watches"] = watchers.watchCell(
        rows[place], facts[place], reaches[place], surroundings.networks)
      cells["watched"] = watchers.watchedCell(rows[place], facts[place], reaches[place])
      return cells
    }
  }

  private func gatewayCell(_ place: Int) -> Cell {
    let fact = facts[place]
    // A server of DHCP names the address of its gateway, which an export does not hold.
    if rows[place].text("source") == "dhcp-client" { return Cell("address", .choice) }
    guard let gateway = fact.gateway else {
      let doubt = rows[place].cell("gateway")?.writtenDoubt
      return Cell(doubt.map { .unknown($0) } ?? .known(["none"]), .choice)
    }
    guard let address = gateway.address else { return Cell("interface", .choice) }
    let own = surroundings.networks.isOwn(address)
    if let doubt = own.doubt { return Cell(.unknown(doubt), .choice) }
    if own.isYes { return Cell("own", .choice) }
    let table = gateway.table ?? fact.table.map(surroundings.tables.tableOfGateways) ?? "main"
    guard let (prefix, _) = surroundings.networks.longest(holding: address, in: table) else {
      return Cell("address", .choice)
    }
    return Cell(prefix.part(address), .choice)
  }

  private func resolvesCell(_ place: Int, _ reach: Reach, _ tables: RouteTables) -> Cell {
    switch reach {
    case .hole: return Cell(nil, .choice)
    case .unknown(let cause): return Cell(.unknown(cause), .choice)
    case .reached(_, let isRecursive):
      return Cell(isRecursive ? "recursive" : "connected", .choice)
    case .nothing:
      let isHeld = facts[place].gateway?.address.map { address in
        let table = facts[place].table.map(surroundings.tables.tableOfGateways) ?? "main"
        return tables.destinations(holding: address, in: table).contains { prefix in
          prefix.length > 0 && prefix != facts[place].destination
            && tables.hasRoute(to: prefix, in: table, beyond: facts[place].targetScope ?? 0)
        }
      }
      return Cell(isHeld ?? false ? "scope" : "nothing", .choice)
    }
  }

  private func egressCells(_ reach: Reach) -> [String: Cell] {
    let doubt: Cause
    switch reach {
    case .nothing, .hole: return Self.egress(.unset)
    case .unknown(let cause): doubt = cause
    case .reached(let egress, _):
      if let name = egress.interface { return egressCells(name) }
      doubt = egress.doubt ?? Surroundings.unreadable
    }
    return Self.egress(.unknown(doubt))
  }

  private func egressCells(_ name: String) -> [String: Cell] {
    var cells = Self.egress(.unset)
    cells["egress"] = Cell(name, .interface)
    guard let row = surroundings.interface(name) else { return cells }
    for (column, source) in [("egress-type", "type"), ("port", "port"), ("trust", "trust")] {
      let cell = row.cell(source)
      cells[column] = gapInInterfaces.map { Cell(.unknown($0), cell?.type ?? .text) } ?? cell
    }
    return cells
  }

  private static func egress(_ content: Cell.Content) -> [String: Cell] {
    ["egress": ValueType.interface, "egress-type": .choice, "port": .interface, "trust": .choice]
      .mapValues { Cell(content, $0) }
  }
}

extension Configuration {
  /// Whether routes with one next hop share how it is looked at, as in RouterOS 6 (MikroTik's manual,
  /// "Moving from RouterOS 6 to 7").
  fileprivate var sharesChecks: Bool { version.map { $0.major < 7 } ?? false }
}

extension [RouteFacts] {
  fileprivate func sharingChecks() -> [RouteFacts] {
    let checked = Set(
      filter { $0.checks && !$0.isOff && $0.doubt == nil }.compactMap(\.gateway?.address))
    return map { fact in
      var fact = fact
      fact.checks = fact.checks || fact.gateway?.address.map(checked.contains) ?? false
      return fact
    }
  }
}

extension Row {
  /// Whether a route leads to everywhere, or may do so.
  fileprivate var mayBeDefault: Bool {
    guard let text = text("dst-address") else { return true }
    return (self.text("family") == "ip6" ? IPAddress.Family.ip6 : .ip).isEverywhere(text)
  }
}

extension IPPrefix {
  /// What an address of the network is in it: the word of the column `gateway-is`.
  fileprivate func part(_ address: IPAddress) -> String {
    guard address.family == .ip, length < 31 else { return "address" }
    if address == network { return "network" }
    return address == last ? "broadcast" : "address"
  }
}
