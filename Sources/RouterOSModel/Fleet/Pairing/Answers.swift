/// The sessions that may be at the other end of one, as far as they must be known.
struct Answers {
  /// Those that fit best; two are as good as many.
  private(set) var best: [Sessions.Session] = []
  /// Whether some would fit, were they not in another routing table.
  private(set) var isTableWrong = false
  private var rank = -1

  /// The best rank there is.
  static let highestRank = 5
  /// The rank from which on the addresses of both ends agree.
  static let likelyRank = 4

  /// None yet.
  init() {}

  /// Those of several routers together.
  init(_ parts: [Answers]) {
    isTableWrong = parts.contains(where: \.isTableWrong)
    for part in parts {
      for session in part.best { add(session, rank: part.rank, isTableRight: true) }
    }
  }

  /// Whether no further session changes anything.
  var isAmbiguous: Bool { best.count > 1 && rank == Self.highestRank }

  mutating func add(_ session: Sessions.Session, rank: Int, isTableRight: Bool) {
    guard isTableRight else {
      isTableWrong = true
      return
    }
    if rank > self.rank {
      self.rank = rank
      best = [session]
    } else if rank == self.rank, best.count < 2 {
      best.append(session)
    }
  }
}
