/// The BGP sessions of a fleet, and which of them may answer another.
struct SessionCandidates {
  /// Which answers are wanted.
  enum Wanted {
    /// Those whose addresses agree at both ends.
    case likely
    /// All but those that certainly answer others.
    case allBut(Set<Row.ID>)
  }

  let sessions: [Sessions]
  private let owners: AddressOwners
  /// The sessions of one router that dial any address of another, by both.
  private var diallers: [[Int]: DialGroup] = [:]

  init(_ routers: [RouterEnds], _ owners: AddressOwners) {
    self.owners = owners
    sessions = routers.enumerated().map { Sessions($1.sessions, of: $0, owners) }
  }

  /// The sessions of a router that may answer: they dial an address of ours, and nothing that is written
  /// has the two speak from other addresses or in other routing tables.
  mutating func answers(
    to session: Sessions.Session, _ remote: IPAddress, on holder: Int, _ wanted: Wanted
  ) -> Answers {
    var answers = Answers()
    for place in diallers(of: session, remote, on: holder) {
      let far = sessions[holder].all[place]
      guard far.end.isOn || !session.end.isOn, far.end.maySpeak(from: remote),
        session.end.writtenSource.map({ far.end.dialled?.contains($0) ?? false }) ?? true
      else { continue }
      let rank = rank(far, session, remote)
      guard isWanted(far, rank, wanted) else { continue }
      answers.add(far, rank: rank, isTableRight: isTableRight(far, session))
      if answers.isAmbiguous { break }
    }
    return answers
  }

  private func isWanted(_ far: Sessions.Session, _ rank: Int, _ wanted: Wanted) -> Bool {
    let isLikely = rank >= Answers.likelyRank
    switch wanted {
    case .likely: return isLikely
    case .allBut(let settled): return isLikely || !settled.contains(far.id)
    }
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
    let isForUs = session.likelySource.map { far.end.dialled?.contains($0) ?? false } ?? false
    return (isForUs ? 2 : 0) + (far.likelySource == remote ? 2 : 0)
      + (far.end.isOn == session.end.isOn ? 1 : 0)
  }

  /// Whether each may hold the address that the other dials in the table it speaks in.
  private func isTableRight(_ far: Sessions.Session, _ session: Sessions.Session) -> Bool {
    guard let remote = session.end.remote else { return true }
    let own = far.end.remote ?? session.likelySource
    return owners.mayHold(remote, in: far.end.table, on: far.id.device)
      && own.map { owners.mayHold($0, in: session.end.table, on: session.id.device) } ?? true
  }
}
