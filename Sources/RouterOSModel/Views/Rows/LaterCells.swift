/// What rows tell that they do not keep.
protocol FurtherCells: AnyObject, Sendable {
  /// The columns that it tells.
  var columns: Set<String> { get }

  /// The title of the row at `place`, when the row has none of its own.
  func title(at place: Int) -> String

  /// The cell of one of ``columns`` in the row at `place`.
  func cell(_ column: String, at place: Int) -> Cell?
}

extension FurtherCells {
  func title(at place: Int) -> String { "" }
}

/// Cells that cost more than reading a line: worked out for all rows of a view together, when the first
/// of them is asked for.
final class LaterCells: FurtherCells {
  /// The columns they stand in.
  let columns: Set<String>
  private let known = KeptValue<[[String: Cell]]>()
  private let work: @Sendable () -> [[String: Cell]]

  /// `work` gives the cells of each row by column; it must not ask for a cell that it is to give.
  init(_ columns: Set<String>, _ work: @escaping @Sendable () -> [[String: Cell]]) {
    self.columns = columns
    self.work = work
  }

  /// The cell of a column in the row at `place`; nothing is locked while it is worked out.
  func cell(_ column: String, at place: Int) -> Cell? {
    let cells = known.value(work)
    return cells.indices.contains(place) ? cells[place][column] : nil
  }
}
