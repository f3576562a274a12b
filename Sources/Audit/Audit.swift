public import Diagnostics
import Policy
public import RouterOSModel
import RouterOSSyntax
import SourceText

/// Checks every router of a fleet by every rule.
///
/// Findings come by file, then by place, then by rule; statements that cannot be read, and what a router
/// would refuse, are findings of ``RuleSummary/ofExportItself``. What `exceptions` cover is found all the
/// same and says why it is accepted; without them nothing is. Linear in rules times rows.
public func audit(
  _ fleet: Fleet, by policies: PolicySet, except exceptions: Exceptions? = nil
) -> [Diagnostic] {
  let audits = fleet.devices.indices.map {
    RouterAudit(of: $0, in: fleet, by: policies, except: exceptions)
  }
  return audit(fleet, by: policies, except: exceptions, after: audits)
}

/// The same, where the audit of each router is done already, in the order of the fleet.
public func audit(
  _ fleet: Fleet, by policies: PolicySet, except exceptions: Exceptions? = nil,
  after audits: [RouterAudit]
) -> [Diagnostic] {
  let reader = Reader(fleet: fleet)
  var found = audits.flatMap(\.found)
  let joining = policies.rules.filter(joinsRouters)
  for (place, rule) in joining.enumerated() {
    let judge = Judge(rule: rule, reader: reader, device: 0)
    found += judge.runAcrossRouters(audits.map { $0.shares[place] })
  }
  if let exceptions {
    let judged = (policies.rules.map(\.summary) + RuleSummary.ofExportItself).map(\.id)
    let inline = audits.map(\.inline)
    found = suppressed(found, exceptions, inline, reader, judged: Set(judged))
  }
  let diagnostics = inOrder(found.map(\.diagnostic), fleet)
  let paths = Dictionary(
    fleet.devices.map { (ObjectIdentifier($0.file), $0.path) },
    uniquingKeysWith: { first, _ in first })
  let isUnmixed =
    audits.allSatisfy(\.isOfOwnFile) && Set(paths.values).count == fleet.devices.count
  return fingerprinted(diagnostics, keepingKnown: isUnmixed) {
    paths[ObjectIdentifier($0)] ?? $0.name
  }
}

/// What every rule says of one router, as far as it can be told by itself, and what is wrong with its
/// export: the part of an audit that may be done for many routers at once.
public struct RouterAudit: Sendable {
  /// What is found, in order and with fingerprints, which hold if all is of its own file.
  let found: [Judged]
  /// What each rule that joins routers selects on it, in the order of these rules.
  let shares: [Judge.Share]
  /// The exceptions that its comments write.
  let inline: [InlineException]
  /// Whether all that is found points into its own file first.
  let isOfOwnFile: Bool

  /// Judges a router by its place in a fleet. What `exceptions` may ask for later is kept.
  public init(
    of place: Int, in fleet: Fleet, by policies: PolicySet, except exceptions: Exceptions? = nil
  ) {
    let reader = Reader(fleet: fleet, tables: RowTables())
    let device = fleet.devices[place]
    var found = (unreadable(device) + refused(device) + empty(device)).map { Judged($0) }
    for rule in policies.rules where !joinsRouters(rule) {
      found += Judge(rule: rule, reader: reader, device: place).run()
    }
    shares = policies.rules.filter(joinsRouters).map {
      Judge(rule: $0, reader: reader, device: place).share()
    }
    let inline = exceptions == nil ? [] : InlineException.all(of: device.configuration.script)
    let mayExcept = !inline.isEmpty || !(exceptions?.project?.exceptions.isEmpty ?? true)
    found = inOrder(found)
    let diagnostics = fingerprinted(found.map(\.diagnostic), keepingKnown: false) {
      $0 === device.file ? device.path : $0.name
    }
    self.inline = inline
    self.found = zip(diagnostics, found).map { Judged($0, of: mayExcept ? $1.row : nil) }
    isOfOwnFile = diagnostics.allSatisfy { $0.primary.file === device.file }
  }
}

/// What is found in one export, by place, then by rule. Places are sorted instead of what is found, which is
/// large.
private func inOrder(_ found: [Judged]) -> [Judged] {
  let keys = found.map { ($0.diagnostic.primary.span.start, $0.diagnostic.rule) }
  return found.indices.sorted { keys[$0] < keys[$1] }.map { found[$0] }
}

/// By file, then by place, then by rule; what lies in no export comes first.
private func inOrder(_ diagnostics: [Diagnostic], _ fleet: Fleet) -> [Diagnostic] {
  let order = Dictionary(
    fleet.devices.enumerated().map { (ObjectIdentifier($1.file), $0) }, uniquingKeysWith: min)
  var byFile: [[Diagnostic]] = Array(repeating: [], count: fleet.devices.count + 1)
  for diagnostic in diagnostics {
    byFile[(order[ObjectIdentifier(diagnostic.primary.file)] ?? -1) + 1].append(diagnostic)
  }
  return byFile.flatMap { found in
    let isInOrder = zip(found, found.dropFirst()).allSatisfy { !precedes($1, $0) }
    return isInOrder ? found : found.sorted(by: precedes)
  }
}

/// Whether one finding of a file comes before another.
private func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
  let (start, other) = (left.primary.span.start, right.primary.span.start)
  return start == other ? left.rule < right.rule : start < other
}

/// Whether a rule groups entries of several routers.
func joinsRouters(_ rule: Rule) -> Bool {
  rule.per.contains { ["fleet", "link", "site"].contains($0.text) }
}

/// A statement that cannot be read never passes. Its menu and what is wrong with it tell it from others,
/// so that one which breaks while another is mended is new; its text may hold a secret and does not.
private func unreadable(_ device: Device) -> [Diagnostic] {
  let script = device.configuration.script
  var place = 0
  return script.problems.filter { $0.severity == .error }.map { problem in
    while place + 1 < script.count, script.statement(place + 1).span.start <= problem.span.start {
      place += 1
    }
    let menu = script.count == 0 ? "" : script.statement(place).menu
    let rule = RuleSummary.unreadableStatement
    return Diagnostic(
      rule: rule.id, severity: rule.severity, headline: problem.message,
      primary: Label(device.file, problem.span, "cannot be read"),
      why: rule.why, fix: rule.fix,
      subject: "statement of \(menu): \(problem.message)")
  }
}

/// An export that says nothing of its router, as one that was broken off, never passes.
private func empty(_ device: Device) -> [Diagnostic] {
  let configuration = device.configuration
  let script = configuration.script
  // A script without a header may only look, and is no export.
  guard configuration.menus.isEmpty, configuration.gaps["/"] == nil,
    script.header.version != nil || script.count == 0,
    !script.problems.contains(where: { $0.severity == .error })
  else { return [] }
  return [
    Diagnostic(
      rule: RuleSummary.unreadableStatement.id, severity: .error,
      headline: "this export holds no statement that says how its router is configured",
      primary: Label(device.file, Span(0, 0), ""), isAbsent: true,
      why: "an export that was broken off, or refused, looks like a router without a mistake",
      fix: "export the router again", subject: "export")
  ]
}
