/// What RouterOS does to each byte of a value that it prints.
///
/// Counted over exports of RouterOS 5 to 7; bytes that never occurred as the only reason for quotes or
/// without them keep what the file has.
private enum ByteClass: UInt8 {
  /// Stands bare.
  case plain
  /// Stands as it is, but the whole value goes into quotes.
  case quoted
  /// Is written as an escape, in quotes.
  case escaped
  /// Stands as it is, and nobody has seen whether it needs quotes.
  case unknown

  init(_ byte: UInt8) {
    switch byte {
    case ..<0x20, 0x7F..., .quote, .backslash, .dollar, .questionMark: self = .escaped
    case .space, .apostrophe, .leftParenthesis, .rightParenthesis, .semicolon, .equals,
      .leftBracket, .rightBracket, .leftBrace, .rightBrace:
      self = .quoted
    case .ampersand, .caret, .backtick: self = .unknown
    default: self = .plain
    }
  }

  /// The class of every byte, as raw values.
  static let table = (0...255).map { ByteClass(UInt8($0)).rawValue }
}

/// A value as RouterOS prints it.
struct EncodedValue {
  /// The bytes to print, quotes and escapes included.
  var bytes: [UInt8]
  /// Whether it stands in quotes, and so may be broken anywhere.
  var isQuoted: Bool
}

/// Spells `value` as RouterOS prints it.
///
/// Empty values, values with bytes that would mean something else, and bare values that would not
/// fit on a line of `width` with its indentation stand in quotes. `wasQuoted` decides where nobody
/// knows. Linear in the length of the value.
func encodeValue(_ value: [UInt8], width: LineWidth, wasQuoted: Bool) -> EncodedValue {
  var worst: UInt8 = 0
  var isUnknown = false
  for byte in value {
    let kind = ByteClass.table[Int(byte)]
    if kind == ByteClass.unknown.rawValue { isUnknown = true } else { worst = max(worst, kind) }
  }
  let isLong = value.count > width.longestUnbroken
  guard worst > 0 || value.isEmpty || isLong || (isUnknown && wasQuoted) else {
    return EncodedValue(bytes: value, isQuoted: false)
  }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(value.count + 2)
  bytes.append(.quote)
  if worst == ByteClass.escaped.rawValue {
    for byte in value { appendEncoded(byte, to: &bytes) }
  } else {
    bytes += value
  }
  bytes.append(.quote)
  return EncodedValue(bytes: bytes, isQuoted: true)
}

/// Spells a text as RouterOS prints it on a line of any width: bare where that can be, else in quotes.
public func spelled(_ text: String) -> String {
  let encoded = encodeValue(Array(text.utf8), width: .unlimited, wasQuoted: true)
  return String(decoding: encoded.bytes, as: UTF8.self)
}

extension LineWidth {
  /// The longest value that fits on a line of its own, behind the indentation and before the blank
  /// and the backslash.
  var longestUnbroken: Int { limit - 2 - LineWriter.indentation.count }
}

/// Appends one byte of a string, as an escape where RouterOS writes one.
private func appendEncoded(_ byte: UInt8, to bytes: inout [UInt8]) {
  if ByteClass.table[Int(byte)] != ByteClass.escaped.rawValue { return bytes.append(byte) }
  bytes.append(.backslash)
  switch byte {
  case .quote, .backslash, .dollar, .questionMark: bytes.append(byte)
  case .lineFeed: bytes.append(UInt8(ascii: "n"))
  case .carriageReturn: bytes.append(UInt8(ascii: "r"))
  case .tab: bytes.append(UInt8(ascii: "t"))
  case 0x07: bytes.append(UInt8(ascii: "a"))
  case 0x08: bytes.append(UInt8(ascii: "b"))
  case 0x0B: bytes.append(UInt8(ascii: "v"))
  case 0x0C: bytes.append(UInt8(ascii: "f"))
  default:
    bytes.append(hexadecimalDigit(byte >> 4))
    bytes.append(hexadecimalDigit(byte & 0x0F))
  }
}

/// The capital digit for 0 to 15.
private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? 0x30 + value : 0x41 + value - 10
}
