import Comparison
import RouterOSModel
import RouterOSSyntax
import SourceText

/// An export of a release, without the comments that a router prints above.
func script(_ text: String, release: String = "7.16") -> Script {
  let header = "# 2026-01-01 00:00:00 by RouterOS \(release)\n"
  return parse(SourceFile(name: "example.rsc", text: header + text))
}

/// What differs between two exports of one release.
func changes(_ old: String, _ new: String) -> [Change] {
  compare(lower(script(old)), lower(script(new))).changes
}

/// Each change in short: its kind, the lines of both sides, the properties that differ, and `moved`.
func told(_ changes: [Change]) -> [String] {
  changes.map { change in
    let lines = [change.old, change.new].map { entry in
      (entry?.statement?.index).map { String($0 + 1) } ?? "-"
    }
    let properties = change.kind == .changed || change.kind == .renamed ? change.properties : []
    let words = properties.map(\.name) + (change.move == nil ? [] : ["moved"])
    return ([change.kind.rawValue, lines.joined(separator: ">")] + words).joined(separator: " ")
  }
}
