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
  let audits = fleet.devices.indices.map { RouterAudit(of: $0, in: fleet, by: policies) }
  return audit(fleet, by: policies, except: exceptions, after: audits)
}

/// The same, where the audit of each router is done already, in the order of the fleet.
public func audit(
  _ fleet: Fleet, by policies: PolicySet, except exceptions: Exceptions? = nil,
  after audits: [RouterAudit]
) -> [Diagnostic] {
  let reader = Reader(fleet: fleet)
  var found = audits.flatMap(\.found)
  for rule in policies.rules where joinsRouters(rule) {
    let judges = fleet.devices.indices.map { Judge(rule: rule, reader: reader, device: $0) }
    found += Judge.runAcrossLinks(judges)
  }
  if let exceptions {
    let judged = (policies.rules.map(\.summary) + RuleSummary.ofExportItself).map(\.id)
    var suppressing = Suppressing(exceptions, reader, judged: Set(judged), found)
    found = suppressing.run()
  }
  return fingerprinted(inOrder(found.map(\.diagnostic), fleet), fleet)
}

/// What every rule that does not join routers says of one router, and what is wrong with its export itself:
/// the part of an audit that may be done for many routers at once.
public struct RouterAudit: Sendable {
  let found: [Judged]

  /// Judges a router by its place in a fleet.
  public init(of place: Int, in fleet: Fleet, by policies: PolicySet) {
    let reader = Reader(fleet: fleet)
    let device = fleet.devices[place]
    var found = (unreadable(device) + refused(device) + empty(device)).map { Judged($0) }
    for rule in policies.rules where !joinsRouters(rule) {
      found += Judge(rule: rule, reader: reader, device: place).run()
    }
    self.found = found
  }
}

/// By file, then by place, then by rule; what lies in no export comes first.
private func inOrder(_ diagnostics: [Diagnostic], _ fleet: Fleet) -> [Diagnostic] {
  let order = Dictionary(
    fleet.devices.enumerated().map { (ObjectIdentifier($1.file), $0) }, uniquingKeysWith: min)
  func key(_ diagnostic: Diagnostic) -> (Int, UInt32, String) {
    let label = diagnostic.primary
    return (order[ObjectIdentifier(label.file)] ?? -1, label.span.start, diagnostic.rule)
  }
  return diagnostics.sorted { key($0) < key($1) }
}

/// Whether a rule groups entries of several routers.
private func joinsRouters(_ rule: Rule) -> Bool {
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
