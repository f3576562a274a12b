import Diagnostics
import Policy
import RouterOSModel
import SourceText

/// The verbs that judge all entries of a group at once.
///
/// Each is judged without and with the entries that are only possibly there; where the two differ,
/// the outcome is unknown.
extension Judge {
  /// `loose` are entries that may belong to the group, or to another.
  func judgeGroup(_ members: [Member], _ loose: [Member], isOpen: Bool) -> [Diagnostic] {
    rule.expect.verbs.flatMap { verb -> [Diagnostic] in
      switch verb {
      case .find: []
      case .distinct(let columns):
        columns.flatMap { clashes(members, $0.text) }
      case .strictlyOrdered(let column):
        clashes(members, column.text)
      case .same(let columns): columns.flatMap { disagreement(members, $0.text) }
      case .howMany(let condition, let chosen):
        number(condition, Count(members, chosen, loose, reader), chosen, isOpen: isOpen)
      }
    }
  }

  /// Later holders of a value that an earlier one of the group holds. Certain entries clash before
  /// possible ones are looked at, so that what is known is said as known.
  private func clashes(_ members: [Member], _ column: String) -> [Diagnostic] {
    guard members.count > 1 else { return [] }
    var holders: [String: Member] = [:]
    var found: [Diagnostic] = []
    for member in certainFirst(members) {
      guard case .cell(let cell) = reader.read(column, of: member.row) else { continue }
      if case .unknown(let cause) = cell.content {
        found.append(unknown(member.row, member.doubt ?? cause, column: column))
        continue
      }
      let values = cell.texts.map(cell.type.canonical)
      if let first = values.lazy.compactMap({ holders[$0] }).first {
        let related = label(column, of: first.row).map { [$0] } ?? []
        if let doubt = member.doubt ?? first.doubt {
          found.append(
            unknown(member.row, doubt, column: column, related: related, other: first.row))
        } else {
          found.append(
            diagnostic(member.row, column: column, related: related, other: first.row))
        }
      }
      for value in values where holders[value] == nil { holders[value] = member }
    }
    return found
  }

  /// The first entry that shares no value with all before it: of lists, one value must be in each.
  /// What certainly differs is said even if other entries are not known.
  private func disagreement(_ members: [Member], _ column: String) -> [Diagnostic] {
    guard members.count > 1 else { return [] }
    var shared: (by: Member, values: Set<String>)?
    var doubtful: Diagnostic?
    for member in certainFirst(members) {
      guard case .cell(let cell) = reader.read(column, of: member.row) else { continue }
      if case .unknown(let cause) = cell.content {
        doubtful = doubtful ?? unknown(member.row, member.doubt ?? cause, column: column)
        continue
      }
      let values = Set(cell.texts.map(cell.type.canonical))
      guard let known = shared else {
        shared = (member, values)
        continue
      }
      let agrees = agree(known.values, values)
      if agrees {
        shared = (known.by, known.values.intersection(values))
        continue
      }
      let first = known.by
      let related = label(column, of: first.row).map { [$0] } ?? []
      guard let doubt = first.doubt ?? member.doubt else {
        return [diagnostic(member.row, column: column, related: related, other: first.row)]
      }
      doubtful =
        doubtful
        ?? unknown(member.row, doubt, column: column, related: related, other: first.row)
    }
    return doubtful.map { [$0] } ?? []
  }

  /// Whether two lists share a value, and of addresses one of each family that both have: that routers
  /// agree on IPv6 says nothing of IPv4.
  private func agree(_ left: Set<String>, _ right: Set<String>) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return left.isEmpty && right.isEmpty }
    let own = Dictionary(grouping: left, by: addressFamily(of:))
    let other = Dictionary(grouping: right, by: addressFamily(of:))
    let common = own.keys.filter { other[$0] != nil }
    return !common.isEmpty
      && common.allSatisfy { !Set(own[$0] ?? []).isDisjoint(with: other[$0] ?? []) }
  }

  private func certainFirst(_ members: [Member]) -> [Member] {
    members.filter { $0.doubt == nil } + members.filter { $0.doubt != nil }
  }

  /// Whether as many of the group as wanted meet the conditions.
  private func number(
    _ condition: Condition, _ count: Count, _ chosen: Conditions, isOpen: Bool
  ) -> [Diagnostic] {
    let verdict = Counting.verdict(condition, count.range, isOpen: isOpen)
    if verdict == true { return [] }
    if verdict == nil || !isCertain(count) {
      // Without a doubt, only the gap in the export makes it unknown, and that was said once.
      guard let doubt = count.doubt, let last = count.last else { return doubtOfConcern() }
      let isFailing = !Counting.meets(condition, count.shown)
      return [unknown(last, doubt, column: nil, count: isFailing ? count.shown : nil)]
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
        last, column: nil, related: related, isAbsent: isTooFew(condition, count),
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

  private func doubtOfConcern() -> [Diagnostic] {
    if case .unknown(let cause) = concern { [gap(cause)] } else { [] }
  }
}
