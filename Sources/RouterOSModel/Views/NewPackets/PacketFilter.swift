/// The tables of the firewall of one family that decide whether a packet gets to where it goes: raw, then NAT,
/// then filter (MikroTik's manual, "Packet Flow in RouterOS").
struct PacketFilter: Sendable {
  let family: IPAddress.Family
  /// The matchers of interfaces that rules have.
  let matchers: [InterfaceMatcher]
  /// Why nothing can be said of it; nil when all rules were read.
  let doubt: Cause?
  /// A port below 1024 that no rule means, and one above.
  let unnamedPorts: [UInt16]
  private var tables: [String: [String: [PacketRule]]] = [:]
  private var untracking: [String: [PacketRule]] = [:]
  private let isUntracked: Bool

  /// Reads the rules; linear.
  init(_ views: RouterViews, _ family: IPAddress.Family) {
    self.family = family
    let configuration = views.configuration
    let base = family == .ip ? "/ip/firewall" : "/ipv6/firewall"
    let menus = ["filter", "raw", "nat", "address-list"].map { "\(base)/\($0)" }
    var doubt =
      configuration.incompleteness(of: menus + Self.sources)
      ?? menus.lazy.compactMap(configuration.alteration(ofMenu:)).first
    var reading = PacketRuleReading(views, family)
    for table in ["filter", "nat", "raw", "srcnat"] {
      var chains: [String: [PacketRule]] = [:]
      for entry in configuration.entries("\(base)/\(table == "srcnat" ? "nat" : table)") {
        guard let chain = entry.value("chain").text else {
          doubt = doubt ?? Cell("chain", of: entry).writtenDoubt
          continue
        }
        if let rule = reading.rule(entry, table) { chains[chain, default: []].append(rule) }
        if table == "raw", entry.value("action").text == "notrack",
          let rule = reading.untracking(entry)
        {
          untracking[chain, default: []].append(rule)
        }
      }
      tables[table] = chains
    }
    isUntracked =
      configuration.entries("/ip/firewall/connection/tracking").first?.value("enabled").text == "no"
    self.doubt = doubt
    matchers = reading.matchers
    unnamedPorts = Self.unnamedPorts(tables.values.flatMap { $0.values.joined() })
  }

  /// What becomes of packets; `left` is how many rules may be looked at.
  func verdict(on packets: PacketKind, _ left: inout Int) -> PacketVerdict {
    if let doubt { return .unknown(doubt) }
    var kind = packets
    let raw = walk("raw", "prerouting", kind, ChainWalk.Packets(anybody: .yes), &left)
    kind.untracked = untracked(kind)
    var here = raw.passed
    if !kind.isForwarded, !kind.isAnswer, !here.isEmpty {
      here = walk("nat", "dstnat", kind, here, &left).passed
    }
    return walk("filter", kind.isForwarded ? "forward" : "input", kind, here, &left).verdict
  }

  /// What source NAT does with packets: those pass that keep the address of their sender.
  func translation(of kind: PacketKind, _ left: inout Int) -> PacketVerdict {
    if let doubt { return .unknown(doubt) }
    return walk("srcnat", "srcnat", kind, ChainWalk.Packets(anybody: .yes), &left).verdict
  }

  private func walk(
    _ table: String, _ chain: String, _ kind: PacketKind, _ packets: ChainWalk.Packets,
    _ left: inout Int
  ) -> ChainWalk {
    let walk = ChainWalk(tables[table] ?? [:], chain, kind, family, packets, left: left)
    left = walk.left
    return walk
  }

  /// Why the router may not know that packets are new.
  private func untracked(_ kind: PacketKind) -> Cause? {
    if isUntracked { return .noTracking }
    let isTouched = untracking.values.joined().contains {
      let fit = $0.fit(kind)
      if case .named = fit.sources { return false }
      return fit.extent != .none
    }
    return isTouched ? .noTracking : nil
  }

  private static let sources = [
    "/interface/list", "/interface/list/member", "/ip/firewall/connection/tracking",
  ]

  /// Ports that only rules for thousands of them mean.
  private static func unnamedPorts(_ rules: [PacketRule]) -> [UInt16] {
    var isNamed = Array(repeating: false, count: 1 << 16)
    for matcher in rules.lazy.flatMap(\.ports) {
      guard case .ranges(let ranges) = matcher.ports else { continue }
      for range in ranges where range.count < 1_000 {
        for port in range where port < 1 << 16 { isNamed[Int(port)] = true }
      }
    }
    return [1_023, 49_151].map { highest in
      UInt16((highest == 1_023 ? 1...highest : 1_024...highest).last { !isNamed[$0] } ?? highest)
    }
  }
}

extension Cause {
  fileprivate static let noTracking = Cause(
    "connections of these packets are not tracked, so that no rule knows which are new",
    remedy: "let the rules match addresses and ports, or track the connections")
}
