import Policy
import RouterOSModel

/// `column: value`: equality in the type of the column; of several values, to one of them.
extension Reader {
  func equals(_ cell: Cell, _ operands: [Operand], _ outer: Row) -> Truth? {
    if operands.isEmpty { return .no }
    return Truth.any(operands.compactMap { equals(cell, resolve($0, cell, outer)) })
  }

  private func equals(_ cell: Cell, _ reading: Reading) -> Truth? {
    switch reading {
    case .leftOut: return nil
    case .unknown(let cause): return .unknown(cause)
    case .cell(let other):
      switch (cell.content, other.content) {
      case (.unknown(let cause), _), (_, .unknown(let cause)): return .unknown(cause)
      case (.unset, _), (_, .unset): return Truth(cell.texts.isEmpty && other.texts.isEmpty)
      case (.known(let left), .known(let right)):
        let wanted = Set(right.map(cell.type.canonical))
        return Truth(left.contains { wanted.contains(cell.type.canonical($0)) })
      }
    }
  }
}
