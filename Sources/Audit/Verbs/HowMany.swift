import Diagnostics
import Policy
import RouterOSModel

/// `how-many`: the number of entries, or of different values of a column, meets the condition.
extension Judge {
  /// Whether as many of the group as wanted meet the conditions.
  func number(
    _ condition: Condition, _ count: Count, _ chosen: Conditions, _ column: String?,
    isOpen: Bool
  ) -> [Judged] {
    let verdict = Counting.verdict(condition, count.range, isOpen: isOpen)
    if verdict == true { return [] }
    if verdict == nil || !isCertain(count) {
      // Without a doubt, only the gap in the export makes it unknown, and that was said once.
      guard let doubt = count.doubt, let last = count.last else { return doubtOfConcern() }
      let isFailing = !Counting.meets(condition, count.shown)
      return [unknown(last, doubt, column: column, count: isFailing ? count.shown : nil)]
    }
    guard let last = count.last else { return nothingFound() }
    let related = count.others.prefix(5).compactMap { member in
      let failing = chosen.clauses.first {
        if case .no = reader.judge($0, member.row) { true } else { false }
      }
      return (failing ?? chosen.clauses.first).flatMap { label($0.column.text, of: member.row) }
    }
    return [
      diagnostic(
        last, column: column, related: related, isAbsent: isTooFew(condition, count),
        count: count.certain.count)
    ]
  }

  /// Whether the group is one at all: its router always is, else one of its entries must be certain.
  private func isCertain(_ count: Count) -> Bool {
    if !rule.per.isEmpty { return count.isCertain }
    if case .unknown = concern { return false }
    return true
  }

  private func isTooFew(_ condition: Condition, _ count: Count) -> Bool {
    Counting.verdict(condition, count.range, isOpen: true) == nil
  }

  private func doubtOfConcern() -> [Judged] {
    if case .unknown(let cause) = concern { [gap(cause)] } else { [] }
  }
}
