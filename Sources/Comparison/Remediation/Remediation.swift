public import Diagnostics
import Interpretation
public import RouterOSModel
import RouterOSSyntax
import SourceText

/// The script that takes one configuration to another, proven on a model of RouterOS.
public struct Remediation: Sendable {
  /// One statement of the script, its menu first.
  public struct Line: Sendable {
    /// The statement in one line, without a line break; secrets are placeholders.
    public let text: String
    /// Whether it may cut the path by which the router is managed.
    public let touchesManagement: Bool
  }

  /// The statements in their order.
  public internal(set) var lines: [Line] = []

  /// A script of these statements.
  public init(lines: [Line] = []) { self.lines = lines }
}

/// Writes the script that makes of `old` what `new` is.
///
/// It sets what changed and nothing else, creates before it refers, and stops referring before it removes;
/// what touches `management`, an address or an interface, goes last. Every search in it means one entry. The
/// script was run on a model of RouterOS, and what came out compares equal to `new`, secrets left out.
///
/// Throws, at the entry in question, when there is no such script or it cannot be proven.
public func remediate(
  _ old: Configuration, _ new: Configuration, management: String? = nil
) throws(SourceError) -> Remediation {
  let unread = try UnreadMenus(old, new)
  let differences = compare(old, new)
  for change in differences.changes { try unread.requireUnused(change) }
  var plan = Plan(old, new, management)
  try plan.carryOut(differences)
  try prove(plan, old, new)
  return plan.remediation
}

/// Runs the script anew and compares what comes out.
private func prove(_ plan: Plan, _ old: Configuration, _ new: Configuration)
  throws(SourceError)
{
  let text = plan.remediation.lines.map { $0.text + "\n" }.joined()
  var router = Router(old)
  try router.run(parse(SourceFile(name: "remediation", text: text)))
  let outcome = lower(parse(router.export(named: "outcome")), as: old.version)
  for change in compare(outcome, new).changes where !change.isOnlyOfSecrets(plan.secrets) {
    let entry = change.new ?? change.old
    let span = change.new?.statement?.span ?? new.script.header.span
    let properties = change.properties.map { "'\($0.name)'" }.joined(separator: ", ")
    let subject = properties.isEmpty ? "this" : properties
    throw SourceError(
      "no script can be proven: \(subject) of \(entry?.menu.path ?? "an entry") would not be as it is here",
      at: span, in: new.script.file)
  }
}

extension Change {
  /// Whether nothing differs but secrets, which a script holds as placeholders.
  fileprivate func isOnlyOfSecrets(_ secrets: SecretsOfScript) -> Bool {
    guard kind == .changed, move == nil else { return false }
    return properties.allSatisfy { $0.isSecret || secrets.hide($0.new?.text ?? "") }
  }
}
