import Diagnostics
import Policy
import RouterOSModel
import SourceText

/// The verbs that judge all entries of a group at once; each has a file beside this one.
///
/// Each is judged without and with the entries that are only possibly there; where the two differ,
/// the outcome is unknown.
extension Judge {
  /// `loose` are entries that may belong to the group, or to another.
  func judgeGroup(_ members: [Member], _ loose: [Member], isOpen: Bool) -> [Judged] {
    let found = rule.expect.verbs.flatMap { verb -> [Judged] in
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
    return onePerEntry(found)
  }

  /// What several columns or verbs find of one entry is one finding: the first that fails, with the labels of
  /// the others; what merely cannot be told is not said beside it.
  private func onePerEntry(_ found: [Judged]) -> [Judged] {
    struct Place: Hashable {
      let file: ObjectIdentifier
      let span: Span
      let title: String
    }
    var places: [Place: Int] = [:]
    var kept: [Judged] = []
    for judged in found {
      let place = judged.row.map {
        Place(file: ObjectIdentifier(file(of: $0)), span: $0.place, title: $0.title)
      }
      guard let place, let earlier = places[place] else {
        if let place { places[place] = kept.count }
        kept.append(judged)
        continue
      }
      kept[earlier] = joined(kept[earlier], judged)
    }
    return kept
  }

  private func joined(_ first: Judged, _ next: Judged) -> Judged {
    switch (first.diagnostic.outcome, next.diagnostic.outcome) {
    case (_, .unknown): return first
    case (.unknown, .fail): return next
    case (.fail, .fail):
      let diagnostic = first.diagnostic
      let labels = [next.diagnostic.primary] + next.diagnostic.related
      let related = unique(diagnostic.related + labels, besides: diagnostic.primary)
      return Judged(diagnostic.with(allRelated: related), of: first.row)
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
