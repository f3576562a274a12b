import Policy
import RouterOSModel

/// The verbs that judge all entries of a group at once; each has a file beside this one.
///
/// Each is judged without and with the entries that are only possibly there; where the two differ,
/// the outcome is unknown.
extension Judge {
  /// `loose` are entries that may belong to the group, or to another.
  func judgeGroup(_ members: [Member], _ loose: [Member], isOpen: Bool) -> [Judged] {
    rule.expect.verbs.flatMap { verb -> [Judged] in
      switch verb {
      case .disjoint(let column, let across): overlaps(members, column.text, across?.text)
      case .distinct(let columns): columns.flatMap { clashes(members, $0.text) }
      case .find: []
      case .howMany(let condition, let chosen, let column):
        number(
          condition, Count(members, chosen, column?.text, loose, reader), chosen, column?.text,
          isOpen: isOpen)
      case .inOrder(let steps): misplaced(members, steps, isOpen: isOpen)
      case .same(let columns): columns.flatMap { disagreement(members, $0.text) }
      case .strictlyOrdered(let column, let by): disorder(members, column.text, by?.text)
      }
    }
  }

  /// Certain entries before those that are only possibly there, so that what is known is said as known.
  func certainFirst(_ members: [Member]) -> [Member] {
    members.filter { $0.doubt == nil } + members.filter { $0.doubt != nil }
  }

  /// What two entries that clash come to: certain only if both certainly belong to the group.
  func clash(_ member: Member, _ column: String, with other: Member) -> Judged {
    let related = label(column, of: other.row).map { [$0] } ?? []
    guard let doubt = member.doubt ?? other.doubt else {
      return diagnostic(member.row, column: column, related: related, other: other.row)
    }
    return unknown(member.row, doubt, column: column, related: related, other: other.row)
  }
}
