public import SourceText

/// Where a cell of a view comes from.
public enum CellOrigin: Sendable {
  /// A line of the export gave it.
  case written(Span)
  /// No line gives it, and this is what RouterOS then uses.
  case defaulted
  /// It was worked out from several things.
  case workedOut
  /// It has no value.
  case unset
  /// Nothing that was read tells.
  case unknown(Cause)
}

extension Cell {
  /// Where it comes from.
  public var origin: CellOrigin {
    switch content {
    case .unknown(let cause): .unknown(cause)
    case .unset: .unset
    case .known: evidence.map(CellOrigin.written) ?? (isDefault ? .defaulted : .workedOut)
    }
  }

  /// The same cell, said to be given by another entry than that of its row, as a template does.
  func given(by giver: String) -> Cell {
    var cell = self
    cell.giver = giver
    return cell
  }
}
