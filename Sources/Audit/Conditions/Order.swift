import Policy
import RouterOSModel

/// `at-least` and `at-most`: the order of numbers, times and sizes; what has no order never holds.
extension Reader {
  func compare(
    _ cell: Cell, _ operand: Operand, _ outer: Row, _ holds: (Int, Int) -> Bool
  ) -> Truth? {
    if case .unknown(let cause) = cell.content { return .unknown(cause) }
    switch resolve(operand, cell, outer) {
    case .leftOut: return nil
    case .unknown(let cause): return .unknown(cause)
    case .cell(let other):
      if case .unknown(let cause) = other.content { return .unknown(cause) }
      guard let left = cell.text.flatMap(cell.type.order(of:)),
        let right = other.text.flatMap(cell.type.order(of:))
      else { return .no }
      return Truth(holds(left, right))
    }
  }
}
