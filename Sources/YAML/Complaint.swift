import SourceText

/// What libyaml says is wrong at a place, in words that say what to do.
func complaint(about problem: String, at place: Int, in file: SourceFile) -> String {
  let bytes = file.bytes
  let byte = place < bytes.count ? bytes[place] : 0x0A
  let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  let line = bytes[start..<place]
  if byte == UInt8(ascii: "\t") { return "a tab cannot stand here; use blanks" }
  if problem.hasPrefix("control characters") { return "a control character cannot stand here" }
  if byte == UInt8(ascii: "@") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "%") {
    let text = String(decoding: [byte], as: UTF8.self)
    return "a text cannot begin with '\(text)'; quote it"
  }
  if problem.hasPrefix("mapping values are not allowed") {
    return "YAML reads a colon and a blank as the end of a key; quote the text"
  }
  if problem.contains("end of stream") || problem.contains("document indicator") {
    return "a quote that opens here or above is never closed"
  }
  if let bracket = bracketBehindKey(line) {
    return
      "YAML reads '\(bracket)' as the start of a \(bracket == "{" ? "mapping" : "list"); quote the "
      + "text, or close what it opens"
  }
  return "this is no YAML: \(problem); is a quote missing around a text?"
}

/// The bracket that the first value of a line begins with; nil when it begins with another character.
private func bracketBehindKey(_ line: ArraySlice<UInt8>) -> String? {
  guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
  switch line[line.index(after: colon)...].first(where: { $0 != 0x20 }) {
  case UInt8(ascii: "{"): return "{"
  case UInt8(ascii: "["): return "["
  default: return nil
  }
}
