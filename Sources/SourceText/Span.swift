/// A half-open range of byte offsets into one ``SourceFile``.
///
/// Offsets are 32 bits wide because files are refused from 4 GiB on; a span is eight bytes, so that
/// millions of them stay cheap. Lines and columns exist only where text is rendered.
public struct Span: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: UInt32
  /// The offset behind the last byte; never less than `start`.
  public let end: UInt32

  /// The bytes `start..<end`; both must fit into 32 bits, and `start` must not lie behind `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span must not end before it starts")
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// The bytes of a range whose bounds fit into 32 bits.
  public init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  /// The span as a range that can index the bytes of its file.
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// The number of bytes.
  public var count: Int { Int(end - start) }

  /// Whether the span holds no byte and so is only a place.
  public var isEmpty: Bool { start == end }

  /// The empty span at `start`.
  public var startPoint: Span { Span(Int(start), Int(start)) }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span {
    Span(Int(min(start, other.start)), Int(max(end, other.end)))
  }

  /// Whether `other` lies wholly inside.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
}
