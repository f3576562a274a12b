/// What packets of the router itself to an address leave by while everything works.
struct BestWay {
  /// An interface that they may leave by, and the route that leads there; nil for a connected network.
  struct Choice {
    let interface: String
    let route: Int?
  }

  /// What they may leave by: one when it is certain, none when they go nowhere.
  var choices: [Choice] = []
  /// Why they may leave by another; nil when they do not.
  var doubt: Cause?
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
      if let best, hops.facts[place].distance ?? 0 > best { return true }
      switch hops.reach(of: place) {
      case .nothing: continue
      case .hole: return true
      case .unknown(let cause): way.doubt = way.doubt ?? cause
      case .reached(let egress, _):
        way.doubt = way.doubt ?? egress.doubt
        guard let interface = egress.interface else { continue }
        way.choices.append(BestWay.Choice(interface: interface, route: place))
        if hops.facts[place].doubt == nil { best = hops.facts[place].distance ?? 0 }
      }
    }
    return best != nil
  }
}
