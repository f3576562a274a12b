/// The networks that lie between routers, by the pair of these.
struct LinkNetworks {
  private struct Pair: Hashable {
    let here: Int
    let far: Int
  }

  /// Both ends of sessions, and the outer ends of tunnels: networks that hold all of one are links.
  private var addresses: [Pair: Set<[IPAddress]>] = [:]
  private var prefixes: [Pair: Set<IPPrefix>] = [:]

  init(_ pairs: [(here: Row, far: Row)]) {
    for (here, far) in pairs {
      guard let device = here.id?.device, let other = far.id?.device else { continue }
      for pair in [Pair(here: device, far: other), Pair(here: other, far: device)] {
        note(here, far, pair)
      }
    }
  }

  /// How many ends have to be looked at for each network of two routers.
  func count(between here: Int, _ far: Int) -> Int {
    addresses[Pair(here: here, far: far)]?.count ?? 0
  }

  /// Whether two networks are ends of one link between two routers.
  func isLink(_ network: DeviceNetwork, _ here: Int, _ far: DeviceNetwork, _ other: Int) -> Bool {
    let pair = Pair(here: here, far: other)
    if prefixes[pair]?.contains(network.prefix) ?? false { return true }
    return addresses[pair]?.contains { ends in
      ends.allSatisfy { network.prefix.contains($0) && far.prefix.contains($0) }
    } ?? false
  }

  private mutating func note(_ here: Row, _ far: Row, _ pair: Pair) {
    if here.id?.view == .bgpSessions {
      let ends = [here, far].compactMap { $0.text("remote-address").flatMap { IPAddress($0) } }
      if ends.count == 2 { addresses[pair, default: []].insert(ends.sorted()) }
      return
    }
    for end in [here, far] {
      let endpoint = end.text("remote-endpoint").flatMap { IPAddress($0) }
      if let endpoint { addresses[pair, default: []].insert([endpoint]) }
    }
    let own = Set((here.cell("inner-prefix")?.texts ?? []).compactMap { IPPrefix($0) })
    let others = Set((far.cell("inner-prefix")?.texts ?? []).compactMap { IPPrefix($0) })
    prefixes[pair, default: []].formUnion(own.intersection(others))
  }
}
