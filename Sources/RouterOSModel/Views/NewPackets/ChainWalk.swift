import SourceText

/// What becomes of packets that begin a connection in one table of the firewall, rule by rule as the router
/// reads them.
struct ChainWalk {
  private let chains: [String: [PacketRule]]
  private let kind: PacketKind
  private let family: IPAddress.Family
  /// Those that passed.
  private(set) var passed = Packets.none
  /// The rule that first let anybody pass.
  private(set) var place: Span?
  /// How many addresses were dropped by name.
  private var dropped: UInt128 = 0
  private(set) var left: Int

  /// Walks through a chain with packets; `left` is how many rules may be looked at.
  init(
    _ chains: [String: [PacketRule]], _ chain: String, _ kind: PacketKind,
    _ family: IPAddress.Family, _ packets: Packets, left: Int
  ) {
    self.chains = chains
    self.kind = kind
    self.family = family
    self.left = left
    passed.join(walk(chain, packets, depth: 0))
  }

  /// What the walk came to for all of the packets.
  var verdict: PacketVerdict {
    switch passed.anybody {
    case .yes: .accept(place)
    case .maybe(let cause): .unknown(cause)
    case .no: passed.isNamed ? .limited : .drop
    }
  }

  /// What comes back from a chain: what no rule of it took.
  private mutating func walk(_ chain: String, _ packets: Packets, depth: Int) -> Packets {
    guard let rules = chains[chain] else { return packets }
    if depth > Self.deepest { return giveUp(packets, .nested) }
    var here = packets
    var back = Packets.none
    for rule in rules {
      if here.isEmpty || passed.anybody.isYes { break }
      left -= 1
      if left < 0 { return giveUp(here, .tooMany) }
      let fit = here.taken(rule.fit(kind), by: rule)
      if fit.extent == .none { continue }
      switch rule.action {
      case .accept: accept(fit, rule, &here)
      case .drop: drop(fit, &here)
      case .jump(let target): jump(target, fit, &here, depth)
      case .leave: leave(fit, &here, &back)
      case .enlist(let list): here.enlist(list, fit)
      case .redirect(let ports):
        if ports.map({ $0.holds(kind.port) }) ?? true {
          accept(fit, rule, &here)
        } else {
          drop(fit, &here)
        }
      case .unknown(let cause):
        pass(here.weakened(cause))
        here = here.weakened(cause)
      }
    }
    back.join(here)
    return back
  }

  private mutating func accept(_ fit: PacketFit, _ rule: PacketRule, _ here: inout Packets) {
    if case .named = fit.sources {
      passed.isNamed = passed.isNamed || !here.isEmpty
      return
    }
    passed.isNamed = passed.isNamed || here.isNamed
    switch fit.extent {
    case .none: break
    case .all, .most, .some:
      if here.anybody.isYes, !passed.anybody.isYes { place = rule.place }
      pass(here)
      if fit.extent == .all { here = fit.sources == .others ? here.named : .none }
    case .maybe, .rare:
      pass(here.weakened(fit.cause ?? .tooMany))
    }
  }

  /// Those of senders that no line names pass.
  private mutating func pass(_ packets: Packets) {
    passed.join(Packets(anybody: packets.anybody, lists: packets.lists))
  }

  private mutating func drop(_ fit: PacketFit, _ here: inout Packets) {
    if case .named(let size) = fit.sources {
      if fit.extent == .all || fit.extent == .most { forget(size, &here) }
      return
    }
    switch fit.extent {
    case .none, .rare, .some: break
    case .all: here = fit.sources == .others ? here.named : .none
    case .maybe, .most:
      here.isNamed = here.isNamed || fit.sources == .others && !here.isEmpty
      here.anybody = here.anybody.weakened(fit.cause ?? .tooMany)
    }
  }

  /// So many lines may name those who are dropped that hardly anybody is left.
  private mutating func forget(_ size: UInt128, _ here: inout Packets) {
    let (sum, isOver) = dropped.addingReportingOverflow(size)
    dropped = isOver ? .max : sum
    let most: UInt128 = family == .ip ? 3 << 30 : 1 << 125
    if dropped >= most { here.anybody = here.anybody.weakened(.manyDropped) }
  }

  private mutating func leave(_ fit: PacketFit, _ here: inout Packets, _ back: inout Packets) {
    if case .named = fit.sources { return back.join(here.named) }
    switch fit.extent {
    case .none: break
    case .all:
      back.join(here)
      here = fit.sources == .others ? here.named : .none
    case .some: back.join(here)
    case .maybe, .most, .rare:
      let cause = fit.cause ?? .tooMany
      back.join(here.weakened(cause))
      if fit.extent != .rare { here.anybody = here.anybody.weakened(cause) }
    }
  }

  private mutating func jump(
    _ target: String, _ fit: PacketFit, _ here: inout Packets, _ depth: Int
  ) {
    if case .named = fit.sources {
      _ = walk(target, here.named, depth: depth + 1)
      return
    }
    var all = passed
    let before = place
    passed.anybody = .no
    let out = walk(target, here, depth: depth + 1)
    let isSure = fit.extent != .maybe && fit.extent != .rare
    let cause = fit.cause ?? .tooMany
    let found = isSure ? passed : passed.weakened(cause)
    if all.anybody.isYes || !found.anybody.isYes { place = before }
    all.join(found)
    passed = all
    switch fit.extent {
    case .none, .rare, .some: break
    case .all:
      here = Packets(
        anybody: out.anybody, isNamed: out.isNamed || fit.sources == .others && !here.isEmpty,
        lists: out.lists)
    case .maybe, .most:
      here.isNamed = here.isNamed || out.isNamed || fit.sources == .others && !here.isEmpty
      if !out.anybody.isYes { here.anybody = here.anybody.weakened(cause) }
    }
  }

  private mutating func giveUp(_ packets: Packets, _ cause: Cause) -> Packets {
    pass(packets.weakened(cause))
    passed.isNamed = true
    return .none
  }

  /// How deep chains may jump into others.
  private static let deepest = 64
}

extension RuleValue {
  fileprivate func holds(_ port: UInt16) -> Bool {
    guard case .ranges(let ranges) = self else { return false }
    return ranges.contains { $0.contains(UInt128(port)) }
  }
}

extension Cause {
  fileprivate static let nested = Cause(
    "chains of the firewall jump into each other too deep to be followed",
    remedy: "put the rules into fewer chains")

  fileprivate static let tooMany = Cause(
    "the rules of the firewall are too many to be followed for every interface and service",
    remedy: "put addresses and interfaces into lists, so that fewer rules do")

  fileprivate static let manyDropped = Cause(
    "the rules drop so many addresses by name that few may be left",
    remedy: "let the rules accept whom they mean, and drop the rest")
}
