/// The bytes that a value stands for: quotes and escapes resolved, continuations taken out.
///
/// `raw` is the value as written, with its quotes. An escape that RouterOS does not know stands for
/// itself; the parser has reported it. Escapes as in MikroTik's manual, "Scripting": `\" \\ \$ \? \n
/// \r \t \a \b \f \v \_` and two hexadecimal digits for one byte. Linear in the length of `raw`.
func unescape(_ raw: ArraySlice<UInt8>) -> [UInt8] {
  var rest = raw
  if rest.first == .quote {
    rest = rest.dropFirst()
    if rest.last == .quote, !endsInEscape(rest.dropLast()) { rest = rest.dropLast() }
  }
  guard rest.contains(.backslash) else { return Array(rest) }
  var out: [UInt8] = []
  out.reserveCapacity(rest.count)
  while let byte = rest.popFirst() {
    if byte == .backslash { takeEscape(&rest, into: &out) } else { out.append(byte) }
  }
  return out
}

/// Whether a closing quote behind `body` would be escaped: an odd number of backslashes ends it.
private func endsInEscape(_ body: ArraySlice<UInt8>) -> Bool {
  body.reversed().prefix { $0 == .backslash }.count % 2 == 1
}

/// Takes what follows a backslash off `rest` and appends what it stands for.
private func takeEscape(_ rest: inout ArraySlice<UInt8>, into out: inout [UInt8]) {
  guard let byte = rest.popFirst() else { return out.append(.backslash) }
  if byte == .lineFeed || byte == .carriageReturn {
    if byte == .carriageReturn, rest.first == .lineFeed { rest = rest.dropFirst() }
    rest = rest.drop { $0.isBlank }
  } else if let plain = escapedByte(byte) {
    out.append(plain)
  } else if let high = byte.hexadecimalValue, let low = rest.first?.hexadecimalValue {
    rest = rest.dropFirst()
    out.append(high << 4 | low)
  } else {
    out += [.backslash, byte]
  }
}

/// What a one-letter escape stands for, or nil when `byte` is none.
func escapedByte(_ byte: UInt8) -> UInt8? {
  switch byte {
  case .quote, .backslash, .dollar, 0x3F: byte
  case .underscore: .space
  case 0x6E: .lineFeed
  case 0x72: .carriageReturn
  case 0x74: .tab
  case 0x61: 0x07
  case 0x62: 0x08
  case 0x66: 0x0C
  case 0x76: 0x0B
  default: nil
  }
}
