import Diagnostics
import Policy
import RouterOSModel

/// `same: COLUMN`: all entries agree; unset is a value, too.
extension Judge {
  /// The first entry that shares no value with all before it: of lists, one value must be in each.
  /// What certainly differs is said even if other entries are not known.
  func disagreement(_ members: [Member], _ column: String) -> [Judged] {
    guard members.count > 1 else { return [] }
    var shared: (by: Member, values: Set<String>)?
    var doubtful: Judged?
    for member in certainFirst(members) {
      guard case .cell(let cell) = reader.read(column, of: member.row) else { continue }
      if case .unknown(let cause) = cell.content {
        doubtful = doubtful ?? unknown(member.row, member.doubt ?? cause, column: column)
        continue
      }
      let values = Set(cell.texts.map(cell.type.canonical))
      guard let known = shared else {
        shared = (member, values)
        continue
      }
      let agrees = agree(known.values, values)
      if agrees {
        shared = (known.by, known.values.intersection(values))
        continue
      }
      let first = known.by
      let related = label(column, of: first.row).map { [$0] } ?? []
      guard let doubt = first.doubt ?? member.doubt else {
        return [diagnostic(member.row, column: column, related: related, other: first.row)]
      }
      doubtful =
        doubtful
        ?? unknown(member.row, doubt, column: column, related: related, other: first.row)
    }
    return doubtful.map { [$0] } ?? []
  }

  /// Whether two lists share a value, and of addresses one of each family that both have: that routers
  /// agree on IPv6 says nothing of IPv4.
  private func agree(_ left: Set<String>, _ right: Set<String>) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return left.isEmpty && right.isEmpty }
    let own = Dictionary(grouping: left, by: addressFamily(of:))
    let other = Dictionary(grouping: right, by: addressFamily(of:))
    let common = own.keys.filter { other[$0] != nil }
    return !common.isEmpty
      && common.allSatisfy { !Set(own[$0] ?? []).isDisjoint(with: other[$0] ?? []) }
  }
}
