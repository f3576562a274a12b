import RouterOSModel
import RouterOSSyntax
import SourceText

/// The bytes of an export that no report may show: values of secrets, those in blocks and scripts
/// included, and what may be torn from one.
///
/// A value within a value is parsed once for each level it lies deep, down to 16 levels. The spans are in
/// order and apart.
func secretSpans(in script: Script, by catalogue: Catalogue = .shipped) -> [Span] {
  let spans = script.statements.flatMap { statement -> [Span] in
    let menu = catalogue.menu(statement.menu)
    if statement.isDamaged, statement.arguments.contains(where: { menu.isSecret($0) }) {
      return [statement.span]
    }
    return statement.arguments.flatMap { argument in
      secretSpans(in: argument, of: statement, by: catalogue)
    }
  }
  return merged(spans)
}

/// The secret bytes of one argument: all of its value, or those that nest in it.
func secretSpans(
  in argument: Argument, of statement: Statement, by catalogue: Catalogue, depth: Int = 0
) -> [Span] {
  if argument.valueSpan.isEmpty { return [] }
  if catalogue.menu(statement.menu).isSecret(argument) { return [argument.valueSpan] }
  guard argument.isCode || argument.isQuoted else { return [] }
  let decoded = argument.decodedValue
  guard decoded.bytes.contains(UInt8(ascii: "=")) else { return [] }
  var spans: [Span] = []
  if depth < deepestSecret, let script = statement.script(of: argument) {
    spans = nestedSecrets(in: script, by: catalogue, depth: depth + 1)
  }
  return spans + unreadSecrets(in: decoded, beside: spans, by: catalogue)
}

/// How deep values nest that are looked into; below, everything behind the name of a secret is hidden.
private let deepestSecret = 16

private func nestedSecrets(in script: Script, by catalogue: Catalogue, depth: Int) -> [Span] {
  script.statements.flatMap { statement in
    // What could not be read within a value may be the rest of a secret.
    if statement.isDamaged { return [statement.span] }
    return statement.arguments.flatMap { argument in
      secretSpans(in: argument, of: statement, by: catalogue, depth: depth)
    }
  }
}

/// Where `password=` and the like stand in code or text that the parser does not split: from there to the
/// end of the value everything is hidden.
private func unreadSecrets(
  in decoded: DecodedValue, beside spans: [Span], by catalogue: Catalogue
) -> [Span] {
  let menu = catalogue.menu("/")
  let known = spans.sorted { $0.start < $1.start }
  var next = 0
  var name: [UInt8] = []
  for (index, byte) in decoded.bytes.enumerated() {
    if byte != UInt8(ascii: "=") {
      if isNameByte(byte) { name.append(byte) } else { name = [] }
      continue
    }
    defer { name = [] }
    guard !name.isEmpty, index + 1 < decoded.bytes.count,
      menu.isSecret(String(decoding: name, as: UTF8.self))
    else { continue }
    let place = decoded.span(of: index + 1..<index + 2)
    while next < known.count, known[next].end <= place.start { next += 1 }
    let isKnown = next < known.count && known[next].start <= place.start
    if isKnown || endsWord(decoded.bytes[index + 1]) { continue }
    return [place.union(decoded.span(of: decoded.bytes.count - 1..<decoded.bytes.count))]
  }
  return []
}

private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."): true
  default: false
  }
}

/// Whether nothing was written: a blank, a line break, or what ends a command.
private func endsWord(_ byte: UInt8) -> Bool {
  byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "}")
    || byte == UInt8(ascii: "]")
}
