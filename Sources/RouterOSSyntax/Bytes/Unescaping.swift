/// A part of a value as written, and what it stands for.
enum DecodedPart {
  /// Bytes that stand for themselves.
  case copied(Range<Int>)
  /// An escape, which stands for one byte.
  case escape(UInt8, Range<Int>)
}

/// The bytes that a value stands for: quotes and escapes resolved, continuations taken out.
///
/// `raw` is the value as written, with its quotes, which may stand behind a `!`. Linear in its length.
func unescape(_ raw: ArraySlice<UInt8>) -> [UInt8] {
  let (prefix, body) = withoutQuotes(raw)
  guard body.contains(.backslash) else { return prefix + body }
  var out = prefix
  out.reserveCapacity(body.count + 1)
  resolveEscapes(in: body) { append($0, of: body, to: &out) }
  return out
}

/// The bytes of code without the continuations in it.
func withoutContinuations(_ raw: ArraySlice<UInt8>) -> [UInt8] {
  guard raw.contains(.backslash) else { return Array(raw) }
  var out: [UInt8] = []
  dropContinuations(in: raw) { append($0, of: raw, to: &out) }
  return out
}

@inline(__always)
private func append(_ part: DecodedPart, of raw: ArraySlice<UInt8>, to out: inout [UInt8]) {
  switch part {
  case .copied(let range): out += raw[range]
  case .escape(let byte, _): out.append(byte)
  }
}

/// Hands over, in their order, the parts of a value in any form.
func decode(_ raw: ArraySlice<UInt8>, _ form: ValueForm, _ take: (DecodedPart) -> Void) {
  switch form {
  case .plain: take(.copied(raw.startIndex..<raw.endIndex))
  case .escaped, .quoted:
    let (prefix, body) = withoutQuotes(raw)
    take(.copied(raw.startIndex..<raw.startIndex + prefix.count))
    resolveEscapes(in: body, take)
  case .code: dropContinuations(in: raw, take)
  }
}

/// Hands over the parts of text between quotes, or of a bare value. An escape that RouterOS does not know
/// stands for itself; the parser has reported it.
@inline(__always)
private func resolveEscapes(in body: ArraySlice<UInt8>, _ take: (DecodedPart) -> Void) {
  walk(body, take) { rest in unsafe rest.span.bytes.escape(at: 0) }
}

/// Hands over the parts of code. Escapes stand in the strings in it and are kept, but taken whole, so that
/// the second byte of one does not begin a continuation.
@inline(__always)
private func dropContinuations(in code: ArraySlice<UInt8>, _ take: (DecodedPart) -> Void) {
  walk(code, take) { _ in nil }
}

/// Hands over what is not a continuation; `escape` says what the backslash stands for that a text
/// begins with, nil when it is kept with the byte behind it.
@inline(__always)
private func walk(
  _ text: ArraySlice<UInt8>, _ take: (DecodedPart) -> Void,
  _ escape: (ArraySlice<UInt8>) -> (byte: UInt8, length: Int)?
) {
  var rest = text
  while let stop = rest.firstIndex(of: .backslash) {
    if stop > rest.startIndex { take(.copied(rest.startIndex..<stop)) }
    rest = rest[stop...]
    let continuation = unsafe rest.span.bytes.continuationLength(at: 0)
    if continuation > 0 {
      rest = rest.dropFirst(continuation)
    } else if let (byte, length) = escape(rest) {
      take(.escape(byte, stop..<stop + length))
      rest = rest.dropFirst(length)
    } else {
      take(.copied(stop..<min(stop + 2, rest.endIndex)))
      rest = rest.dropFirst(2)
    }
  }
  if !rest.isEmpty { take(.copied(rest.startIndex..<rest.endIndex)) }
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

extension RawSpan {
  /// The byte that a known escape at `offset` stands for, and its length, backslash and all; nil for any
  /// other.
  ///
  /// Escapes as in MikroTik's manual, "Scripting": `\" \\ \$ \? \n \r \t \a \b \f \v \_` and two
  /// hexadecimal digits for one byte.
  @inline(__always)
  func escape(at offset: Int) -> (byte: UInt8, length: Int)? {
    guard let byte = peek(offset + 1) else { return nil }
    if let plain = byte.escapedByte { return (plain, 2) }
    guard let high = byte.hexadecimalValue, let low = peek(offset + 2)?.hexadecimalValue else {
      return nil
    }
    return (high << 4 | low, 3)
  }
}
