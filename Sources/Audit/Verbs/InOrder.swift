import Policy
import RouterOSModel

/// `in-order: [ {…}, {…} ]`: each step is met, and its first entry stands before the first of the next
/// step.
extension Judge {
  func misplaced(_ members: [Member], _ steps: [Conditions], isOpen: Bool) -> [Judged] {
    let firsts = steps.map { First(of: $0, members, reader) }
    var doubt: Cause?
    for (place, first) in firsts.enumerated() {
      guard let possible = first.possible else {
        if isOpen { return [] }
        return missing(members)
      }
      doubt = doubt ?? first.doubt
      guard place + 1 < firsts.count, let next = firsts[place + 1].certain else { continue }
      if possible >= next, !isOpen {
        let column = steps[place].clauses.first?.column.text
        let other = members[next].row
        let related = column.flatMap { label($0, of: other) }.map { [$0] } ?? []
        return [
          diagnostic(members[possible].row, column: column, related: related, other: other)
        ]
      }
    }
    let isSure =
      firsts.allSatisfy { $0.certain != nil }
      && zip(firsts, firsts.dropFirst()).allSatisfy { ($0.certain ?? 0) < ($1.possible ?? 0) }
    guard let doubt, !isSure, let last = members.last else { return [] }
    return [unknown(last.row, doubt, column: nil)]
  }

  private func missing(_ members: [Member]) -> [Judged] {
    if case .unknown(let cause) = concern { return [gap(cause)] }
    guard let last = members.last else { return rule.per.isEmpty ? nothingFound() : [] }
    if let doubt = last.doubt { return [unknown(last.row, doubt, column: nil)] }
    return [diagnostic(last.row, column: nil, isAbsent: true)]
  }

  /// The first entry that meets a step, by its place.
  private struct First {
    /// The first that may meet it.
    private(set) var possible: Int?
    /// The first that certainly does.
    private(set) var certain: Int?
    /// Why the two differ; nil when they are one.
    private(set) var doubt: Cause?

    init(of step: Conditions, _ members: [Member], _ reader: Reader) {
      for (place, member) in members.enumerated() {
        switch reader.judge(step, member.row) ?? .yes {
        case .no: continue
        case .unknown(let cause): note(place, member.doubt ?? cause)
        case .yes:
          if let cause = member.doubt {
            note(place, cause)
            continue
          }
          possible = possible ?? place
          certain = place
          return
        }
      }
    }

    private mutating func note(_ place: Int, _ cause: Cause) {
      possible = possible ?? place
      doubt = doubt ?? cause
    }
  }
}
