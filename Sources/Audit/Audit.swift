public import Diagnostics
import Policy
public import RouterOSModel
import RouterOSSyntax
import SourceText

/// Checks every router of a fleet by every rule.
///
/// Findings come by file, then by place, then by rule; statements that cannot be read are findings of
/// `unreadable-statement`. Linear in rules times rows.
public func audit(_ fleet: Fleet, by policies: PolicySet) -> [Diagnostic] {
  let reader = Reader(fleet: fleet)
  var diagnostics: [Diagnostic] = []
  for (place, device) in fleet.devices.enumerated() {
    diagnostics += unreadable(device)
    for rule in policies.rules where !isPerLink(rule) {
      diagnostics += Judge(rule: rule, reader: reader, device: place).run()
    }
  }
  for rule in policies.rules where isPerLink(rule) {
    let judges = fleet.devices.indices.map { Judge(rule: rule, reader: reader, device: $0) }
    diagnostics += Judge.runAcrossLinks(judges)
  }
  let order = Dictionary(
    fleet.devices.enumerated().map { (ObjectIdentifier($1.file), $0) }, uniquingKeysWith: min)
  func key(_ diagnostic: Diagnostic) -> (Int, UInt32, String) {
    let label = diagnostic.primary
    return (order[ObjectIdentifier(label.file)] ?? 0, label.span.start, diagnostic.rule)
  }
  return fingerprinted(diagnostics.sorted { key($0) < key($1) }, fleet)
}

private func isPerLink(_ rule: Rule) -> Bool { rule.per.contains { $0.text == "link" } }

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
    return Diagnostic(
      rule: "unreadable-statement", severity: .error, headline: problem.message,
      primary: Label(device.file, problem.span, "cannot be read"),
      why: "what cannot be read cannot be checked, and its menu is unknown to every rule",
      fix: "export the router again, or mend the statement",
      subject: "statement of \(menu): \(problem.message)")
  }
}
