/// What the tunnels of one router are worked out from.
struct TunnelContext {
  let configuration: Configuration
  let bridges: TunnelBridges
  let bindings: AccountBindings
  let failsOver: Cell
  /// The addresses that others may dial, one cell for all tunnels.
  let knownAs: Cell
  /// What of IPsec encrypts tunnels that do not say so themselves.
  let policies: IPsecPolicies
  var profiles: PPPProfiles
  var servers: PPPServers
  var inner: InnerAddresses

  init(_ views: RouterViews) {
    configuration = views.configuration
    bridges = TunnelBridges(configuration)
    bindings = AccountBindings(configuration)
    failsOver = configuration.failsOver(views[.defaultRoutes])
    profiles = PPPProfiles(configuration)
    servers = PPPServers(configuration)
    inner = InnerAddresses(views[.addresses])
    let hosts = views[.addresses].hostsInUse
    knownAs = Cell(atLeast: hosts, .translated, .set)
    let hasOneWay = failsOver.doubt == nil && !failsOver.isYes
    policies = IPsecPolicies(configuration, sendingFrom: hasOneWay ? hosts : [])
  }

  /// A tunnel of any kind; `interfaces` carry its addresses, and `doubt` says why they may be others.
  mutating func row(
    _ entry: Entry, _ kind: String, side: String, on interfaces: [String], _ doubt: Cause?,
    _ own: [String: Cell]
  ) -> Row {
    let endpoint = own["remote-endpoint"] ?? .none
    var cells = own
    cells["kind"] = own["kind"] ?? Cell(kind, .choice)
    cells["side"] = Cell(side, .choice)
    cells["fails-over"] = failsOver
    cells["known-as"] = knownAs
    cells["endpoint-is"] = endpoint.kindOfEndpoint
    (cells["inner-address"], cells["inner-prefix"]) = inner.cells(on: interfaces, doubt)
    cells["connected"] = inner.others(than: interfaces, doubt)
    for column in ViewDefinition.tunnels.columns
    where cells[column.name] == nil && !Self.ownProperties.contains(column.name) {
      cells[column.name] = Cell(.unset, column.type)
    }
    let name = cells["name"]?.text ?? entry.value("name").text ?? kind
    return Row("\(side) \(name)", entry: entry, place: entry.place, cells: cells)
  }

  /// The columns that every menu has as a property, and those that are worked out later.
  private static let ownProperties = TunnelFacts.columns.union(["disabled", "name"])
}

extension RouterViews {
  /// One row for each tunnel that is dialled or has its far end written, and for each account that is
  /// dialled into.
  func tunnelRows() -> [Row] {
    var context = TunnelContext(self)
    var rows: [Row] = []
    for (menu, kind) in tunnelClients {
      rows += added(menu).map { context.row(ofClient: $0, kind) }
    }
    rows += added("/ppp/secret").map { context.row(ofAccount: $0) }
    for (menu, kind) in plainTunnels { rows += added(menu).map { context.row(ofPlain: $0, kind) } }
    rows += context.wireGuardRows(added("/interface/wireguard/peers"))
    rows += context.ipsecRows(added("/ip/ipsec/peer"))
    return with(TunnelFacts.columns, rows, TunnelFacts.init) { $1.cells(of: $0) }
  }

  private func added(_ menu: String) -> [Entry] {
    configuration.entries(menu).filter { $0.selector == nil && $0.builtIn == nil }
  }
}

extension [Row] {
  /// The addresses of rows of their view that are certainly in use, in order.
  fileprivate var hostsInUse: [String] {
    var seen: Set<String> = []
    return filter { $0.text("disabled") == "no" }.compactMap { $0.text("host") }
      .filter { seen.insert($0).inserted }
  }
}

extension Cell {
  /// Whether an outer far end is an address, a name, or nothing that could be dialled.
  fileprivate var kindOfEndpoint: Cell {
    if let doubt { return Cell(.unknown(doubt), .choice, at: evidence) }
    guard let text else { return Cell("none", .choice) }
    if IPAddress(withoutPort(String(text.prefix { $0 != "@" }))) != nil {
      return Cell("address", .choice, at: evidence)
    }
    return Cell(IPPrefix(text) == nil ? "name" : "none", .choice, at: evidence)
  }
}

extension Cause {
  fileprivate static let translated = Cause(
    "others may reach the router by an address that it does not carry itself",
    remedy: "say under 'known-as' of the router in jalur.yaml what it is dialled by")
}
