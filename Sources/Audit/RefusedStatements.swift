import Diagnostics
import RouterOSModel
import RouterOSSyntax
import SourceText

/// What of an export its release of RouterOS would refuse.
///
/// The menu, the property and what is wrong tell one from another; what must not be shown is left out of
/// that, too.
func refused(_ device: Device) -> [Diagnostic] {
  let configuration = device.configuration
  return configuration.problems.map { problem in
    let rule = problem.isInvalidValue ? RuleSummary.invalidValue : .unknownName
    let message = problem.message(by: configuration.concealment)
    return Diagnostic(
      rule: rule.id, severity: rule.severity, headline: message,
      primary: Label(device.file, problem.span, "the router refuses this"),
      why: rule.why, fix: rule.fix,
      subject: "\(problem.menu) \(problem.property ?? ""): \(message)")
  }
}
