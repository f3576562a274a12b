import Policy
import RouterOSModel

/// `present: yes` and `present: no`: whether there is an effective value; an empty list is none.
extension Reader {
  func isPresent(_ cell: Cell, _ wanted: Bool) -> Truth {
    if case .unknown(let cause) = cell.content {
      return cell.certain.isEmpty ? .unknown(cause) : Truth(wanted)
    }
    return Truth(cell.texts.isEmpty != wanted)
  }
}
