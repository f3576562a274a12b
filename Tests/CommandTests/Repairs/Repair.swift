import Foundation
import Testing

/// One repair of the paper's network undone: what is changed in its repaired pair, and what an audit by the
/// packs failover, fleet and secrets says then.
struct Repair: Sendable, CustomTestStringConvertible {
  /// A router of the pair.
  enum Router: String {
    case client
    case server
  }

  /// A change in the one line that holds `line`.
  struct Edit: Sendable {
    let router: Router
    let line: String
    let old: String
    let new: String
  }

  /// The property that was repaired.
  let name: String
  let edits: [Edit]
  /// The rules that find something: first the one that the repair was made for, then its companions.
  let fails: [String]
  /// The rules that can tell less than of the repaired pair.
  var unknown: [String] = []

  var testDescription: String { name }
}

extension Repair {
  /// In the line that holds `line`, `old` becomes `new`; `fails` are the rules that find something then.
  init(
    _ name: String, _ router: Router, _ line: String, _ old: String, _ new: String = "",
    _ fails: [String], unknown: [String] = []
  ) {
    self.name = name
    edits = [Edit(router, line, old, new)]
    self.fails = fails
    self.unknown = unknown
  }
}

extension Repair.Edit {
  init(_ router: Repair.Router, _ line: String, _ old: String, _ new: String = "") {
    self.router = router
    self.line = line
    self.old = old
    self.new = new
  }

  /// The export with the change; nil when not exactly one line holds what is to be changed.
  func applied(to text: String) -> String? {
    var lines = text.components(separatedBy: "\n")
    let places = lines.indices.filter { lines[$0].contains(line) }
    guard places.count == 1, lines[places[0]].components(separatedBy: old).count == 2 else {
      return nil
    }
    lines[places[0]] = lines[places[0]].replacing(old, with: new)
    return lines.joined(separator: "\n")
  }
}
