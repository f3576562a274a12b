/// What packets of the router itself to an address leave by while everything works.
struct BestWay {
  /// An interface that they may leave by, and the route that leads there; nil for a connected network.
  struct Choice {
    let interface: String
    let route: Int?
    var distance = 0
  }

  /// The first of the later ways that leads into some interfaces, while another is there that does not: these
  /// packets come back to where they started, though the other would carry them.
  func detour(into own: [String]) -> Choice? {
    guard let other = later.last(where: { !own.contains($0.interface) }) else { return nil }
    return later.first { own.contains($0.interface) && $0.distance <= other.distance }
  }

  /// What they may leave by: one when it is certain, none when they go nowhere.
  var choices: [Choice] = []
  /// Why they may leave by another; nil when they do not.
  var doubt: Cause?
  /// What they certainly leave by afterwards, while routes of a lower distance to the same network are
  /// down; the first few.
  var later: [Choice] = []
  /// Whether the network that leads there is a single host, which no learned route takes over from.
  var isOwnRoute = false
}

extension WaysOut {
  /// The best way to an address: by the longest network, and there by the lowest distance. What other
  /// routers announce, and networks that providers give, are left out.
  mutating func best(to address: IPAddress, in table: String) -> BestWay {
    if let cause = doubt(of: address, table) { return BestWay(doubt: cause) }
    let connected = hops.surroundings.connected(address, table, within: .max)
    let longer = hops.tables.destinations(holding: address, in: table)
      .prefix { $0.length > connected?.length ?? -1 }
    var way = BestWay()
    for prefix in longer {
      if follow(hops.tables.routes(to: prefix, in: table), &way) {
        way.isOwnRoute = prefix.isHost
        return way
      }
    }
    switch connected?.reach {
    case .reached(let egress, _)?:
      if let interface = egress.interface {
        way.choices.append(BestWay.Choice(interface: interface, route: nil))
      }
      way.doubt = way.doubt ?? egress.doubt
    case .unknown(let cause)?: way.doubt = way.doubt ?? cause
    case .hole?, .nothing?, nil: break
    }
    return way
  }

  /// Adds what routes to one destination lead to, the lowest distance first; whether one of them certainly
  /// leads on, or throws packets away.
  private mutating func follow(_ routes: [Int], _ way: inout BestWay) -> Bool {
    var best: Int?
    for place in routes {
      let distance = hops.facts[place].distance ?? 0
      let isLater = best.map { distance > $0 } ?? false
      if isLater, way.later.count == Self.mostLater { return true }
      switch hops.reach(of: place) {
      case .nothing: continue
      case .hole: return true
      case .unknown(let cause): if !isLater { way.doubt = way.doubt ?? cause }
      case .reached(let egress, _):
        if !isLater { way.doubt = way.doubt ?? egress.doubt }
        guard let interface = egress.interface else { continue }
        let choice = BestWay.Choice(interface: interface, route: place, distance: distance)
        let isCertain = hops.facts[place].doubt == nil
        if !isLater {
          way.choices.append(choice)
          if isCertain { best = distance }
        } else if isCertain, egress.doubt == nil {
          way.later.append(choice)
        }
      }
    }
    return best != nil
  }

  /// So many ways are looked at that others come before.
  private static let mostLater = 16
}
