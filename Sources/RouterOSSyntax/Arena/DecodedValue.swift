public import SourceText

/// The bytes that a value stands for, each with its place in the file.
public struct DecodedValue: Sendable {
  /// The bytes, as ``Argument/valueBytes`` has them.
  public let bytes: [UInt8]
  let origins: TextOrigins

  /// The bytes as text, with a text in place of what lies in each of `spans` of the file, which are in
  /// order and apart.
  public func text(replacing spans: [(span: Span, text: String)]) -> String {
    guard !spans.isEmpty else { return decodeText(bytes) }
    var shown: [UInt8] = []
    var next = 0
    var replaced: Int?
    for index in bytes.indices {
      let place = origins.span(of: index..<index + 1)
      while next < spans.count, spans[next].span.end <= place.start { next += 1 }
      if next < spans.count, spans[next].span.start < place.end {
        if replaced != next { shown += Array(spans[next].text.utf8) }
        replaced = next
      } else {
        shown.append(bytes[index])
      }
    }
    return decodeText(shown)
  }

  /// The places in the file of a range of the bytes.
  public func span(of range: Range<Int>) -> Span { origins.span(of: range) }
}

extension Argument {
  /// What the value stands for, with the place of every byte. Linear in the length of the value.
  public var decodedValue: DecodedValue {
    var bytes: [UInt8] = []
    var origins = TextOrigins()
    decode(writtenValue, record.form) { part in
      switch part {
      case .copied(let range):
        bytes += script.text[range]
        origins.append(range.count, from: range, of: script.origins)
      case .escape(let byte, let range):
        bytes.append(byte)
        origins.append(1, from: range, of: script.origins)
      }
    }
    return DecodedValue(bytes: bytes, origins: origins)
  }
}
