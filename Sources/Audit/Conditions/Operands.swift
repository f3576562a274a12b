import Policy
import RouterOSModel

/// The values that operands come to, by "or".
struct Wanted {
  /// Those that are known.
  var texts: [String] = []
  /// Why there may be more; nil when there are none.
  var doubt: Cause?
  /// Whether an operand asked something at all; of a far end that is not there none does.
  var asks = false
}

extension Reader {
  /// What the operands of a condition on `cell` come to; nil when all of them were left out.
  func values(of operands: [Operand], _ cell: Cell, _ outer: Row) -> Wanted? {
    var wanted = Wanted()
    for operand in operands {
      switch resolve(operand, cell, outer) {
      case .leftOut: continue
      case .unknown(let cause): wanted.doubt = wanted.doubt ?? cause
      case .cell(let other):
        if case .unknown(let cause) = other.content { wanted.doubt = wanted.doubt ?? cause }
        wanted.texts += other.texts + other.certain
      }
      wanted.asks = true
    }
    return wanted.asks ? wanted : nil
  }
}
