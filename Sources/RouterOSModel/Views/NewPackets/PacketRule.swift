import SourceText

/// A rule of the firewall, ready to be held against many kinds of packets.
struct PacketRule: Sendable {
  /// What becomes of what it matches.
  enum Action: Sendable {
    case accept
    case drop
    case jump(String)
    case leave
    /// Puts who sends them into a list, and lets them go on.
    case enlist(String)
    /// To another port of the router; nil for the same.
    case redirect(RuleValue?)
    case unknown(Cause)
  }

  let action: Action
  /// The place that points it out.
  let place: Span
  /// The matchers of interfaces, by their places.
  var incoming: [Int] = []
  var outgoing: [Int] = []
  var transport: RuleValue?
  var ports: [PortMatcher] = []
  var destinations: [AddressSet] = []
  /// The senders that it names, and what it takes of them by other signs.
  var senders: [AddressSet] = []
  var sendersBySign: PacketExtent = .all
  /// The list that holds whose packets it takes; nil when it asks for more of who sends them, or for nothing.
  var senderList: String?
  /// The states of connections that it takes; nil when it asks for none.
  var states: RuleValue?
  /// How many first packets of TCP it takes by their flags; nil when it asks for none.
  var flags: PacketExtent?
  /// How many it takes to the router, and through it, by the kind of the address they go to.
  var local: PacketExtent = .all
  var remote: PacketExtent = .all
  /// What all other matchers take.
  var rest = PacketFit(extent: .all, sources: .anybody)

  /// A matcher of ports.
  struct PortMatcher: Sendable {
    enum Side: Sendable { case destination, either, source }
    let side: Side
    let ports: RuleValue
  }

  /// What it takes of a kind of packets.
  func fit(_ kind: PacketKind) -> PacketFit {
    var fit = rest
    if fit.extent == .none { return fit }
    if let own = kind.senders {
      fit.sources = .anybody
      fit.add(sendersBySign, .matcher("src-mac-address"))
      for set in senders { fit.add(set.extent(of: own), set.doubt ?? .destination) }
    }
    for place in incoming { fit.add(kind.incoming[place], .interface) }
    for place in outgoing {
      fit.add(kind.isForwarded ? kind.outgoing[place] : .none, .interface)
    }
    fit.add(kind.isForwarded ? remote : local, .matcher("dst-address-type"))
    if let states {
      let own = Self.holds(states, [kind.isAnswer ? "established" : "new"])
      fit.add(kind.untracked == nil ? own : .maybe, kind.untracked ?? .interface)
    }
    if let flags {
      let own = kind.isAnswer ? .maybe : flags
      fit.add(kind.transport == "tcp" ? own : .none, .matcher("tcp-flags"))
    }
    if let transport {
      let names: Set = [kind.transport, kind.transport == "tcp" ? "6" : "17"]
      fit.add(Self.holds(transport, names), .matcher("protocol"))
    }
    for matcher in ports { add(matcher.extent(kind.port), kind, &fit) }
    for set in destinations where fit.extent != .none { add(set, kind, &fit) }
    return fit
  }

  /// A rule that takes what is sent from some ports names those who send it, as one does that takes addresses.
  private func add(_ extent: PacketExtent, _ kind: PacketKind, _ fit: inout PacketFit) {
    if extent == .some, kind.senders == nil, !kind.isAnswer {
      fit.sources = .named(0)
    } else {
      fit.add(extent, .matcher("port"))
    }
  }

  /// A rule that lets strangers through to some addresses behind the router names these.
  private func add(_ set: AddressSet, _ kind: PacketKind, _ fit: inout PacketFit) {
    let extent = set.extent(of: kind.destinations)
    if kind.isForwarded, extent == .some, !set.isInverted {
      if fit.sources != .anybody { return }
      fit.sources = .named(0)
    } else {
      fit.add(extent, set.doubt ?? .destination)
    }
  }

  private static func holds(_ value: RuleValue, _ names: Set<String>) -> PacketExtent {
    guard case .words(let words, let isInverted) = value else { return .maybe }
    return words.isDisjoint(with: names) == isInverted ? .all : .none
  }
}

extension PacketRule.PortMatcher {
  /// How many of the packets to a port it takes; who sends them chooses the other port.
  fileprivate func extent(_ port: UInt16) -> PacketExtent {
    guard case .ranges(let ranges) = ports else { return .maybe }
    let number = UInt128(port)
    let place = ranges.partitioningIndex { $0.upperBound >= number }
    let holds = place < ranges.count && ranges[place].contains(number)
    let isAll = ranges.first.map { $0.lowerBound <= 1 && $0.upperBound == 65535 } ?? false
    switch side {
    case .destination: return holds ? .all : .none
    case .either: return holds || isAll ? .all : ranges.isEmpty ? .none : .some
    case .source: return isAll ? .all : ranges.isEmpty ? .none : .some
    }
  }
}

extension Cause {
  /// No export tells whether a matcher takes the packets that are looked at.
  static func matcher(_ property: String) -> Cause {
    Cause(
      "no export tells what a rule with '\(property)' matches",
      remedy: "say what else the rule matches, or try it on the router")
  }

  fileprivate static let interface = Cause(
    "no export tells which interfaces a rule matches",
    remedy: "name the interfaces in the rule, or put them into a list by name")

  fileprivate static let destination = Cause(
    "the address of the interface is only known while the router runs",
    remedy: "let the rule match the interface, and not the address")
}
