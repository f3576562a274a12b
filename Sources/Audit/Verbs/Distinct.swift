import Diagnostics
import Policy
import RouterOSModel

/// `distinct: COLUMN`: no two values are equal.
extension Judge {
  /// Later holders of a value that an earlier one of the group holds. Certain entries clash before
  /// possible ones are looked at, so that what is known is said as known.
  func clashes(_ members: [Member], _ column: String) -> [Judged] {
    guard members.count > 1 else { return [] }
    var holders: [String: Member] = [:]
    var found: [Judged] = []
    for member in certainFirst(members) {
      guard case .cell(let cell) = reader.read(column, of: member.row) else { continue }
      if case .unknown(let cause) = cell.content {
        found.append(unknown(member.row, member.doubt ?? cause, column: column))
        continue
      }
      let values = cell.texts.map(cell.type.canonical)
      if let first = values.lazy.compactMap({ holders[$0] }).first {
        let related = label(column, of: first.row).map { [$0] } ?? []
        if let doubt = member.doubt ?? first.doubt {
          found.append(
            unknown(member.row, doubt, column: column, related: related, other: first.row))
        } else {
          found.append(
            diagnostic(member.row, column: column, related: related, other: first.row))
        }
      }
      for value in values where holders[value] == nil { holders[value] = member }
    }
    return found
  }
}
