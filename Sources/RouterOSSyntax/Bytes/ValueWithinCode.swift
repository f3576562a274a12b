/// The bytes that a value within code stands for, as in `[find name="a b"]`: one string, or one bare word
/// without operators. Nil for anything else, which only a router can work out, and for an escape that
/// RouterOS does not know.
///
/// Linear in the length of the value.
public func valueWithinCode(_ written: ArraySlice<UInt8>) -> [UInt8]? {
  if written.first == .quote {
    guard written.count > 1, written.last == .quote, !hasVariable(written),
      let end = endOfKnownText(written.dropFirst(), isIn: { $0 != .quote }),
      end == written.endIndex - 1
    else { return nil }
  } else {
    guard !written.isEmpty, endOfKnownText(written, isIn: \.isPlainInCode) == written.endIndex
    else { return nil }
  }
  return unescape(written)
}

/// Where the bytes end that are text or an escape RouterOS knows; nil at an escape that it does not.
private func endOfKnownText(_ text: ArraySlice<UInt8>, isIn isText: (UInt8) -> Bool) -> Int? {
  let bytes = unsafe text.span.bytes
  var offset = 0
  while let byte = bytes.peek(offset) {
    if byte == .backslash {
      guard let length = bytes.escape(at: offset)?.length else { return nil }
      offset += length
    } else if isText(byte) {
      offset += 1
    } else {
      break
    }
  }
  return text.startIndex + offset
}

extension UInt8 {
  /// Whether this may stand in a bare value of an expression: no blank, no bracket and no operator.
  fileprivate var isPlainInCode: Bool {
    switch self {
    case .quote, .dollar, .semicolon, .lessThan, .greaterThan, .tilde, .exclamationMark, .ampersand,
      UInt8(ascii: "|"), .comma:
      false
    default: self > .space && closer == nil && !isCloser
    }
  }
}
