import RouterOSModel

/// The names in braces of a message, in order.
func placeholders(in text: String) -> [String] {
  text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
    part.firstIndex(of: "}").map { String(part[..<$0]) }
  }
}

extension Reader {
  /// A message with its placeholders filled in for a row; `other` is the row it clashes with.
  /// `settings` are the values of parameters.
  func fill(
    _ text: String, _ row: Row, other: Row? = nil, count: Int? = nil,
    _ settings: [String: [String]]
  ) -> String {
    fill(text, settings) { name, filled in filled += value(name, row, other, count) ?? "?" }
  }

  /// A message as a question: what is not known is spoken of without its value, so that `its far end
  /// is AS {far.local-as}` becomes `its far end is another AS`.
  func ask(
    _ text: String, _ row: Row, other: Row? = nil, count: Int? = nil,
    _ settings: [String: [String]]
  ) -> String {
    fill(text, settings) { name, filled in
      if let value = value(name, row, other, count) {
        filled += value
      } else {
        speakOfUnknown(name, &filled)
      }
    }
  }

  /// A message about a router that has no such row.
  func fill(_ text: String, on device: Int, _ settings: [String: [String]]) -> String {
    fill(text, settings) { name, filled in
      switch name {
      case "device":
        let device = fleet.devices[device]
        filled += device.configuration.concealment.text(device.name)
      case "how-many": filled += "0"
      default: filled += "none"
      }
    }
  }

  private func fill(
    _ text: String, _ settings: [String: [String]], _ append: (String, inout String) -> Void
  ) -> String {
    let braces = (open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))
    guard text.utf8.contains(braces.open) else { return text }
    var filled = ""
    let parts = text.utf8.split(separator: braces.open, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard index > 0, let end = part.firstIndex(of: braces.close) else {
        filled += Substring(part)
        continue
      }
      let name = String(Substring(part[..<end]))
      if name.utf8.first == UInt8(ascii: "$") {
        let values = settings[String(name.dropFirst())] ?? []
        filled += values.isEmpty ? "none" : values.joined(separator: ",")
      } else {
        append(name, &filled)
      }
      filled += Substring(part[part.index(after: end)...])
    }
    return filled
  }

  private func value(_ name: String, _ row: Row, _ other: Row?, _ count: Int?) -> String? {
    if name == "how-many" { return count.map { String($0) } }
    if name.hasPrefix("other.") {
      return other.flatMap { shown(String(name.dropFirst(6)), of: $0) }
    }
    return shown(name, of: row)
  }

  /// The value of a column for people, a secret never; nil when it is not known.
  func shown(_ column: String, of row: Row) -> String? {
    if column.hasPrefix("far."), case .paired(let far) = fleet.farEnd(of: row) {
      return shown(String(column.dropFirst(4)), of: far)
    }
    switch read(column, of: row) {
    case .leftOut: return "none"
    case .unknown: return nil
    case .cell(let cell):
      switch cell.content {
      case .known(let texts): return texts.isEmpty ? "none" : concealed(texts, column, row)
      case .unset: return "none"
      case .unknown: return nil
      }
    }
  }

  /// The values of a column without what its export keeps secret.
  private func concealed(_ texts: [String], _ column: String, _ row: Row) -> String {
    guard let concealment = row.configuration?.concealment else { return "<secret>" }
    let text = concealment.text(texts.joined(separator: ","), of: column, in: row.entry)
    return text.utf8.count <= Self.longest ? text : text.prefix(Self.longest) + "…"
  }

  /// The longest value that a message quotes whole, in bytes, and in characters of a longer one.
  private static let longest = 128
}

/// Ends a sentence in words for a value that is not known: a router is a far end, and where the noun
/// of the column stands before it, as in `bridge {bridge}`, it is `a bridge`, or `another` over there. A
/// number is `some`.
private func speakOfUnknown(_ name: String, _ sentence: inout String) {
  if name == "how-many" { return sentence += "some" }
  let parts = name.split(separator: ".")
  let isElsewhere = parts.count > 1
  let column = parts.last ?? ""
  if isElsewhere, column == "device" {
    if sentence.hasSuffix("its far end ") {
      sentence.removeLast()
    } else {
      sentence += "its far end"
    }
    return
  }
  let noun = sentence.split(separator: " ").last ?? ""
  guard sentence.hasSuffix("\(noun) "), !noun.isEmpty,
    column.split(separator: "-").last?.lowercased() == noun.lowercased()
  else {
    sentence += isElsewhere ? "another" : "one that is not known"
    return
  }
  let article = isElsewhere ? "another" : "aeiouAEIOU".contains(noun.prefix(1)) ? "an" : "a"
  sentence = "\(sentence.dropLast(noun.count + 1))\(article) \(noun)"
}
