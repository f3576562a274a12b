import Policy
import RouterOSModel

/// A selection on one router, made ready to be asked for one entry outside after another.
struct ReadySelection {
  /// The rows that it chooses from.
  let table: RowTable
  private let selection: Selection
  private let conditions: ReadyConditions

  init(_ selection: Selection, in table: RowTable, _ reader: Reader) {
    self.selection = selection
    self.table = table
    conditions = ReadyConditions(selection.conditions, in: table, reader)
  }

  /// The rows that it finds, those only possibly found included.
  func members() -> [Member] {
    var members: [Member] = []
    choose(among: nil, outer: nil) { place, doubt in
      members.append(Member(row: table.rows[place], doubt: doubt, place: place))
    }
    return members
  }

  /// Whether it finds as many as it wants; without a number, at least one. `outer` is the entry that `$this`
  /// means.
  ///
  /// `places` are those of the rows to look at; nil for all that may meet its conditions.
  func finds(among places: [Int]? = nil, outer: Row?) -> Truth {
    var (certain, all) = (0, 0)
    var doubtOfOne: Cause?
    choose(among: places, outer: outer) { _, doubt in
      all += 1
      if doubt == nil { certain += 1 }
      doubtOfOne = doubtOfOne ?? doubt
    }
    let gap = table.incompleteness
    let verdict = Counting.verdict(
      selection.howMany ?? .present(true), certain...all, isOpen: gap != nil)
    if let verdict { return Truth(verdict) }
    guard let cause = doubtOfOne ?? gap else { return .no }
    return .unknown(cause)
  }

  /// Calls `take` for each row that is selected, in order, with why it may not be.
  private func choose(
    among places: [Int]?, outer: Row?, _ take: (_ place: Int, _ doubt: Cause?) -> Void
  ) {
    guard let places = places ?? table.candidates(for: selection.conditions) else {
      for place in table.rows.indices { choose(place, outer, take) }
      return
    }
    for place in places { choose(place, outer, take) }
  }

  private func choose(
    _ place: Int, _ outer: Row?, _ take: (_ place: Int, _ doubt: Cause?) -> Void
  ) {
    switch conditions.judge(at: place, outer: outer) ?? .yes {
    case .no: return
    case .unknown(let cause): take(place, table.rows[place].doubt ?? table.alteration ?? cause)
    case .yes: take(place, table.rows[place].doubt ?? table.alteration)
    }
  }
}
