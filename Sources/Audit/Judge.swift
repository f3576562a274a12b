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
    return (gap.map { [self.gap($0)] } ?? []) + judge(members, gap)
  }

  /// What the rule says of pairs of routers, each pair once; `judges` holds one judge a router.
  static func runAcrossLinks(_ judges: [Judge]) -> [Diagnostic] {
    var members: [Member] = []
    var gaps: [Diagnostic] = []
    for judge in judges {
      guard let own = judge.members() else { continue }
      members += own
      gaps += judge.incompleteness.map { [judge.gap($0)] } ?? []
    }
    return (judges.first?.judge(members, nil) ?? []) + gaps
  }

  private var incompleteness: Cause? {
    reader.incompleteness(of: rule.select.source, on: device)
  }

  /// The rows that the rule selects on its router; nil when it does not concern the router.
  private func members() -> [Member]? {
    var doubt: Cause?
    if let when = rule.when {
      switch reader.finds(when, on: device, outer: nil) {
      case .no: return nil
      case .unknown(let cause): doubt = cause
      case .yes: break
      }
    }
    return reader.select(rule.select, on: device).map {
      Member(row: $0.row, doubt: $0.doubt ?? doubt)
    }
  }

  private func judge(_ members: [Member], _ gap: Cause?) -> [Diagnostic] {
    let isForEach = rule.expect.verbs.allSatisfy { if case .find = $0 { true } else { false } }
    if isForEach { return members.compactMap(judgeOne) }
    return groups(members).flatMap { judgeGroup($0, gap) }
  }

  private func judgeOne(_ member: Member) -> Diagnostic? {
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
    for case .find(let selection) in rule.expect.verbs {
      switch reader.finds(selection, on: row.id?.device ?? device, outer: row) {
      case .no: return finding(member, column: nil, isAbsent: true)
      case .unknown(let cause): unknown = unknown ?? (cause, nil)
      case .yes: continue
      }
    }
    return unknown.map { self.unknown(member.row, $0.cause, column: $0.column) }
  }

  /// The members of each group, in file order; a member whose group is not known is in doubt, and in a
  /// group of its own.
  private func groups(_ members: [Member]) -> [[Member]] {
    var places: [String: Int] = [:]
    var groups: [[Member]] = []
    for member in members {
      var key = ""
      var doubt = member.doubt
      for column in rule.per {
        guard case .cell(let cell) = reader.read(column.text, of: member.row) else { continue }
        if case .unknown(let cause) = cell.content {
          doubt = doubt ?? cause
          key += "\u{0}?\(member.row.title)\(member.row.id?.device ?? 0)"
        }
        key += "\u{0}" + (cell.texts.isEmpty ? "#\(member.row.title)" : cell.texts.joined())
      }
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append([])
      }
      groups[place].append(Member(row: member.row, doubt: doubt))
    }
    return groups
  }

  private func far(in clause: Conditions.Clause) -> String? {
    guard case .equals(let operands) = clause.condition, case .far(let column) = operands.first
    else { return nil }
    return "far.\(column.text)"
  }
}
