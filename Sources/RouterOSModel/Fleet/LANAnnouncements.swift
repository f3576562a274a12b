/// Which sessions announce networks to the routers that they are promised to.
final class LANAnnouncements {
  private struct Pair: Hashable {
    let here: Int
    let far: Int
  }

  private let fleet: Fleet
  private var pairs: [Pair: [(here: Row, far: Row)]] = [:]
  private var chains: [Int: FilterChains] = [:]

  init(_ fleet: Fleet, _ pairs: [(here: Row, far: Row)]) {
    self.fleet = fleet
    for (here, far) in pairs where here.id?.view == .bgpSessions {
      guard let device = here.id?.device, let other = far.id?.device else { continue }
      self.pairs[Pair(here: device, far: other), default: []].append((here, far))
    }
  }

  /// What sessions over a path tell of a network.
  struct Answer {
    /// The one that announces it, or is to.
    let session: String?
    /// Whether the other router learns it.
    let isLearned: Cell
    /// The interfaces that packets to the other router leave by.
    let egresses: Set<String>
  }

  /// Whether the other router learns a network by BGP over a path, and by which session.
  func answer(to way: LANWay) -> Answer {
    let sessions = (pairs[Pair(here: way.lan.device, far: way.other)] ?? []).filter { here, far in
      isOn(way.here, here) || isOn(way.there, far)
    }
    let egresses = Set(sessions.compactMap { $0.here.text("egress") })
    var doubt: Cause?
    for (here, far) in sessions {
      let cell = isLearned(way, here, far)
      if cell.isYes {
        return Answer(session: here.text("name"), isLearned: cell, egresses: egresses)
      }
      doubt = doubt ?? cell.doubt
    }
    doubt = doubt ?? otherSource(way)
    let answer = doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(false)
    return Answer(
      session: sessions.first?.here.text("name"), isLearned: answer, egresses: egresses)
  }

  private func isOn(_ interfaces: Set<String>?, _ session: Row) -> Bool {
    guard let interfaces else { return true }
    return session.text("egress").map(interfaces.contains) ?? false
  }

  private func isLearned(_ way: LANWay, _ here: Row, _ far: Row) -> Cell {
    let off = [here, far].map { $0.cell("disabled") ?? .none }
    if off.contains(where: \.isYes) { return Cell(false) }
    let family = way.lan.prefix.network.family == .ip ? "ip" : "ipv6"
    if let spoken = far.cell("afi"), spoken.doubt == nil, !spoken.texts.contains(family) {
      return Cell(false)
    }
    let advertised = here.cell("advertises") ?? .none
    var doubt = off.lazy.compactMap(\.doubt).first ?? advertised.doubt
    for text in advertised.texts + advertised.certain {
      guard let network = IPPrefix(text) else { continue }
      if network != way.lan.prefix, way.lan.prefix.holds(network) {
        doubt = doubt ?? .parts(way.lan.prefix)
      }
      guard network.holds(way.lan.prefix) else { continue }
      let passes = passes(network, far)
      if passes.isYes, off.allSatisfy({ $0.doubt == nil }) { return Cell(true) }
      doubt = doubt ?? passes.doubt
    }
    return doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(false)
  }

  private func passes(_ network: IPPrefix, _ session: Row) -> Cell {
    let filter = session.cell("in-filter") ?? .none
    if let doubt = filter.doubt { return Cell(.unknown(doubt), .boolean) }
    guard let chain = filter.text, let device = session.id?.device else { return Cell(true) }
    var known = chains[device] ?? FilterChains(fleet.devices[device].configuration)
    let cell = known.passes(network, chain)
    chains[device] = known
    return cell
  }

  /// Why the other router may learn the network from somebody else.
  private func otherSource(_ way: LANWay) -> Cause? {
    let there = fleet.devices[way.other]
    if let gap = there.configuration.incompleteness(of: .bgpSessions) { return gap }
    let own = Set(
      (pairs[Pair(here: way.other, far: way.lan.device)] ?? []).compactMap { $0.here.id?.index })
    let others = fleet.rows(.bgpSessions, of: way.other).contains { session in
      session.text("disabled") != "yes" && !own.contains(session.id?.index ?? -1)
    }
    let menus = [
      "/routing/isis/instance", "/routing/ospf/interface-template", "/routing/ospf/network",
      "/routing/rip/instance", "/routing/rip/network",
    ]
    let listens = menus.contains { menu in
      there.configuration.entries(menu).contains {
        $0.isWritten && $0.value("disabled").text != "yes"
      }
    }
    guard others || listens else { return nil }
    return Cause(
      "\(there.name) may learn \(way.lan.prefix) from another router",
      remedy: "look at /ip route print on \(there.name)")
  }
}
