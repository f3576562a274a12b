import RouterOSModel

/// One column of the rows of a table.
final class RowColumn {
  private let name: String
  private let rows: [Row]
  private let reader: Reader
  private var equalities: [[String]: KnownEquality] = [:]

  init(_ name: String, of rows: [Row], _ reader: Reader) {
    self.name = name
    self.rows = rows
    self.reader = reader
  }

  /// What the column says of the row at a place.
  func reading(at place: Int) -> Reading { reader.read(name, of: rows[place]) }

  /// Which rows have one of these texts in the column: the same for all rules that ask it.
  func equality(to texts: [String]) -> KnownEquality {
    if let equality = equalities[texts] { return equality }
    let equality = KnownEquality(texts, count: rows.count)
    equalities[texts] = equality
    return equality
  }
}

/// Whether the values of a column equal one of some texts: found out once for each row, and kept in a byte, where
/// to keep the values would cost more than to read the few that are asked for twice.
final class KnownEquality {
  private enum Verdict {
    case equal
    case notAsked
    case notEqual
    /// It was left out or is not known, for a cause that the reading tells.
    case undecided
  }

  private let texts: [String]
  private var spellings: (type: ValueType, texts: [String])?
  private var verdicts: [Verdict]

  init(_ texts: [String], count: Int) {
    self.texts = texts
    verdicts = Array(repeating: .notAsked, count: count)
  }

  /// Whether the row at a place of `column` has one of the texts; nil when its value was left out.
  func truth(at place: Int, of column: RowColumn) -> Truth? {
    switch verdicts[place] {
    case .equal: return .yes
    case .notEqual: return .no
    case .notAsked, .undecided: break
    }
    switch column.reading(at: place) {
    case .leftOut: return note(nil, at: place)
    case .unknown(let cause): return note(.unknown(cause), at: place)
    case .cell(let cell): return note(truth(of: cell), at: place)
    }
  }

  private func note(_ truth: Truth?, at place: Int) -> Truth? {
    switch truth {
    case .no: verdicts[place] = .notEqual
    case .unknown, nil: verdicts[place] = .undecided
    case .yes: verdicts[place] = .equal
    }
    return truth
  }

  private func truth(of cell: Cell) -> Truth {
    let wanted = spellings(in: cell.type)
    func isIt(_ own: String) -> Bool {
      texts.contains(own) || wanted.contains(cell.type.canonical(own))
    }
    if cell.certain.contains(where: isIt) { return .yes }
    switch cell.content {
    case .known(let own): return Truth(own.contains(where: isIt))
    case .unset: return .no
    case .unknown(let cause): return .unknown(cause)
    }
  }

  /// The texts as values of a type, which is nearly always the same in all rows.
  private func spellings(in type: ValueType) -> [String] {
    if let spellings, spellings.type == type { return spellings.texts }
    let canonical = texts.map(type.canonical)
    spellings = (type, canonical)
    return canonical
  }
}
