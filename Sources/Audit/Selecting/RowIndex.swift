import RouterOSModel

/// The places of rows by the values of one column.
struct RowIndex {
  private struct Key: Hashable {
    let type: ValueType
    let text: String
  }

  private var byValue: [Key: [Int]] = [:]
  private var types: Set<ValueType> = []
  private var without: [Int] = []
  /// The rows that hold a value, and those that may; in order.
  private(set) var placesWithValue: [Int] = []
  private var unknown: [Int] = []

  init(_ column: RowColumn, count: Int) {
    var run: (key: Key, places: [Int])?
    for place in 0..<count {
      guard case .cell(let cell) = column.reading(at: place) else {
        unknown.append(place)
        placesWithValue.append(place)
        continue
      }
      let texts = cell.texts
      if texts.isEmpty { without.append(place) }
      if case .unknown = cell.content { unknown.append(place) }
      if !texts.isEmpty || unknown.last == place { placesWithValue.append(place) }
      for text in texts {
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
  func places(equalToOneOf lists: [[String]]) -> [Int] {
    var places = Set(unknown)
    if lists.contains(where: \.isEmpty) { places.formUnion(without) }
    for type in types {
      for text in lists.joined() {
        places.formUnion(byValue[Key(type: type, text: type.canonical(text))] ?? [])
      }
    }
    return places.sorted()
  }
}
