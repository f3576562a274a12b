/// The bytes that a value stands for: quotes and escapes resolved, continuations taken out.
///
/// `raw` is the value as written, with its quotes, which may stand behind a `!`. An escape that
/// RouterOS does not know stands for itself; the parser has reported it. Escapes as in MikroTik's
/// manual, "Scripting": `\" \\ \$ \? \n \r \t \a \b \f \v \_` and two hexadecimal digits for one
/// byte. Linear in the length of `raw`.
func unescape(_ raw: ArraySlice<UInt8>) -> [UInt8] {
  let (prefix, body) = withoutQuotes(raw)
  guard body.contains(.backslash) else { return prefix + body }
  var rest = body
  var out = prefix
  out.reserveCapacity(body.count + 1)
  while let byte = rest.popFirst() {
    if byte == .backslash { takeEscape(&rest, into: &out) } else { out.append(byte) }
  }
  return out
}

/// The bytes of code without the continuations in it.
func withoutContinuations(_ raw: ArraySlice<UInt8>) -> [UInt8] {
  guard raw.contains(.backslash) else { return Array(raw) }
  var out: [UInt8] = []
  var index = raw.startIndex
  while index < raw.endIndex {
    let length = unsafe raw.span.bytes.continuationLength(at: index - raw.startIndex)
    if length > 0 {
      index += length
    } else {
      // An escape is taken whole, so that its second byte does not begin a continuation.
      let end = min(index + (raw[index] == .backslash ? 2 : 1), raw.endIndex)
      out += raw[index..<end]
      index = end
    }
  }
  return out
}

/// The text between the quotes and what stands before them, a `!` or nothing; all of a bare value.
func withoutQuotes(_ raw: ArraySlice<UInt8>) -> (prefix: [UInt8], body: ArraySlice<UInt8>) {
  var body = raw
  var prefix: [UInt8] = []
  if body.first == .exclamationMark, body.dropFirst().first == .quote {
    prefix = [.exclamationMark]
    body = body.dropFirst()
  }
  guard body.first == .quote else { return (prefix, body) }
  body = body.dropFirst()
  if body.last == .quote, !endsInEscape(body.dropLast()) { body = body.dropLast() }
  return (prefix, body)
}

/// Whether what stands behind `body` would be escaped: an odd number of backslashes ends it.
func endsInEscape(_ body: ArraySlice<UInt8>) -> Bool {
  body.reversed().prefix { $0 == .backslash }.count % 2 == 1
}

/// Takes what follows a backslash off `rest` and appends what it stands for.
private func takeEscape(_ rest: inout ArraySlice<UInt8>, into out: inout [UInt8]) {
  guard let byte = rest.popFirst() else { return out.append(.backslash) }
  if byte == .lineFeed || byte == .carriageReturn {
    if byte == .carriageReturn, rest.first == .lineFeed { rest = rest.dropFirst() }
    rest = rest.drop { $0.isBlank }
  } else if let plain = byte.escapedByte {
    out.append(plain)
  } else if let high = byte.hexadecimalValue, let low = rest.first?.hexadecimalValue {
    rest = rest.dropFirst()
    out.append(high << 4 | low)
  } else {
    out += [.backslash, byte]
  }
}
