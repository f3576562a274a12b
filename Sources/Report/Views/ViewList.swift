public import RouterOSModel

/// All views, one a line, with what they show; then the tables of several routers.
public func renderViews() -> String {
  list(
    View.allCases.map { ($0.rawValue, $0.meaning) }.sorted { $0.0 < $1.0 }
      + FleetTable.allCases.map { ($0.rawValue, $0.meaning) }.sorted { $0.0 < $1.0 })
}

/// The columns that a view works out, one a line, with what they say and which words they hold.
public func renderColumns(of view: View) -> String {
  list(
    view.columns.map { column in
      let words = column.words.map { " (\($0.joined(separator: ", ")))" } ?? ""
      return (column.name, column.meaning + words)
    })
}

/// Names with what they mean, one a line.
func list(_ lines: [(name: String, meaning: String)]) -> String {
  let width = lines.map(\.name.count).max() ?? 0
  return lines.map { name, meaning in
    "\(name)\(String(repeating: " ", count: width - name.count + 2))\(meaning)\n"
  }.joined()
}
