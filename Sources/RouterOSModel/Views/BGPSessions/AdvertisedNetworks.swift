import SourceText

/// The networks that BGP sessions of a router announce of their own: those of a list of networks,
/// redistributed ones and the default route. What is learned from neighbours and passed on is not said.
struct AdvertisedNetworks {
  /// What a session originates, in the words of RouterOS 7.
  struct Origination: Hashable {
    /// The name of the instance (RouterOS 6) or of the address list (RouterOS 7) of its networks.
    var networks: String?
    /// The kinds of routes that it redistributes.
    var redistributed: Set<String> = []
    /// Whether it announces a default route: `always`, `if-installed` or `never`.
    var defaultRoute = "never"
    /// Whether it announces its networks without a route to them, too.
    var isAlways = false
    /// The address families that it speaks of.
    var families: Set<String> = ["ip"]
  }

  /// Sessions may share long lists of networks: so many networks are named in all of them together.
  private static let greatestNumberOfNetworks = 1 << 18

  private let views: RouterViews
  private let connected: NeighbourNetworks
  private let sources: NetworkSources
  /// Why networks or routes may be missing; nil when none is.
  private let gap: Cause?
  private var known: [Origination: Result] = [:]
  private var chains: FilterChains
  private var left = Self.greatestNumberOfNetworks

  private struct Result {
    var networks: [IPPrefix] = []
    var evidence: Span?
    /// Why there may be more; nil when there are none.
    var doubt: Cause?

    init(networks: [IPPrefix] = [], evidence: Span? = nil, doubt: Cause? = nil) {
      self.networks = networks
      self.evidence = evidence
      self.doubt = doubt
    }

    init(_ texts: [String]) { networks = texts.compactMap { IPPrefix($0) } }
  }

  init(_ views: RouterViews, _ connected: NeighbourNetworks) {
    self.views = views
    self.connected = connected
    sources = NetworkSources(views)
    gap = views.configuration.incompleteness(of: NetworkSources.menus)
    chains = FilterChains(views.configuration)
  }

  /// The networks that a session announces; `filter` is the filter that they have to pass, and `table`
  /// the routing table that they are taken from.
  mutating func cell(_ origination: Origination, through filter: Cell, of table: Cell) -> Cell {
    if table.text != "main" { return Cell(.unknown(table.doubt ?? .otherTable), .set) }
    let needsNetworks = origination.networks != nil || !origination.redistributed.isEmpty
    if needsNetworks, let gap { return Cell(.unknown(gap), .set) }
    let result = known[origination] ?? work(out: origination)
    known[origination] = result
    let passed = filtered(result, filter)
    left -= passed.networks.count
    if left < 0 { return Cell(.unknown(.tooMany), .set) }
    let texts = passed.networks.map(\.description)
    if let doubt = passed.doubt {
      return Cell(atLeast: texts, doubt, .set, at: passed.evidence)
    }
    return Cell(texts.isEmpty ? .unset : .known(texts), .set, at: passed.evidence)
  }

  /// What of some networks a filter lets through.
  private mutating func filtered(_ result: Result, _ filter: Cell) -> Result {
    if result.networks.isEmpty, result.doubt == nil { return result }
    if let doubt = filter.doubt {
      return Result(networks: [], evidence: result.evidence, doubt: doubt)
    }
    guard let chain = filter.text else { return result }
    var passed = Result(networks: [], evidence: result.evidence, doubt: result.doubt)
    for network in result.networks {
      let passes = chains.passes(network, chain)
      if passes.isYes { passed.networks.append(network) }
      passed.doubt = passed.doubt ?? passes.doubt
    }
    return passed
  }

  private func work(out origination: Origination) -> Result {
    var found: Set<IPPrefix> = []
    var result = Result()
    if let name = origination.networks, let networks = sources.networks(of: name) {
      result.doubt = networks.doubt
      result.evidence = networks.evidence
      for network in networks.prefixes where isOf(origination, network) {
        let isAlways = origination.isAlways || networks.isAlways.contains(network)
        if isAlways || sources.hasRoute(to: network) {
          found.insert(network)
        } else {
          result.doubt = result.doubt ?? .withoutRoute(network)
        }
      }
    }
    // The default route is announced by a property of its own, and never redistributed.
    for kind in origination.redistributed.sorted() {
      result.doubt = result.doubt ?? doubt(ofKind: kind, origination)
      guard ["connected", "static"].contains(kind) else { continue }
      found.formUnion(
        (kind == "static" ? sources.statics : sources.connected).filter {
          isOf(origination, $0) && $0.length > 0
        })
    }
    let defaults = defaultRoutes(of: origination)
    result.doubt = result.doubt ?? defaults.doubt
    found.formUnion(defaults.networks)
    result.networks = found.sorted { ($0.network, $0.length) < ($1.network, $1.length) }
    return result
  }

  private func isOf(_ origination: Origination, _ prefix: IPPrefix) -> Bool {
    origination.families.contains(prefix.network.family == .ip ? "ip" : "ipv6")
  }

  /// Why not all routes of a kind are known; nil when they are.
  private func doubt(ofKind kind: String, _ origination: Origination) -> Cause? {
    switch kind {
    case "static": return sources.doubtOfStatics
    case "connected":
      let families = IPAddress.Family.allCases.filter {
        origination.families.contains($0 == .ip ? "ip" : "ipv6")
      }
      return families.lazy.compactMap(connected.doubt(of:)).first
    default: return .learned(kind)
    }
  }

  private func defaultRoutes(of origination: Origination) -> Result {
    if origination.defaultRoute == "never" || origination.defaultRoute == "no" {
      return Result()
    }
    let everywhere = [("ip", "0.0.0.0/0"), ("ipv6", "::/0")]
      .filter { origination.families.contains($0.0) }.map(\.1)
    if origination.defaultRoute == "always" { return Result(everywhere) }
    let rows = views[.defaultRoutes].filter { $0.text("disabled") != "yes" }
    let certain = Set(rows.filter { $0.doubt == nil }.compactMap { $0.text("dst-address") })
    let possible = Set(rows.compactMap { $0.text("dst-address") })
    let uncertain = everywhere.contains { possible.contains($0) && !certain.contains($0) }
    var result = Result(everywhere.filter(certain.contains))
    if uncertain { result.doubt = .defaultRoute }
    return result
  }
}

extension Cause {
  fileprivate static let tooMany = Cause(
    "the sessions announce more networks than can be told one by one",
    remedy: "look at the lists of networks they name")
  fileprivate static let otherTable = Cause(
    "the session announces networks of a routing table of its own",
    remedy: "look at the advertisements on the router")
  fileprivate static let defaultRoute = Cause(
    "it announces a default route if there is one, and nothing tells whether there is",
    remedy: "look at /ip route print on the router")

  fileprivate static func learned(_ kind: String) -> Cause {
    Cause(
      "the session redistributes '\(kind)' routes, which no line of the export tells",
      remedy: "look at the advertisements on the router")
  }

  fileprivate static func withoutRoute(_ network: IPPrefix) -> Cause {
    Cause(
      "the session announces \(network) only while there is a route to it, and no line gives one",
      remedy: "add a blackhole route to it, or look at the advertisements on the router")
  }
}
