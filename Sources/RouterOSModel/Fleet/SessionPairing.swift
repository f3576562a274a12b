/// Finds for each BGP session the session at its other end.
///
/// That is the session on the router that holds its remote address whose own remote address is ours.
/// Sessions are looked up by what they dial, so that the work grows with their number.
struct SessionPairing {
  private let devices: [Device]
  private let sessions: [Sessions]
  private let owners: AddressOwners
  private var found: [Row.ID: Fleet.FarEnd] = [:]
  /// The sessions of one router that dial any address of another, by both.
  private var diallers: [[Int]: Sessions.Group] = [:]
  /// Sessions of each router that dial an address on no other, by the networks it shares with them.
  private var strays: [Int: PrefixTable<StrayList>] = [:]

  init(_ devices: [Device], _ rows: [[Row]], _ owners: AddressOwners) {
    self.devices = devices
    self.owners = owners
    sessions = rows.map { Sessions($0, owners) }
  }

  /// What stands at the other end of each session.
  consuming func pair() -> [Row.ID: Fleet.FarEnd] {
    for session in sessions.map(\.all).joined() { found[session.id] = farEnd(of: session) }
    for session in sessions.map(\.all).joined() where !isPaired(session.id) {
      guard let far = halfAnswered(session) else { continue }
      found[session.id] = .paired(far.row)
      found[far.id] = .paired(session.row)
    }
    return found
  }

  private func isPaired(_ id: Row.ID) -> Bool {
    if case .paired = found[id] { true } else { false }
  }

  private mutating func farEnd(of session: Sessions.Session) -> Fleet.FarEnd {
    guard let remote = session.remote else { return .unknown(Self.noAddress(session.row)) }
    let holders = owners.owners(of: remote, but: session.id.device, devices)
    guard !holders.isEmpty else { return .unknown(Self.notHere(remote)) }
    var answers: [Row] = []
    for holder in holders where answers.count < 2 {
      let groups = groups(on: holder, dialling: session)
      let places = groups.flatMap { $0.speaking(from: remote, onlyInUse: session.isOn) }
      answers += places.prefix(2).map { sessions[holder].all[$0].row }
    }
    if answers.count == 1 { return .paired(answers[0]) }
    guard holders.count == 1, answers.isEmpty else { return .unknown(Self.ambiguous(remote)) }
    let gap = devices[holders[0]].configuration.incompleteness(of: .bgpSessions)
    return gap.map(Fleet.FarEnd.unknown) ?? .unanswered
  }

  /// The sessions of a router that dial the address that `session` speaks from; any address of its
  /// router, when nothing tells which.
  private mutating func groups(
    on holder: Int, dialling session: Sessions.Session
  ) -> [Sessions.Group] {
    if let source = session.source { return sessions[holder].dialling(source) }
    let device = session.id.device
    if let group = diallers[[holder, device]] { return [group] }
    let group = sessions[holder].dialling(anyOf: owners.addresses[device])
    diallers[[holder, device]] = group
    return [group]
  }

  /// The one session that dials us from a network we share, though the address it dials is on no
  /// router: if each side expects the AS of the other, one of the two addresses is wrong, and the
  /// sessions still belong together.
  private mutating func halfAnswered(_ session: Sessions.Session) -> Sessions.Session? {
    guard let remote = session.remote else { return nil }
    let holders = owners.owners(of: remote, but: session.id.device, devices)
    guard holders.count == 1 else { return nil }
    let holder = holders[0]
    var table = strays.removeValue(forKey: holder) ?? strays(of: holder)
    var candidates: Set<Int> = []
    for network in table.prefixes(holding: remote) {
      table.update(network, from: StrayList()) { list in
        candidates.formUnion(list.firstTwo { !isPaired(sessions[holder].all[$0].id) })
      }
    }
    strays[holder] = table
    guard candidates.count == 1, let far = candidates.first.map({ sessions[holder].all[$0] }),
      expects(session.row, far.row), expects(far.row, session.row)
    else { return nil }
    return far
  }

  /// Whether a session certainly expects the AS of another, or takes any.
  private func expects(_ row: Row, _ far: Row) -> Bool {
    guard let wanted = row.cell("remote-as"), let shown = far.cell("local-as") else { return false }
    if case .unset = wanted.content { return true }
    return !Set(wanted.texts).isDisjoint(with: shown.texts)
  }

  private func strays(of device: Int) -> PrefixTable<StrayList> {
    var table = PrefixTable<StrayList>()
    for address in owners.addresses[device] {
      table.update(address.prefix, from: StrayList()) { _ in }
    }
    for (place, session) in sessions[device].all.enumerated() {
      guard let dialled = session.remote, !owners.isOwned(dialled, but: device, devices) else {
        continue
      }
      for network in table.prefixes(holding: dialled) {
        table.update(network, from: StrayList()) { $0.places.append(place) }
      }
    }
    return table
  }

  private static func noAddress(_ row: Row) -> Cause {
    guard let address = row.text("remote-address") else {
      return Cause(
        "the session has no remote address", remedy: "give each neighbour a session of its own")
    }
    guard IPPrefix(address) == nil else {
      return Cause(
        "the session waits for a whole network", remedy: "give each neighbour a session of its own")
    }
    return Cause(
      "nothing in an export tells which router holds '\(address)'",
      remedy: "compare the AS numbers of the two routers by hand")
  }

  private static func notHere(_ address: IPAddress) -> Cause {
    Cause(
      "no export here holds the far end \(address)", remedy: "audit the export of that router, too")
  }

  private static func ambiguous(_ address: IPAddress) -> Cause {
    Cause(
      "several sessions or routers here could be the far end \(address)",
      remedy: "put the exports that belong together into one folder")
  }
}

/// Places of sessions, of which some may have found their far end meanwhile.
private struct StrayList {
  var places: [Int] = []

  /// Two that are still wanted, or fewer if there are no more; drops on the way those that are not, so
  /// that none is looked at in vain twice.
  mutating func firstTwo(where isWanted: (Int) -> Bool) -> [Int] {
    var wanted: [Int] = []
    while wanted.count < 2, let place = places.popLast() {
      if isWanted(place) { wanted.append(place) }
    }
    places += wanted.reversed()
    return wanted
  }
}
