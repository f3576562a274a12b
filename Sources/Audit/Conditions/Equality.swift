import Policy
import RouterOSModel

/// `column: value`: equality in the type of the column; of several values, to one of them.
extension Reader {
  func equals(_ cell: Cell, _ operands: [Operand], _ outer: Row) -> Truth? {
    if operands.isEmpty { return .no }
    var verdict: Truth?
    for operand in operands {
      guard let truth = equals(cell, operand, outer) else { continue }
      if case .yes = truth { return .yes }
      verdict = verdict?.or(truth) ?? truth
    }
    return verdict
  }

  private func equals(_ cell: Cell, _ operand: Operand, _ outer: Row) -> Truth? {
    switch operand {
    case .literal(let word), .parameter(let word): equals(cell, word.text)
    case .far, .this: equals(cell, resolve(operand, cell, outer))
    }
  }

  /// Nearly all conditions compare with a text.
  private func equals(_ cell: Cell, _ text: String) -> Truth {
    let canonical = cell.type.canonical(text)
    func isIt(_ own: String) -> Bool {
      own == text || cell.type.canonical(own) == canonical
    }
    if cell.certain.contains(where: isIt) { return .yes }
    switch cell.content {
    case .known(let texts): return Truth(texts.contains(where: isIt))
    case .unset: return .no
    case .unknown(let cause): return .unknown(cause)
    }
  }

  private func equals(_ cell: Cell, _ reading: Reading) -> Truth? {
    switch reading {
    case .leftOut: return nil
    case .unknown(let cause): return .unknown(cause)
    case .cell(let other):
      if cell.isCertainlyOne(of: other) { return .yes }
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

extension Cell {
  /// Whether the two have a value in common that both certainly have, although one may have others.
  fileprivate func isCertainlyOne(of other: Cell) -> Bool {
    if certain.isEmpty, other.certain.isEmpty { return false }
    let wanted = Set((other.texts + other.certain).map(type.canonical))
    return (texts + certain).contains { wanted.contains(type.canonical($0)) }
  }
}
