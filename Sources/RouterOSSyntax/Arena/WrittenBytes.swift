/// What is written, compared and hashed byte by byte: equal bytes mean the same, and most of two exports of
/// one router is equal.
extension Statement {
  /// Whether both are written alike from the verb to the end.
  public func isWritten(like other: Statement) -> Bool {
    areEqual(bytes, other.bytes)
  }

  /// A hash of the bytes from the verb to the end; see ``hashOfBytes(_:)``.
  public var hashOfBytes: UInt64 {
    let bytes = bytes
    return unsafe hash(bytes.span.bytes)
  }

  private var bytes: ArraySlice<UInt8> {
    script.text[Int(record.verbStart)..<Int(record.end)]
  }
}

extension Argument {
  /// Whether the values of both are written alike, so that they are the same value.
  public func isValueWritten(like other: Argument) -> Bool {
    let (record, otherRecord) = (record, other.record)
    guard record.kind == otherRecord.kind, record.form == otherRecord.form else { return false }
    return areEqual(writtenValue, other.writtenValue)
  }

  /// A hash of the value as it is written, and of how its bytes have to be read.
  public var hashOfWrittenValue: UInt64 {
    let record = record
    let kind: UInt64 = record.kind == .pair ? 0 : record.kind == .unset ? 4 : 8
    let written = writtenValue
    let value = unsafe hash(written.span.bytes)
    return mixed(value, kind | UInt64(record.form.rawValue))
  }

  /// What ``hashOfText(_:)`` gives for the value; nil unless that can be told without decoding it, as of
  /// ASCII without escapes.
  public var hashOfPlainText: UInt64? {
    let record = record
    var written = writtenValue
    switch record.form {
    case .plain: break
    case .quoted where written.count > 1 && written.first == .quote && written.last == .quote:
      written = written.dropFirst().dropLast()
      if written.contains(.backslash) { return nil }
    case .quoted, .escaped, .code: return nil
    }
    if written.contains(where: { $0 >= 0x80 }) { return nil }
    return unsafe hash(written.span.bytes)
  }

  /// Whether the value is neither code nor a string in quotes, which may hold commands.
  public var isBareWord: Bool {
    switch record.form {
    case .plain, .escaped: true
    case .quoted, .code: false
    }
  }

  /// Whether the value as it is written holds none of `=`, `~`, `:` and `\\`: it stands for itself and gives
  /// nothing within it a name.
  public var namesNothing: Bool {
    let end = Int(record.end)
    let text = script.text
    let bytes = unsafe text.span.bytes.extracting(first: end)
    let stop = bytes.firstStop(
      from: record.valueStart(in: text),
      { bytes in
        bytes.equal(to: .equals) .| bytes.equal(to: .tilde) .| bytes.equal(to: .colon)
          .| bytes.equal(to: .backslash)
      },
      { $0 == .equals || $0 == .tilde || $0 == .colon || $0 == .backslash })
    return stop == end
  }
}

/// A hash of a text, the same for equal texts and for this process only, so that no export can be written
/// whose hashes collide.
public func hashOfText(_ text: String) -> UInt64 {
  var text = text
  return text.withUTF8 { unsafe hash($0.span.bytes) }
}

/// One hash of two, in this order.
public func mixed(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ seed)
  return product.high ^ product.low ^ right
}

private let seed = UInt64.random(in: .min ... .max) | 1

private func hash(_ bytes: RawSpan) -> UInt64 {
  let seed = seed
  var hash = seed ^ UInt64(bytes.byteCount)
  var offset = 0
  while offset &+ 8 <= bytes.byteCount {
    let word = bytes.eightBytes(at: offset)
    let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed)
    hash = product.high ^ product.low ^ word
    offset &+= 8
  }
  var rest: UInt64 = 0
  while offset < bytes.byteCount {
    rest = rest << 8 | UInt64(bytes.byte(at: offset))
    offset &+= 1
  }
  let product = (hash ^ rest).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ seed)
  return product.high ^ product.low ^ rest
}

/// Whether both hold the same bytes, eight of which are looked at together.
private func areEqual(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
  guard left.count == right.count else { return false }
  let left = unsafe left.span.bytes
  let right = unsafe right.span.bytes
  var offset = 0
  while offset &+ 8 <= left.byteCount {
    if left.eightBytes(at: offset) != right.eightBytes(at: offset) { return false }
    offset &+= 8
  }
  while offset < left.byteCount {
    if left.byte(at: offset) != right.byte(at: offset) { return false }
    offset &+= 1
  }
  return true
}
