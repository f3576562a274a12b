import RouterOSSyntax
import SourceText

/// `text` formatted.
func formatted(_ text: String, _ options: FormatOptions = FormatOptions()) throws -> String {
  try formatted(Array(text.utf8), options)
}

/// The same for bytes.
func formatted(_ bytes: [UInt8], _ options: FormatOptions = FormatOptions()) throws -> String {
  decodeText(try formattedBytes(bytes, options))
}

/// The same as bytes.
func formattedBytes(_ bytes: [UInt8], _ options: FormatOptions = FormatOptions()) throws -> [UInt8]
{
  try format(parse(SourceFile(name: "example.rsc", bytes: bytes)), options).bytes
}

/// What a script says, whatever its layout: for each statement the menu, the command, the target and
/// the arguments in their order, by name.
func meaning(of bytes: [UInt8]) -> [[String]] {
  parse(SourceFile(name: "example.rsc", bytes: bytes)).statements.map { statement in
    let target = statement.target
    let arguments = statement.arguments.filter { $0.index != target?.index }
    let words = arguments.enumerated().map { index, argument in
      (key: argument.name ?? argument.value, index: index, text: spelling(of: argument))
    }
    let sorted = words.sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    return [statement.menu, statement.verb, target.map { search(of: $0) } ?? "-"]
      + sorted.map(\.text)
  }
}

private func spelling(of argument: Argument) -> String {
  switch argument.kind {
  case .pair: "\(argument.name ?? "")=\(argument.valueBytes)"
  case .unset: "!\(argument.name ?? "")"
  case .positional: argument.value
  }
}

/// A target as the conditions of its search, decoded and without the words that make no difference.
private func search(of target: Argument) -> String {
  guard target.isCode else { return "\(target.valueBytes)" }
  var words: [[UInt8]] = [[]]
  var isQuoted = false
  var isEscaped = false
  for byte in target.valueBytes where byte != UInt8(ascii: "[") && byte != UInt8(ascii: "]") {
    if byte <= 0x20, !isQuoted, !isEscaped { words.append([]) }
    words[words.count - 1].append(byte)
    if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
    isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
  }
  return words.map { word in
    let condition = Array(isBlank(word.first) ? word.dropFirst() : word[...])
    guard let equals = condition.firstIndex(of: UInt8(ascii: "=")) else {
      return decodeText(condition)
    }
    let value = plainlyUnescaped(Array(condition[(equals + 1)...]))
    return "\(decodeText(condition[...equals]))\(value)"
  }
  .filter { !["", "find", "where"].contains($0) }.joined(separator: " ")
}

private func isBlank(_ byte: UInt8?) -> Bool { byte.map { $0 <= 0x20 } ?? false }
