import Policy
import RouterOSModel

/// Finds the rows of the long views of one router by a column, since many rules look for few of them.
final class SelectionIndexes {
  private struct Key: Hashable {
    let device: Int
    let view: String
    let column: String
  }

  private var indexes: [Key: RowIndex] = [:]

  /// The columns that tell the rows of a long view best.
  private static let columns: [String: Set<String>] = [
    "items": ["menu"], "values": ["menu", "property", "refers-to"],
  ]

  /// The rows that may meet the first condition of a selection that says what such a column equals, in
  /// order; nil when none does.
  func candidates(of selection: Selection, on device: Int, _ reader: Reader) -> [Row]? {
    guard case .view(let view) = selection.source, let columns = Self.columns[view.text] else {
      return nil
    }
    for clause in selection.conditions.clauses where columns.contains(clause.column.text) {
      guard let texts = clause.condition.equalTexts else { continue }
      let key = Key(device: device, view: view.text, column: clause.column.text)
      let index =
        indexes[key]
        ?? RowIndex(reader.rows(of: selection.source, on: device), by: key.column, reader)
      indexes[key] = index
      return index.rows(equalToOneOf: [texts])
    }
    return nil
  }
}

extension Condition {
  /// The texts of which a value must equal one; nil for other conditions, and where a column is one of them.
  fileprivate var equalTexts: [String]? {
    guard case .equals(let operands) = self, !operands.isEmpty else { return nil }
    var texts: [String] = []
    for operand in operands {
      switch operand {
      case .literal(let word), .parameter(let word): texts.append(word.text)
      case .far, .this: return nil
      }
    }
    return texts
  }
}
