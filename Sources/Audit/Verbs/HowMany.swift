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
    let number = count.certain.count
    if isTooFew(condition, count) {
      let counted = (count.certain + count.sharing).map(\.row)
      let related =
        labels(of: counted, besides: last, column) + labels(of: count.others, chosen)
      return [
        diagnostic(
          last, column: column, related: Array(related.prefix(Self.mostRelated)), isAbsent: true,
          count: number)
      ]
    }
    let excess = excess(condition, count)
    let related = labels(of: count.certain.map(\.row), besides: excess, column)
    return [
      diagnostic(
        excess, column: column, related: Array(related.prefix(Self.mostRelated)), count: number)
    ]
  }

  /// How many further entries a finding points at.
  private static let mostRelated = 5

  /// The first entry that is one too many; of those that nobody wrote, only if no other is.
  private func excess(_ condition: Condition, _ count: Count) -> Row {
    let rows = count.certain.map(\.row)
    let allowed = rows.indices.reversed().first { Counting.meets(condition, $0) } ?? 0
    let excess = rows[allowed...]
    return excess.first { $0.entry?.isWritten ?? true } ?? excess[allowed]
  }

  /// The labels of counted entries besides the one that is marked.
  private func labels(of rows: [Row], besides marked: Row, _ column: String?) -> [Label] {
    rows.filter { $0.place != marked.place || $0.title != marked.title }.map { row in
      (rule.mark?.text ?? column).flatMap { label($0, of: row) }
        ?? Label(file(of: row), row.place, "counted, too")
    }
  }

  /// What keeps entries of the group from being counted.
  private func labels(of others: [Member], _ chosen: Conditions) -> [Label] {
    others.prefix(Self.mostRelated).compactMap { member in
      let failing = chosen.clauses.first {
        if case .no = reader.judge($0, member.row) { true } else { false }
      }
      return (failing ?? chosen.clauses.first).flatMap { label($0.column.text, of: member.row) }
    }
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
