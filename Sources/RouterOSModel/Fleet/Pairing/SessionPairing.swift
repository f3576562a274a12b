/// Finds for each BGP session the session at its other end.
///
/// That is the session on the router that holds its remote address whose own remote address is ours, in
/// the routing table of each. Where several are, the one whose addresses both ends likely speak from.
/// Sessions are looked up by what they dial, so that the work grows with their number.
struct SessionPairing {
  private let routers: [RouterEnds]
  private let owners: AddressOwners
  private var candidates: SessionCandidates
  private var found: [Row.ID: FoundEnd] = [:]
  /// The sessions that likely belong together by the addresses of both ends.
  private var settled: Set<Row.ID> = []

  init(_ routers: [RouterEnds], _ owners: AddressOwners) {
    self.routers = routers
    self.owners = owners
    candidates = SessionCandidates(routers, owners)
  }

  /// What stands at the other end of each session.
  consuming func pair() -> [Row.ID: FoundEnd] {
    let all = candidates.sessions.flatMap(\.all)
    // Sessions whose addresses agree at both ends go first, and are no answer to any other then.
    for session in all {
      let far = farEnd(of: session, onlyLikely: true)
      if let id = far.partner {
        found[session.id] = far
        settled.formUnion([session.id, id])
      }
    }
    for session in all where found[session.id] == nil {
      found[session.id] = farEnd(of: session, onlyLikely: false)
    }
    pairHalfAnswered(all)
    return found
  }

  private mutating func pairHalfAnswered(_ all: [Sessions.Session]) {
    var strays = StraySessions(candidates.sessions, owners)
    for session in all where !isPaired(session.id) {
      guard let far = strays.answer(to: session, where: { !isPaired($0) }) else { continue }
      found[session.id] = .paired(far.id, .autonomousSystems)
      found[far.id] = .paired(session.id, .autonomousSystems)
    }
  }

  private func isPaired(_ id: Row.ID) -> Bool { found[id]?.partner != nil }

  private mutating func farEnd(of session: Sessions.Session, onlyLikely: Bool) -> FoundEnd {
    guard let remote = session.end.remote else {
      return .unknown(session.end.doubtOfRemote ?? .notHere("of the session"))
    }
    let holders = owners.owners(of: remote, but: session.id.device)
    guard !holders.isEmpty else { return .unknown(.notHere(session.end.texts.remote)) }
    var parts: [Answers] = []
    for holder in holders {
      parts.append(
        candidates.answers(
          to: session, remote, on: holder, onlyLikely ? .likely : .allBut(settled)))
    }
    let answers = Answers(parts)
    if answers.best.count == 1 { return .paired(answers.best[0].id, .addresses) }
    guard holders.count == 1, answers.best.isEmpty else {
      return .unknown(.ambiguousEnd(session.end.texts.remote))
    }
    if answers.isTableWrong {
      return .unknown(.otherTable(session.end.texts.table, session.end.texts.remote))
    }
    let gap = routers[holders[0]].doubtOfSessions ?? candidates.sessions[holders[0]].doubt
    return gap.map(FoundEnd.unknown) ?? .unanswered
  }
}

extension Cause {
  static func notHere(_ address: String) -> Cause {
    Cause(
      "no export here holds the far end \(address)", remedy: "audit the export of that router, too")
  }

  static func ambiguousEnd(_ address: String) -> Cause {
    Cause(
      "several sessions or routers here could be the far end \(address)",
      remedy: "put the exports that belong together into one folder")
  }

  fileprivate static func otherTable(_ table: String, _ address: String) -> Cause {
    Cause(
      "what routing table '\(table)' leads to as \(address) is on no router here, as far as is known",
      remedy: "audit the export of that router, too")
  }
}
