import RouterOSSyntax
import SourceText

/// Where the networks come from that BGP sessions of a router announce.
struct NetworkSources {
  /// The networks of an instance of RouterOS 6, or of an address list that RouterOS 7 announces.
  struct Networks {
    var prefixes: [IPPrefix] = []
    /// Those that are announced without a route to them, too.
    var isAlways: Set<IPPrefix> = []
    var evidence: Span?
    /// Why more networks may be in it, or fewer.
    var doubt: Cause?
  }

  /// The menus that networks and routes to them come from.
  static let menus = [
    "/ip/firewall/address-list", "/ip/route", "/ipv6/firewall/address-list", "/ipv6/route",
    "/routing/bgp/aggregate", "/routing/bgp/network",
  ]

  private let configuration: Configuration
  /// By the name of the instance, or of the address list: most routers announce none of their many lists.
  private let kept = KeptValue<[String: Networks]>()
  /// The networks that addresses make connected.
  private(set) var connected: Set<IPPrefix> = []
  /// The destinations of static routes of the table `main`.
  private(set) var statics: Set<IPPrefix> = []
  /// Why not all destinations of static routes are known; nil when they are.
  private(set) var doubtOfStatics: Cause?

  init(_ views: RouterViews) {
    configuration = views.configuration
    for row in views[.addresses]
    where row.text("disabled") == "no" && row.text("routing-table") == "main" {
      if let prefix = row.text("prefix").flatMap({ IPPrefix($0) }) { connected.insert(prefix) }
    }
    for menu in ["/ip/route", "/ipv6/route"] {
      for route in configuration.entries(menu) where route.value("disabled").text != "yes" {
        addRoute(route)
      }
    }
  }

  /// The networks of the instance or the address list of that name; nil when there is none.
  func networks(of name: String) -> Networks? {
    kept.value {
      var lists = ListsOfNetworks()
      if configuration.version.map({ $0.major < 7 }) ?? false {
        lists.addNetworks(of: configuration)
      } else {
        lists.addAddressLists(of: configuration)
      }
      return lists.networks
    }[name]
  }

  /// Whether a line gives a route to exactly this network.
  func hasRoute(to network: IPPrefix) -> Bool {
    connected.contains(network) || statics.contains(network)
  }

  private mutating func addRoute(_ route: Entry) {
    let table = ["routing-mark", "routing-table"].lazy.compactMap { route.value($0).text }.first
    guard table == nil || table == "main" || table == "" else { return }
    let destination = Cell("dst-address", of: route)
    doubtOfStatics = doubtOfStatics ?? destination.writtenDoubt
    if let prefix = destination.text.flatMap({ IPPrefix($0) }) { statics.insert(prefix) }
  }
}

/// The networks of instances or address lists, while they are collected.
private struct ListsOfNetworks {
  typealias Networks = NetworkSources.Networks

  var networks: [String: Networks] = [:]

  /// `/routing bgp network`, and aggregates, which depend on what is learned.
  mutating func addNetworks(of configuration: Configuration) {
    for entry in configuration.entries("/routing/bgp/network") {
      guard entry.value("disabled").text != "yes" else { continue }
      let network = Cell("network", of: entry)
      let instance = Cell("instance", of: entry).text ?? "default"
      let prefix = network.text.flatMap { IPPrefix($0) }
      add(prefix, to: instance, network.evidence)
      if let prefix, entry.value("synchronize").text == "no" {
        networks[instance]?.isAlways.insert(prefix)
      }
    }
    for entry in configuration.entries("/routing/bgp/aggregate") {
      guard entry.value("disabled").text != "yes" else { continue }
      networks[Cell("instance", of: entry).text ?? "default", default: Networks()].doubt =
        .aggregates
    }
  }

  mutating func addAddressLists(of configuration: Configuration) {
    for menu in ["/ip/firewall/address-list", "/ipv6/firewall/address-list"] {
      for entry in configuration.entries(menu) where entry.value("disabled").text != "yes" {
        guard let list = entry.value("list").text else { continue }
        let address = Cell("address", of: entry)
        add(address.text.flatMap { IPPrefix($0) }, to: list, address.evidence)
      }
    }
  }

  private mutating func add(_ prefix: IPPrefix?, to name: String, _ evidence: Span?) {
    var entry = networks.removeValue(forKey: name) ?? Networks()
    entry.evidence = entry.evidence ?? evidence
    if let prefix {
      entry.prefixes.append(prefix)
    } else {
      entry.doubt = entry.doubt ?? .noNetwork(name)
    }
    networks[name] = entry
  }
}

extension Cause {
  fileprivate static let aggregates = Cause(
    "the instance announces aggregates of what it learns",
    remedy: "look at the advertisements on the router")

  fileprivate static func noNetwork(_ list: String) -> Cause {
    Cause(
      "'\(list)' has entries that are not networks",
      remedy: "write each network of '\(list)' with its prefix length")
  }
}
