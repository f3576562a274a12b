import RouterOSModel

/// The names in braces of a message, in order.
func placeholders(in text: String) -> [String] {
  text.split(separator: "{").dropFirst().compactMap { part in
    part.firstIndex(of: "}").map { String(part[..<$0]) }
  }
}

extension Reader {
  /// A message with its placeholders filled in for a row; `other` is the row it clashes with.
  func fill(_ text: String, _ row: Row, other: Row? = nil, count: Int? = nil) -> String {
    fill(text) { value($0, row, other, count) }
  }

  /// A message about a router that has no such row.
  func fill(_ text: String, on device: Int) -> String {
    fill(text) { name in
      switch name {
      case "device": fleet.devices[device].name
      case "how-many": "0"
      default: "none"
      }
    }
  }

  private func fill(_ text: String, _ value: (String) -> String) -> String {
    var filled = ""
    for (index, part) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
      guard index > 0, let end = part.firstIndex(of: "}") else {
        filled += part
        continue
      }
      filled += value(String(part[..<end])) + part[part.index(after: end)...]
    }
    return filled
  }

  private func value(_ name: String, _ row: Row, _ other: Row?, _ count: Int?) -> String {
    if name == "how-many" { return count.map { String($0) } ?? "?" }
    if name.hasPrefix("other.") {
      return other.map { shown(String(name.dropFirst(6)), of: $0) } ?? "?"
    }
    return shown(name, of: row)
  }

  /// The value of a column for people; a secret never.
  func shown(_ column: String, of row: Row) -> String {
    if let entry = row.entry, entry.menu.isSecret(column) { return "<secret>" }
    switch read(column, of: row) {
    case .leftOut: return "none"
    case .unknown: return "?"
    case .cell(let cell):
      switch cell.content {
      case .known(let texts): return texts.isEmpty ? "none" : texts.joined(separator: ",")
      case .unset: return "none"
      case .unknown: return "?"
      }
    }
  }
}
