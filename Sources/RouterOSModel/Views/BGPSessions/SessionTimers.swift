/// The timers of a BGP session that are in force at this end (RFC 4271, 4.2 and 4.4).
struct SessionTimers {
  /// After how long without a word the session is given up.
  let hold: Cell
  /// How often this end speaks: a third of the hold time unless a line says otherwise.
  let keepalive: Cell

  /// `keepalive` is what a line states, if one does.
  init(hold: Cell, keepalive: Cell) {
    self.hold = hold
    self.keepalive = keepalive.isStated ? keepalive : Self.third(of: hold)
  }

  /// The hold time in keepalives, rounded down; without keepalives none fit in, and a session that is
  /// never given up has no such number.
  var multiple: Cell {
    for cell in [hold, keepalive] {
      if let cause = cell.doubt { return Cell(.unknown(cause), .integer) }
    }
    guard let hold = Self.length(of: hold) else { return Cell(.unset, .integer) }
    guard let keepalive = Self.length(of: keepalive) else { return Cell("0", .integer) }
    return Cell(
      String(hold / keepalive), .integer, at: self.keepalive.evidence ?? self.hold.evidence)
  }

  /// In nanoseconds; nil for `infinity` and what means the same.
  private static func length(of cell: Cell) -> Int? {
    cell.text.flatMap { DurationValue($0) }.flatMap { $0.nanoseconds > 0 ? $0.nanoseconds : nil }
  }

  private static func third(of hold: Cell) -> Cell {
    if let cause = hold.doubt { return Cell(.unknown(cause), .duration) }
    guard let length = length(of: hold) else { return Cell(.unset, .duration) }
    let text = ValueType.duration.canonical("\(length / 3_000_000)ms")
    var cell = Cell(.known([text]), .duration, at: hold.evidence, isDefault: hold.isDefault)
    cell.giver = hold.giver
    return cell
  }
}
