/// What looks whether far ends answer, and acts when they do not: BFD of sessions and of OSPF, netwatch with
/// a script, and check-gateway of routes.
struct AddressWatchers: Sendable {
  /// The addresses that are looked at, in order, by what looks.
  private var addresses: [String: [IPAddress]] = [:]
  /// Those that may be looked at.
  private var possible: [IPAddress] = []
  /// What looks at an address beyond each interface.
  private var beyond: [String: Set<String>] = [:]
  private var doubts: [IPAddress: Cause] = [:]
  /// Why something may look along any tunnel; nil when nothing else does.
  private var doubt: Cause?

  init(_ views: RouterViews) {
    let configuration = views.configuration
    doubt = configuration.incompleteness(of: Self.sources)
    var ways = WaysOut(views)
    for (kind, found) in [
      ("bfd", views.bfdNeighbours()), ("netwatch", configuration.netwatchHosts()),
      ("check-gateway", views.checkedGateways()),
    ] {
      for watch in found where !views.surroundings.networks.isOwn(watch.address).isYes {
        note(kind, watch, &ways)
      }
    }
    noteOSPF(configuration)
    for kind in addresses.keys.sorted() { addresses[kind]?.sort() }
    possible.sort()
  }

  /// What looks at the far ends of a tunnel.
  func cell(of tunnel: Row) -> Cell {
    let names = [tunnel.text("name"), tunnel.text("bridge")].compactMap { $0 }
    let ranges = (tunnel.cell("inner-prefix")?.texts ?? []).flatMap(Self.ranges)
    var kinds = names.reduce(into: Set<String>()) { $0.formUnion(beyond[$1] ?? []) }
    for (kind, addresses) in addresses where ranges.contains(where: addresses.hasAny) {
      kinds.insert(kind)
    }
    if !kinds.isEmpty { return Cell(.known(kinds.sorted()), .set) }
    if let doubt { return Cell(.unknown(doubt), .set) }
    for range in ranges {
      if let address = possible.first(in: range) {
        return Cell(.unknown(doubts[address] ?? .mayBeAllowed), .set)
      }
    }
    return Cell(.unset, .set)
  }

  /// What looks at the neighbour of a session; `bfd` says whether BFD does.
  func cell(ofNeighbour address: IPAddress, _ bfd: Cell) -> Cell {
    var kinds = bfd.isYes ? ["bfd"] : []
    for kind in ["check-gateway", "netwatch"] {
      if addresses[kind]?.hasAny(in: address...address) ?? false { kinds.append(kind) }
    }
    if !kinds.isEmpty { return Cell(.known(kinds), .set) }
    return (bfd.doubt ?? doubt).map { Cell(.unknown($0), .set) } ?? Cell(.unset, .set)
  }

  private mutating func note(_ kind: String, _ watch: WatchedAddress, _ ways: inout WaysOut) {
    if let doubt = watch.doubt {
      possible.append(watch.address)
      doubts[watch.address] = doubts[watch.address] ?? doubt
      return
    }
    addresses[kind, default: []].append(watch.address)
    let way = ways.way(to: watch.address, in: watch.table).interface
    if let interface = way.text { beyond[interface, default: []].insert(kind) }
  }

  /// A protocol of routing may use BFD on interfaces; from RouterOS 7 only with what allows it.
  private mutating func noteOSPF(_ configuration: Configuration) {
    for (menu, property) in [
      ("/routing/ospf/interface", "interface"), ("/routing/ospf/interface-template", "interfaces"),
    ] {
      for entry in configuration.entries(menu)
      where entry.value("disabled").text != "yes" && entry.value("use-bfd").text == "yes" {
        let names = Cell(property, of: entry).texts
        if menu == "/routing/ospf/interface", !names.isEmpty, !names.contains("all") {
          for name in names { beyond[name, default: []].insert("bfd") }
        } else {
          doubt = doubt ?? .ospf
        }
      }
    }
  }

  /// The addresses of a network, or those of two ends that stand alone: `10.0.0.1 with 10.0.0.2`.
  private static func ranges(_ text: String) -> [ClosedRange<IPAddress>] {
    if let prefix = IPPrefix(text) { return [prefix.network...prefix.last] }
    return text.split(separator: " ").compactMap { IPAddress($0) }.map { $0...$0 }
  }

  private static let sources = [
    "/routing/bfd/configuration", "/routing/ospf/interface", "/routing/ospf/interface-template",
    "/tool/netwatch",
  ]
}

/// An address that something looks at.
private struct WatchedAddress {
  let address: IPAddress
  /// The routing table that it is reached in.
  var table = "main"
  /// Why it may not be looked at after all; nil when it is.
  var doubt: Cause?
}

extension RouterViews {
  /// The neighbours of sessions that use BFD.
  fileprivate func bfdNeighbours() -> [WatchedAddress] {
    self[.bgpSessions].compactMap { session in
      guard session.text("disabled") != "yes", session.cell("use-bfd")?.isYes ?? false,
        session.text("bfd-allowed") != "no",
        let address = session.text("remote-address").flatMap({ IPAddress($0) })
      else { return nil }
      return WatchedAddress(
        address: address, table: session.text("vrf") ?? "main",
        doubt: session.cell("bfd-allowed")?.doubt ?? session.cell("disabled")?.doubt)
    }
  }

  /// The next hops that routes ask for a sign of life.
  fileprivate func checkedGateways() -> [WatchedAddress] {
    let found = self[.routes].compactMap { row -> IPAddress? in
      let fact = RouteFacts(row)
      return fact.checks && !fact.isOff && fact.doubt == nil ? fact.gateway?.address : nil
    }
    return Set(found).sorted().map { WatchedAddress(address: $0) }
  }
}

extension Configuration {
  /// The hosts of netwatch that something is done about when they are gone.
  fileprivate func netwatchHosts() -> [WatchedAddress] {
    entries("/tool/netwatch").compactMap { entry in
      guard entry.value("disabled").text != "yes",
        let address = entry.value("host").text.flatMap({ IPAddress($0) })
      else { return nil }
      let scripts = ["down-script", "test-script"].map { Cell($0, of: entry) }
      guard scripts.contains(where: { $0.text.map { !$0.isEmpty } ?? ($0.writtenDoubt != nil) })
      else { return nil }
      let parts = scripts + [Cell("disabled", of: entry)]
      return WatchedAddress(
        address: address, doubt: parts.lazy.compactMap(\.writtenDoubt).first)
    }
  }
}

extension Cause {
  fileprivate static let mayBeAllowed = Cause(
    "something may look at the far end", remedy: "look at /routing bfd session print on the router")

  fileprivate static let ospf = Cause(
    "OSPF uses BFD with neighbours that no line of the export tells",
    remedy: "look at /routing bfd session print on the router")
}
