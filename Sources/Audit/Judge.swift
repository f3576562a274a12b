import Diagnostics
import Policy
import RouterOSModel
import SourceText

/// One rule at work on one router.
struct Judge {
  let rule: Rule
  let reader: Reader
  let device: Int

  private var file: SourceFile { reader.fleet.devices[device].file }

  func run() -> [Diagnostic] {
    var doubt: Cause?
    if let when = rule.when {
      switch reader.finds(when, on: device, outer: nil) {
      case .no: return []
      case .unknown(let cause): doubt = cause
      case .yes: doubt = nil
      }
    }
    let gap = reader.incompleteness(of: rule.select.source, on: device)
    let members = reader.select(rule.select, on: device).map {
      Member(row: $0.row, doubt: $0.doubt ?? doubt)
    }
    let found = judge(members, gap)
    return gap.map { [self.gap($0)] + found } ?? found
  }

  /// The rule on pairs of routers, each pair once.
  func runAcrossLinks() -> [Diagnostic] {
    let devices = reader.fleet.devices.indices
    let members = devices.flatMap { device in
      reader.select(rule.select, on: device)
    }
    var found = judge(members, nil)
    for device in devices {
      if let gap = reader.incompleteness(of: rule.select.source, on: device) {
        found.append(Judge(rule: rule, reader: reader, device: device).gap(gap))
      }
    }
    return found
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

  /// The members of each group, in file order; a member whose group is not known is a finding of its
  /// own kind and in no group.
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
