import Policy
import RouterOSModel

/// How many entries of a group are counted.
struct Count {
  private(set) var certain: [Member] = []
  private(set) var possible: [Member] = []
  private(set) var others: [Member] = []
  /// Those that are not counted, because an earlier one has their value.
  private(set) var sharing: [Member] = []
  /// How many are certainly there and counted, if they belong to the group.
  private(set) var shown = 0
  /// Why the number is not certain; nil when it is.
  private(set) var doubt: Cause?
  private let looseCount: Int
  /// Whether one entry certainly belongs to the group.
  let isCertain: Bool

  /// Counts the members that the conditions choose; with a column, its different values, so that of
  /// those who share one only the first counts.
  init(
    _ members: [Member], _ chosen: Conditions, _ column: String?, _ loose: [Member],
    _ reader: Reader
  ) {
    isCertain = members.contains { $0.doubt == nil }
    looseCount = loose.count
    var seen: Set<[String]> = []
    let ordered =
      column == nil
      ? members : members.filter { $0.doubt == nil } + members.filter { $0.doubt != nil }
    for member in ordered {
      let truth = reader.judge(chosen, member.row) ?? .yes
      if case .no = truth {
        others.append(member)
        continue
      }
      let value = column.map { Value(reader.read($0, of: member.row)) } ?? .counted(nil)
      switch (truth, value) {
      case (.no, _), (_, .none): continue
      case (_, .unknown(let cause)), (.unknown(let cause), _):
        doubt = doubt ?? cause
        possible.append(member)
      case (.yes, .counted(let texts)):
        if let texts, !seen.insert(texts).inserted {
          sharing.append(member)
          continue
        }
        doubt = doubt ?? member.doubt
        if member.row.doubt == nil { shown += 1 }
        if member.doubt == nil { certain.append(member) } else { possible.append(member) }
      }
    }
    doubt = doubt ?? loose.first?.doubt ?? members.lazy.compactMap(\.doubt).first
  }

  /// The values by which a member counts.
  private enum Value {
    case counted([String]?)
    case none
    case unknown(Cause)

    init(_ reading: Reading) {
      switch reading {
      case .leftOut: self = .none
      case .unknown(let cause): self = .unknown(cause)
      case .cell(let cell):
        if case .unknown(let cause) = cell.content {
          self = .unknown(cause)
        } else {
          self = cell.texts.isEmpty ? .none : .counted(cell.texts.map(cell.type.canonical))
        }
      }
    }
  }

  /// The least and the greatest number that may be there.
  var range: ClosedRange<Int> {
    certain.count...(certain.count + possible.count + looseCount)
  }

  /// The entry to point at; nil when there is none.
  var last: Row? { (certain.last ?? possible.last ?? others.last)?.row }
}
