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
    let record = record
    var decoder = ValueDecoder(script, record.valueStart(in: script.text)..<Int(record.end))
    switch record.form {
    case .plain: decoder.copy(to: Int(record.end))
    case .escaped, .quoted: decoder.unescape()
    case .code: decoder.dropContinuations()
    }
    return DecodedValue(bytes: decoder.bytes, origins: decoder.origins)
  }
}

/// Decodes a value and keeps the place of every byte; the same rules as ``unescape(_:)``.
struct ValueDecoder {
  private let text: [UInt8]
  private let parent: TextOrigins?
  private var offset: Int
  private var end: Int
  private(set) var bytes: [UInt8] = []
  private(set) var origins = TextOrigins()

  init(_ script: Script, _ range: Range<Int>) {
    text = script.text
    parent = script.origins
    offset = range.lowerBound
    end = range.upperBound
  }

  /// Copies the bytes up to `limit` as they are.
  mutating func copy(to limit: Int) {
    bytes += text[offset..<limit]
    origins.append(limit - offset, from: offset..<limit, of: parent)
    offset = limit
  }

  /// Copies everything but the continuations.
  mutating func dropContinuations() {
    while offset < end {
      let stop = text[offset..<end].firstIndex(of: .backslash) ?? end
      copy(to: stop)
      guard offset < end else { return }
      let length = continuationLength()
      if length > 0 { offset += length } else { copy(to: min(offset + 2, end)) }
    }
  }

  /// Resolves quotes and escapes.
  mutating func unescape() {
    let (prefix, body) = withoutQuotes(text[offset..<end])
    copy(to: offset + prefix.count)
    offset = body.startIndex
    end = body.endIndex
    while offset < end {
      copy(to: text[offset..<end].firstIndex(of: .backslash) ?? end)
      if offset < end { takeEscape() }
    }
  }

  private mutating func takeEscape() {
    let continuation = continuationLength()
    let next = offset + 1 < end ? text[offset + 1] : nil
    let after = offset + 2 < end ? text[offset + 2] : nil
    if continuation > 0 {
      offset += continuation
    } else if let plain = next?.escapedByte {
      put(plain, length: 2)
    } else if let high = next?.hexadecimalValue, let low = after?.hexadecimalValue {
      put(high << 4 | low, length: 3)
    } else {
      copy(to: min(offset + 2, end))
    }
  }

  private mutating func put(_ byte: UInt8, length: Int) {
    bytes.append(byte)
    origins.append(1, from: offset..<offset + length, of: parent)
    offset += length
  }

  private func continuationLength() -> Int {
    let length = unsafe text.span.bytes.continuationLength(at: offset)
    return min(length, end - offset)
  }
}
