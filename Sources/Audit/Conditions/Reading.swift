import Policy
import RouterOSModel

/// What a column says of a row.
enum Reading {
  case cell(Cell)
  /// The far end has no such row, so that a condition on it asks nothing.
  case leftOut
  /// Nothing that was read tells.
  case unknown(Cause)
}

/// Rows with the far ends that a fleet gives them.
struct Reader {
  let fleet: Fleet
  /// What was found out already; nil where little is asked for twice.
  var tables: RowTables?

  /// The value of `column`, which may begin with `far.`, for a row. A column that other rows of the view
  /// have and this one does not is known to have no value here.
  func read(_ column: String, of row: Row) -> Reading {
    if column.hasPrefix("far.") {
      switch fleet.farEnd(of: row) {
      case .paired(let far):
        if let doubt = alteration(of: far) { return .unknown(doubt) }
        return read(String(column.dropFirst(4)), of: far)
      case .outside, .unanswered: return .leftOut
      case .unknown(let cause): return .unknown(cause)
      }
    }
    switch column {
    case "far": return .cell(fleet.far(of: row))
    case "also-at": return .cell(fleet.alsoAt(row))
    case "far-has-address": return .cell(fleet.farHasAddress(of: row))
    case "fleet": return .cell(Cell.none.saying("fleet"))
    case "link": return .cell(fleet.link(of: row))
    default: return .cell(row.cell(column) ?? .none)
    }
  }

  /// Why a row may be different from what was read; nil when it is not.
  private func alteration(of row: Row) -> Cause? {
    row.id.flatMap { fleet.devices[$0.device].configuration.alteration(of: $0.view) }
  }

  /// What an operand stands for beside a cell; `outer` is the row that `$this` means.
  func resolve(_ operand: Operand, _ cell: Cell, _ outer: Row) -> Reading {
    switch operand {
    case .far(let column): read("far." + column.text, of: outer)
    case .this(let column): read(column.text, of: outer)
    case .literal(let word), .parameter(let word): .cell(cell.saying(word.text))
    }
  }
}
