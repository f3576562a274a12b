import Policy
import RouterOSModel

/// `matches: PATTERN`: the pattern is found in the value, or in one of a list.
extension Reader {
  func matches(_ cell: Cell, _ pattern: Pattern?) -> Truth {
    if case .unknown(let cause) = cell.content { return .unknown(cause) }
    guard let pattern else { return .no }
    return Truth(cell.texts.contains(where: pattern.isFound))
  }
}
