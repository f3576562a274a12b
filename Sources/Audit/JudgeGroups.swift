import Diagnostics
import Policy
import RouterOSModel
import SourceText

/// The verbs that judge all entries of a group at once.
///
/// Each is judged without and with the entries that are only possibly there; where the two differ,
/// the outcome is unknown.
extension Judge {
  func judgeGroup(_ members: [Member], _ gap: Cause?) -> [Diagnostic] {
    rule.expect.verbs.flatMap { verb -> [Diagnostic] in
      switch verb {
      case .find: []
      case .distinct(let columns):
        columns.flatMap { clashes(members, $0.text) }
      case .strictlyOrdered(let column):
        clashes(members, column.text)
      case .same(let columns): columns.flatMap { disagreement(members, $0.text) }
      case .howMany(let condition, let chosen): number(members, condition, chosen, gap)
      }
    }
  }

  /// Later holders of a value that an earlier one of the group holds. Certain entries clash before
  /// possible ones are looked at, so that what is known is said as known.
  private func clashes(_ members: [Member], _ column: String) -> [Diagnostic] {
    var holders: [String: Member] = [:]
    var found: [Diagnostic] = []
    let certainFirst = members.filter { $0.doubt == nil } + members.filter { $0.doubt != nil }
    for member in certainFirst {
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

  /// The first entry that shares no value with the first of the group.
  private func disagreement(_ members: [Member], _ column: String) -> [Diagnostic] {
    guard let first = members.first else { return [] }
    if members.count == 1, let doubt = first.doubt {
      return [unknown(first.row, doubt, column: column)]
    }
    guard case .cell(let wanted) = reader.read(column, of: first.row) else { return [] }
    for member in members.dropFirst() {
      guard case .cell(let cell) = reader.read(column, of: member.row) else { continue }
      let related = label(column, of: first.row).map { [$0] } ?? []
      for content in [wanted.content, cell.content] {
        if case .unknown(let cause) = content {
          return [unknown(member.row, cause, column: column, related: related)]
        }
      }
      let left = Set(wanted.texts)
      let agrees = left.isEmpty ? cell.texts.isEmpty : !left.isDisjoint(with: cell.texts)
      if agrees { continue }
      if let doubt = first.doubt ?? member.doubt {
        return [unknown(member.row, doubt, column: column, related: related, other: first.row)]
      }
      return [diagnostic(member.row, column: column, related: related, other: first.row)]
    }
    return []
  }

  /// Whether as many of the group as wanted meet the conditions.
  private func number(
    _ members: [Member], _ condition: Condition, _ chosen: Conditions, _ gap: Cause?
  ) -> [Diagnostic] {
    var certain: [Member] = []
    var possible: [Member] = []
    var others: [Member] = []
    var doubt: Cause?
    for member in members {
      switch reader.judge(chosen, member.row) ?? .yes {
      case .no: others.append(member)
      case .unknown(let cause):
        doubt = doubt ?? cause
        possible.append(member)
      case .yes:
        doubt = doubt ?? member.doubt
        if member.doubt == nil { certain.append(member) } else { possible.append(member) }
      }
    }
    let least = Counting.meets(condition, certain.count)
    let most = Counting.meets(condition, certain.count + possible.count)
    guard !least || !most, let last = (certain.last ?? possible.last ?? others.last)?.row else {
      return []
    }
    if least != most, let doubt {
      return [unknown(last, doubt, column: nil, count: certain.count)]
    }
    if gap != nil { return [] }
    let columns = chosen.clauses.map(\.column.text)
    let related = others.prefix(5).compactMap { member in
      let failing = chosen.clauses.first {
        if case .no = reader.judge($0, member.row) { true } else { false }
      }
      return (failing?.column.text ?? columns.first).flatMap { label($0, of: member.row) }
    }
    return [
      diagnostic(last, column: nil, related: related, isAbsent: true, count: certain.count)
    ]
  }
}
