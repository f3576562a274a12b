import Policy
import RouterOSModel

/// The rows of a selection by the values of one column.
struct RowIndex {
  private struct Key: Hashable {
    let type: ValueType
    let text: String
  }

  let rows: [Row]
  private var byValue: [Key: [Int]] = [:]
  private var types: Set<ValueType> = []
  private var without: [Int] = []
  private var unknown: [Int] = []

  init(_ rows: [Row], by column: String, _ reader: Reader) {
    self.rows = rows
    var run: (key: Key, places: [Int])?
    for (place, row) in rows.enumerated() {
      guard case .cell(let cell) = reader.read(column, of: row) else {
        unknown.append(place)
        continue
      }
      if case .unknown = cell.content { unknown.append(place) }
      if cell.texts.isEmpty { without.append(place) }
      for text in cell.texts {
        let key = Key(type: cell.type, text: cell.type.canonical(text))
        // Neighbours are alike, and an array costs less than a look.
        if run?.key == key {
          run?.places.append(place)
        } else {
          if let run { byValue[run.key, default: []] += run.places }
          run = (key, [place])
        }
      }
    }
    if let run { byValue[run.key, default: []] += run.places }
    types = Set(byValue.keys.map(\.type))
  }

  /// The rows that hold a value of one of these lists, or none if one has none, and those that may; in
  /// order.
  func rows(equalToOneOf lists: [[String]]) -> [Row] {
    var places = Set(unknown)
    if lists.contains(where: \.isEmpty) { places.formUnion(without) }
    for type in types {
      for text in lists.joined() {
        places.formUnion(byValue[Key(type: type, text: type.canonical(text))] ?? [])
      }
    }
    return places.sorted().map { rows[$0] }
  }
}
