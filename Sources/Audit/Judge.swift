import Diagnostics
import Policy
import RouterOSModel

/// One rule at work on one router.
struct Judge {
  let rule: Rule
  let reader: Reader
  let device: Int

  /// What the rule says of its router.
  func run() -> [Diagnostic] {
    guard let members = members() else { return [] }
    let gap = incompleteness
    let found = judge(members, isOpen: gap != nil)
    return gap.map { withGap($0, found) } ?? found
  }

  /// What the rule says of pairs of routers, each pair once; `judges` holds one judge a router.
  static func runAcrossLinks(_ judges: [Judge]) -> [Diagnostic] {
    var members: [Member] = []
    var gaps: [(judge: Judge, cause: Cause)] = []
    for judge in judges {
      guard let own = judge.members() else { continue }
      members += own
      if let cause = judge.incompleteness { gaps.append((judge, cause)) }
    }
    let found = judges.first?.judge(members, isOpen: false) ?? []
    return gaps.reduce(found) { $1.judge.withGap($1.cause, $0) }
  }

  /// What was found, with the gap in the export unless something of its router is unknown for it.
  private func withGap(_ cause: Cause, _ found: [Diagnostic]) -> [Diagnostic] {
    let gap = gap(cause)
    let isSaid = found.contains {
      $0.outcome == .unknown && $0.cause == gap.cause && $0.primary.file === gap.primary.file
    }
    return isSaid ? found : [gap] + found
  }

  private var incompleteness: Cause? {
    reader.incompleteness(of: rule.select.source, on: device)
  }

  /// The rows that the rule selects on its router; nil when it does not concern the router.
  private func members() -> [Member]? {
    let concern = concern
    if case .no = concern { return nil }
    return reader.select(rule.select, on: device).map { member in
      guard case .unknown(let doubt) = concern else { return member }
      return Member(row: member.row, doubt: member.doubt ?? doubt)
    }
  }

  /// Whether the rule concerns its router.
  var concern: Truth {
    rule.when.map { reader.finds($0, on: device, outer: nil) } ?? .yes
  }

  /// `isOpen` when there may be more than the members, because part of the export cannot be read.
  private func judge(_ members: [Member], isOpen: Bool) -> [Diagnostic] {
    let isForEach = rule.expect.verbs.allSatisfy { if case .find = $0 { true } else { false } }
    if isForEach {
      let finders = rule.expect.verbs.compactMap { verb in
        if case .find(let selection) = verb { Finder(reader, selection) } else { nil }
      }
      return members.compactMap { judgeOne($0, finders) }
    }
    let groups = Groups(members, of: rule, reader)
    let column = rule.expect.verbs.lazy.compactMap(\.firstColumn).first
    return groups.loose.compactMap { member in
      member.doubt.map { unknown(member.row, $0, column: column) }
    } + groups.certain.flatMap { judgeGroup($0, groups.loose, isOpen: isOpen) }
  }

  private func judgeOne(_ member: Member, _ finders: [Finder]) -> Diagnostic? {
    let row = member.row
    var unknown: (cause: Cause, column: String?)?
    let clauses = rule.expect.conditions.clauses
    for clause in clauses {
      switch reader.judge(clause, row) {
      case .no: return finding(member, column: clause.column.text, also: far(in: clause))
      case .unknown(let cause): unknown = unknown ?? (cause, clause.column.text)
      case .yes, nil: continue
      }
    }
    let any = Conditions(clauses: [], any: rule.expect.conditions.any)
    let first = rule.expect.conditions.any.first?.first?.column.text
    switch any.any.isEmpty ? nil : reader.judge(any, row) {
    case .no: return finding(member, column: first)
    case .unknown(let cause): unknown = unknown ?? (cause, first)
    case .yes, nil: break
    }
    for finder in finders {
      switch finder.finds(on: row.id?.device ?? device, for: row) {
      case .no: return finding(member, column: nil, isAbsent: true)
      case .unknown(let cause): unknown = unknown ?? (cause, nil)
      case .yes: continue
      }
    }
    return unknown.map { self.unknown(member.row, $0.cause, column: $0.column) }
  }

  private func far(in clause: Conditions.Clause) -> String? {
    guard case .equals(let operands) = clause.condition, case .far(let column) = operands.first
    else { return nil }
    return "far.\(column.text)"
  }
}

extension Verb {
  /// The first column it judges, if it judges columns.
  fileprivate var firstColumn: String? {
    switch self {
    case .distinct(let columns), .same(let columns): columns.first?.text
    case .strictlyOrdered(let column): column.text
    case .find, .howMany: nil
    }
  }
}
