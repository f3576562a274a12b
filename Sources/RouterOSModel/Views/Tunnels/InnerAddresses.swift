import SourceText

/// The addresses on interfaces of a router, as those of tunnels.
struct InnerAddresses {
  /// The addresses on one interface.
  struct Group {
    var hosts: [String] = []
    var subnets: [String] = []
    var evidence: Span?
    var doubt: Cause?
  }

  private var groups: [String: Group] = [:]
  /// Why some address may be on any interface.
  private let doubtOfAll: Cause?
  private var networks: [(interface: String, prefix: String)] = []
  /// How many addresses, and how many other networks, cells may still name, so that hostile exports
  /// cost linear time.
  private var left = (hosts: 1 << 20, networks: 1 << 20)

  init(_ rows: [Row]) {
    let rows = rows.filter { $0.text("disabled") != "yes" }
    let strays = rows.filter { $0.text("interface") == nil }
    doubtOfAll = strays.lazy.compactMap { $0.cell("interface")?.writtenDoubt }.first
    for row in rows where !row.isLinkLocal {
      let interface = row.text("interface") ?? ""
      groups[interface, default: Group()].add(row)
      if let prefix = row.text("prefix") { networks.append((interface, prefix)) }
    }
  }

  /// The addresses on any of some interfaces, and the networks of these.
  mutating func cells(on interfaces: [String], _ doubt: Cause?) -> (hosts: Cell, subnets: Cell) {
    let found = interfaces.compactMap { groups[$0] }
    let evidence = found.first?.evidence
    left.hosts -= found.reduce(0) { $0 + $1.hosts.count }
    let doubt =
      doubt ?? doubtOfAll ?? found.lazy.compactMap(\.doubt).first
      ?? (left.hosts < 0 ? .tooMany : nil)
    if let doubt {
      let cell = Cell(.unknown(doubt), .set, at: evidence)
      return (cell, cell)
    }
    func list(_ texts: [String]) -> Cell {
      Cell(texts.isEmpty ? .unset : .known(texts), .set, at: evidence)
    }
    // One group is shared by all tunnels on it, and not copied.
    if found.count == 1 { return (list(found[0].hosts), list(found[0].subnets)) }
    return (list(found.flatMap(\.hosts)), list(found.flatMap(\.subnets)))
  }

  /// The networks that the router is connected to by other interfaces than these.
  mutating func others(than interfaces: [String], _ doubt: Cause?) -> Cell {
    if let doubt = doubt ?? doubtOfAll { return Cell(.unknown(doubt), .set) }
    left.networks -= networks.count
    if left.networks < 0 { return Cell(.unknown(.tooMany), .set) }
    let texts = networks.filter { !interfaces.contains($0.interface) }.map(\.prefix)
    return Cell(texts.isEmpty ? .unset : .known(texts), .set)
  }
}

extension InnerAddresses.Group {
  fileprivate mutating func add(_ row: Row) {
    if let host = row.text("host") { hosts.append(host) }
    if let subnet = Self.subnet(of: row) { subnets.append(subnet) }
    evidence = evidence ?? row.cell("address")?.evidence
    doubt = doubt ?? row.cell("host")?.doubt ?? row.cell("disabled")?.doubt
  }

  /// The subnet that an address shares with its neighbours: an address that stands alone shares it with
  /// its peer only, and the peer has the mirror of it.
  private static func subnet(of row: Row) -> String? {
    guard let host = row.text("host").flatMap({ IPAddress($0) }),
      let prefix = row.text("prefix").flatMap({ IPPrefix($0) })
    else { return nil }
    if prefix.contains(host) { return prefix.description }
    return [host, prefix.network].sorted().map(\.description).joined(separator: " with ")
  }
}

extension Row {
  /// Whether an address is one that every link has of itself, and no other end answers to beyond it
  /// (RFC 4291, 2.5.6).
  fileprivate var isLinkLocal: Bool {
    text("host").flatMap { IPAddress($0) }?.isLinkLocal ?? false
  }
}

extension Cause {
  fileprivate static let tooMany = Cause(
    "the tunnels of this router have more addresses than can be told one by one",
    remedy: "look at /ip address print on the router")
}
