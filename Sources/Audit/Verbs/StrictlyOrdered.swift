import Policy
import RouterOSModel

/// `strictly-ordered: COLUMN`: no two entries share a value; with `by`, the order is also that of the
/// other column.
extension Judge {
  func disorder(_ members: [Member], _ column: String, _ by: String?) -> [Judged] {
    let shared = clashes(members, column)
    guard let by else { return shared }
    let said = Set(shared.compactMap(\.row?.id))
    return shared
      + outOfOrder(members, column, by).filter { $0.row?.id.map { !said.contains($0) } ?? true }
  }

  /// Walks in the order of the first column: who stands before the farthest so far in the second is out
  /// of order. Certain entries are walked alone first.
  private func outOfOrder(_ members: [Member], _ column: String, _ by: String) -> [Judged] {
    var found: [Judged] = []
    var places: [Place] = []
    for (number, member) in members.enumerated() {
      switch (order(column, member.row), order(by, member.row)) {
      case (.known(let first), .known(let second)):
        places.append(Place(number: number, member: member, first: first, second: second))
      case (.unknown(let cause), _), (_, .unknown(let cause)):
        if members.count > 1 {
          found.append(unknown(member.row, member.doubt ?? cause, column: column))
        }
      case (.none, _), (_, .none): continue
      }
    }
    let certain = walk(places.filter { $0.member.doubt == nil })
    let said = Set(certain.map(\.later.number))
    let possible = walk(places).filter { pair in
      !said.contains(pair.later.number)
        && (pair.later.member.doubt != nil || pair.earlier.member.doubt != nil)
    }
    return found
      + (certain + possible).map { clash($0.later.member, column, with: $0.earlier.member) }
  }

  private struct Place {
    let number: Int
    let member: Member
    let first: Int
    let second: Int
  }

  private func walk(_ places: [Place]) -> [(later: Place, earlier: Place)] {
    var farthest: Place?
    var found: [(later: Place, earlier: Place)] = []
    for place in places.sorted(by: { ($0.first, $0.number) < ($1.first, $1.number) }) {
      if let before = farthest, place.second < before.second {
        if before.first < place.first { found.append((later: place, earlier: before)) }
      } else {
        farthest = place
      }
    }
    return found
  }

  private enum Order {
    case known(Int)
    case none
    case unknown(Cause)
  }

  private func order(_ column: String, _ row: Row) -> Order {
    switch reader.read(column, of: row) {
    case .leftOut: return .none
    case .unknown(let cause): return .unknown(cause)
    case .cell(let cell):
      if case .unknown(let cause) = cell.content { return .unknown(cause) }
      return cell.text.flatMap { reader.fleet.order(of: $0, cell.type, column, row) }
        .map(Order.known) ?? .none
    }
  }
}
