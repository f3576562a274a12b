import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax

/// One rule at work on one router.
struct Judge {
  let rule: Rule
  let reader: Reader
  let device: Int

  /// What the rule says of its router.
  func run() -> [Judged] {
    guard let members = members() else { return [] }
    let gap = incompleteness
    let found = judge(members, of: table, isOpen: gap != nil)
    return gap.map { Self.with(self.gap($0), found) } ?? found
  }

  /// What one router brings to a rule that joins several.
  struct Share: Sendable {
    /// The rows that the rule selects there.
    let members: [Member]
    /// What is said where part of the export is missing; nil when none is.
    let gap: Judged?
  }

  /// What its router brings to the rule.
  func share() -> Share {
    guard let members = members() else { return Share(members: [], gap: nil) }
    return Share(members: members, gap: incompleteness.map(gap))
  }

  /// What the rule says of all routers together.
  func runAcrossRouters(_ shares: [Share]) -> [Judged] {
    let found = judge(shares.flatMap(\.members), of: nil, isOpen: false)
    return shares.compactMap(\.gap).reduce(found) { Self.with($1, $0) }
  }

  /// What was found, with the gap in the export unless something of its router is unknown for it.
  private static func with(_ gap: Judged, _ found: [Judged]) -> [Judged] {
    let isSaid = found.map(\.diagnostic).contains {
      $0.cause == gap.diagnostic.cause && $0.primary.file === gap.diagnostic.primary.file
    }
    return isSaid ? found : [gap] + found
  }

  /// The rows of its router that the rule selects from.
  private var table: RowTable { reader.table(of: rule.select.source, on: device) }

  private var incompleteness: Cause? { table.incompleteness }

  /// The rows that the rule selects on its router; nil when it does not concern the router.
  private func members() -> [Member]? {
    let concern = concern
    if case .no = concern { return nil }
    return reader.select(rule.select, on: device).map { member in
      guard case .unknown(let doubt) = concern else { return member }
      return Member(row: member.row, doubt: member.doubt ?? doubt, place: member.place)
    }
  }

  /// Whether the rule concerns its router: by its release, and by what is there.
  var concern: Truth {
    let isMeant = rule.routerOS.map { Releases.meets($0, version) } ?? .yes
    if case .no = isMeant { return .no }
    return isMeant.and(rule.when.map { reader.finds($0, on: device) } ?? .yes)
  }

  private var version: RouterOSVersion? { reader.fleet.devices[device].configuration.version }

  /// `table` is that of the members, unless they are of several routers. `isOpen` when there may be more than
  /// the members, because part of the export cannot be read.
  private func judge(_ members: [Member], of table: RowTable?, isOpen: Bool) -> [Judged] {
    let isForEach = rule.expect.verbs.allSatisfy { if case .find = $0 { true } else { false } }
    if isForEach {
      let finders = rule.expect.verbs.compactMap { verb in
        if case .find(let selection) = verb { Finder(reader, selection) } else { nil }
      }
      let expected = table.map { ReadyConditions(rule.expect.conditions, in: $0, reader) }
      return members.compactMap { member in
        // Most rows certainly meet what is expected of them.
        if finders.isEmpty, case .yes? = expected?.judge(at: member.place) { return nil }
        return judgeOne(member, finders)
      }
    }
    let groups = Groups(members, of: rule, reader)
    let column = rule.expect.verbs.lazy.compactMap(\.firstColumn).first
    return groups.loose.compactMap { member in
      member.doubt.map { unknown(member.row, $0, column: column) }
    } + groups.certain.flatMap { judgeGroup($0, groups.loose, isOpen: isOpen) }
  }

  private func judgeOne(_ member: Member, _ finders: [Finder]) -> Judged? {
    let row = member.row
    var verdicts = rule.expect.conditions.clauses.map {
      Verdict(truth: reader.judge($0, row) ?? .yes, column: $0.column.text, clauses: [$0])
    }
    let any = rule.expect.conditions.any
    if let first = any.first?.first {
      let truth = reader.judge(Conditions(clauses: [], any: any), row) ?? .yes
      verdicts.append(
        Verdict(truth: truth, column: first.column.text, clauses: any.flatMap(\.self)))
    }
    let failing = verdicts.filter { if case .no = $0.truth { true } else { false } }
    if let first = failing.first {
      return finding(member, column: first.column, also: related(to: failing))
    }
    for finder in finders {
      let truth = finder.finds(on: row.id?.device ?? device, for: row)
      if case .no = truth { return finding(member, column: nil, isAbsent: true) }
      verdicts.append(Verdict(truth: truth, column: nil, clauses: []))
    }
    for verdict in verdicts {
      guard case .unknown(let cause) = verdict.truth else { continue }
      return unknown(member.row, cause, column: verdict.column)
    }
    return nil
  }

  /// What one part of an expectation comes to.
  private struct Verdict {
    let truth: Truth
    let column: String?
    let clauses: [Conditions.Clause]
  }

  /// The columns to point at besides the first that fails: what it was compared with, then what fails, too.
  private func related(to failing: [Verdict]) -> [String] {
    let operands = failing.prefix(1).flatMap { verdict in
      verdict.clauses.flatMap(\.condition.operands).compactMap { $0.column?.text }
    }
    return operands + failing.dropFirst().compactMap(\.column)
  }
}

extension Verb {
  /// The first column it judges, if it judges columns.
  fileprivate var firstColumn: String? {
    switch self {
    case .distinct(let columns), .same(let columns): columns.first?.text
    case .disjoint(let column, _), .strictlyOrdered(let column, _): column.text
    case .howMany(_, _, let column): column?.text
    case .find, .inOrder: nil
    }
  }
}
