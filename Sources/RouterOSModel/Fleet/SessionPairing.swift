/// Finds for each BGP session the session at its other end.
///
/// That is the session on the router that holds its remote address whose own remote address is ours, in
/// the routing table of each. Where several are, the one whose addresses both ends likely speak from.
/// Sessions are looked up by what they dial, so that the work grows with their number.
struct SessionPairing {
  private let devices: [Device]
  private let sessions: [Sessions]
  private let owners: AddressOwners
  private var found: [Row.ID: Fleet.FarEnd] = [:]
  /// The sessions that likely belong together by the addresses of both ends.
  private var settled: Set<Row.ID> = []
  /// The sessions of one router that dial any address of another, by both.
  private var diallers: [[Int]: DialGroup] = [:]
  /// Sessions of each router that dial an address on no other, by the networks it shares with them.
  private var strays: [Int: PrefixTable<StrayList>] = [:]

  init(_ devices: [Device], _ rows: [[Row]], _ owners: AddressOwners) {
    self.devices = devices
    self.owners = owners
    sessions = rows.map { Sessions($0, owners) }
  }

  /// What stands at the other end of each session.
  consuming func pair() -> [Row.ID: Fleet.FarEnd] {
    // Sessions whose addresses agree at both ends go first, and are no answer to any other then.
    for session in sessions.map(\.all).joined() {
      let far = farEnd(of: session, onlyLikely: true)
      if case .paired(let row) = far, let id = row.id {
        found[session.id] = far
        settled.formUnion([session.id, id])
      }
    }
    for session in sessions.map(\.all).joined() where found[session.id] == nil {
      found[session.id] = farEnd(of: session, onlyLikely: false)
    }
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

  private mutating func farEnd(of session: Sessions.Session, onlyLikely: Bool) -> Fleet.FarEnd {
    guard let remote = session.remote else { return .unknown(Self.noAddress(session.row)) }
    let holders = owners.owners(of: remote, but: session.id.device, devices)
    guard !holders.isEmpty else { return .unknown(Self.notHere(remote)) }
    var parts: [Answers] = []
    for holder in holders {
      parts.append(self.answers(to: session, remote, on: holder, onlyLikely: onlyLikely))
    }
    let answers = Answers(parts)
    if answers.best.count == 1 { return .paired(answers.best[0].row) }
    guard holders.count == 1, answers.best.isEmpty else { return .unknown(Self.ambiguous(remote)) }
    if answers.isTableWrong { return .unknown(Self.otherTable(session.table ?? "main", remote)) }
    let there = sessions[holders[0]]
    let gap = devices[holders[0]].configuration.incompleteness(of: .bgpSessions) ?? there.doubt
    return gap.map(Fleet.FarEnd.unknown) ?? .unanswered
  }

  /// The sessions of a router that may answer: they dial an address of ours, and nothing that is written
  /// has the two speak from other addresses or in other routing tables.
  private mutating func answers(
    to session: Sessions.Session, _ remote: IPAddress, on holder: Int, onlyLikely: Bool
  ) -> Answers {
    var answers = Answers()
    for place in diallers(of: session, remote, on: holder) {
      let far = sessions[holder].all[place]
      guard far.isOn || !session.isOn, far.maySpeak(from: remote),
        session.writtenSource.map({ far.dialled?.contains($0) ?? false }) ?? true
      else { continue }
      let rank = rank(far, session, remote)
      let isLikely = rank >= Answers.likelyRank
      if onlyLikely ? !isLikely : !isLikely && settled.contains(far.id) { continue }
      answers.add(far, rank: rank, isTableRight: isTableRight(far, session))
      if answers.isAmbiguous { break }
    }
    return answers
  }

  /// The sessions of `holder` that dial an address of the router of `session`, the likely ones first. So
  /// many sessions may do so that most must not be looked at for each other.
  private mutating func diallers(
    of session: Sessions.Session, _ remote: IPAddress, on holder: Int
  ) -> [Int] {
    let key = [holder, session.id.device]
    let group: DialGroup
    if let known = diallers[key] {
      group = known
    } else {
      let places = sessions[holder].dialling(anyOf: owners.addresses[session.id.device])
      group = DialGroup(places, sessions[holder].all)
      diallers[key] = group
    }
    return group.places(likelyFrom: session.likelySource, to: remote)
  }

  /// How many of the two addresses agree with those that the two sessions likely speak from.
  private func rank(
    _ far: Sessions.Session, _ session: Sessions.Session, _ remote: IPAddress
  ) -> Int {
    let isForUs = session.likelySource.map { far.dialled?.contains($0) ?? false } ?? false
    return (isForUs ? 2 : 0) + (far.likelySource == remote ? 2 : 0)
      + (far.isOn == session.isOn ? 1 : 0)
  }

  /// Whether each may hold the address that the other dials in the table it speaks in.
  private func isTableRight(_ far: Sessions.Session, _ session: Sessions.Session) -> Bool {
    guard let remote = session.remote else { return true }
    let own = far.remote ?? session.likelySource
    return owners.mayHold(remote, in: far.table, on: far.id.device)
      && own.map { owners.mayHold($0, in: session.table, on: session.id.device) } ?? true
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

  private static func otherTable(_ table: String, _ address: IPAddress) -> Cause {
    Cause(
      "what routing table '\(table)' leads to as \(address) is on no router here, as far as is known",
      remedy: "audit the export of that router, too")
  }

  private static func noAddress(_ row: Row) -> Cause {
    if let cause = row.cell("remote-address")?.writtenDoubt { return cause }
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
