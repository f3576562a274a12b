extension ChainWalk {
  /// Which of the packets have come to a place.
  struct Packets {
    /// Whether there are some of senders that no line names.
    var anybody: Presence
    /// Whether there are some of senders that a line names.
    var isNamed = false
    /// The lists that rules put the senders of all these packets into on their way, and whether those whom a
    /// line names are among them.
    var lists: [String: PacketSources] = [:]

    static let none = Packets(anybody: .no)
    var isEmpty: Bool { anybody.isNo && !isNamed }

    mutating func join(_ other: Packets) {
      if anybody.isNo {
        lists = other.lists
      } else if !other.anybody.isNo {
        lists = lists.filter { other.lists[$0.key] == $0.value }
      }
      anybody = anybody.or(other.anybody)
      isNamed = isNamed || other.isNamed
    }

    /// Only those whom a line names.
    var named: Packets { Packets(anybody: .no, isNamed: !isEmpty) }

    /// The same where something else that nobody can tell must be so, too.
    func weakened(_ cause: Cause) -> Packets {
      Packets(anybody: anybody.weakened(cause), isNamed: isNamed, lists: lists)
    }

    /// Puts the senders of what a rule takes into a list.
    mutating func enlist(_ list: String, _ fit: PacketFit) {
      if case .named = fit.sources { return }
      if fit.extent == .all, lists.count < Self.most { lists[list] = fit.sources }
    }

    /// What a rule takes of them: a list may hold them all by now.
    func taken(_ fit: PacketFit, by rule: PacketRule) -> PacketFit {
      guard case .named = fit.sources, let list = rule.senderList, let sources = lists[list] else {
        return fit
      }
      return PacketFit(extent: fit.extent, sources: sources, cause: fit.cause)
    }

    /// So many lists are followed.
    private static let most = 64
  }
}
