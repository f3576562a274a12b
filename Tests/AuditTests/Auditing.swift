import Audit
import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText

/// Audits one export by one rule, of which only the parts that matter are given.
///
/// The message of the rule is `{host}` unless said otherwise.
func findings(
  _ rule: String, message: String = "'{host}'", in exports: String...
) throws -> [Diagnostic] {
  let head = "id: a\nseverity: error\nmessage: \(message)\nwhy: w\nfix: f\n"
  let rule = try readRule(SourceFile(name: "a.yaml", text: head + rule))
  let devices = exports.enumerated().map { place, text in
    let file = SourceFile(name: "\(place).rsc", text: text)
    return Device(lower(parse(file)), path: file.name)
  }
  return audit(Fleet(devices), by: try PolicySet([rule]))
}

/// The same in words: `fail 192.0.2.1`, or `unknown 192.0.2.1`.
func outcomes(_ rule: String, message: String = "'{host}'", in export: String) throws
  -> [String]
{
  try findings(rule, message: message, in: export).map { diagnostic in
    let headline = diagnostic.headline
    let doubt = "cannot tell whether "
    let rest = headline.hasPrefix(doubt) ? String(headline.dropFirst(doubt.count)) : headline
    return "\(diagnostic.outcome.rawValue) \(rest)"
  }
}

/// Entries of `/tool netwatch` of RouterOS 6: `interval` and `timeout` are unknown unless written,
/// `src-address` is then unset, `type` has a default.
func netwatch(_ entries: String...) -> String { netwatch(entries) }

/// The same of any number of entries.
func netwatch(_ entries: [String]) -> String {
  headerOfRouterOS6 + "/system identity\nset name=a\n/tool netwatch\n"
    + entries.map { "add \($0)\n" }.joined()
}

/// The first line of an export of RouterOS 6.
let headerOfRouterOS6 = "# jan/01/2024 00:00:00 by RouterOS 6.49.10\n"
