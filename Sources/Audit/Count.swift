import Policy
import RouterOSModel

/// How many entries of a group are counted.
struct Count {
  private(set) var certain: [Member] = []
  private(set) var possible: [Member] = []
  private(set) var others: [Member] = []
  /// How many are certainly there and counted, if they belong to the group.
  private(set) var shown = 0
  /// Why the number is not certain; nil when it is.
  private(set) var doubt: Cause?
  private let looseCount: Int
  /// Whether one entry certainly belongs to the group.
  let isCertain: Bool

  init(_ members: [Member], _ chosen: Conditions, _ loose: [Member], _ reader: Reader) {
    isCertain = members.contains { $0.doubt == nil }
    looseCount = loose.count
    for member in members {
      switch reader.judge(chosen, member.row) ?? .yes {
      case .no: others.append(member)
      case .unknown(let cause):
        doubt = doubt ?? cause
        possible.append(member)
      case .yes:
        doubt = doubt ?? member.doubt
        if member.row.doubt == nil { shown += 1 }
        if member.doubt == nil { certain.append(member) } else { possible.append(member) }
      }
    }
    doubt = doubt ?? loose.first?.doubt ?? members.lazy.compactMap(\.doubt).first
  }

  /// The least and the greatest number that may be there.
  var range: ClosedRange<Int> {
    certain.count...(certain.count + possible.count + looseCount)
  }

  /// The entry to point at; nil when there is none.
  var last: Row? { (certain.last ?? possible.last ?? others.last)?.row }
}
