/// Bytes as the parser reads them: every read is checked against the bounds.
extension RawSpan {
  /// The byte at `offset`.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 {
    unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }

  /// The byte at `offset`, or nil behind the end.
  @inline(__always)
  func peek(_ offset: Int) -> UInt8? {
    offset < byteCount ? byte(at: offset) : nil
  }

  /// The eight bytes from `offset` on, the first in the lowest bits.
  @inline(__always)
  func eightBytes(at offset: Int) -> UInt64 {
    unsafe UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The sixteen bytes from `offset` on.
  @inline(__always)
  func sixteenBytes(at offset: Int) -> SixteenBytes {
    unsafe SixteenBytes(
      bytes: unsafeLoadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self))
  }

  /// The first offset from `start` on at which one of `stops` stands, or the end.
  ///
  /// Sixteen bytes are looked at together, which is what makes names and values cheap; `isStop` says the
  /// same of one byte, for the last few of the text.
  @inline(__always)
  func firstStop(
    from start: Int, _ stops: (SixteenBytes) -> SixteenBytes.Matches, _ isStop: (UInt8) -> Bool
  ) -> Int {
    var offset = start
    while offset &+ 16 <= byteCount {
      if let place = sixteenBytes(at: offset).first(of: stops) { return offset &+ place }
      offset &+= 16
    }
    while offset < byteCount, !isStop(byte(at: offset)) { offset &+= 1 }
    return offset
  }

  /// Where a bare word ends or something in it begins that is no plain text: a blank, a line break, a
  /// separator, a backslash, a quote or a bracket; with `equals` also `=`.
  @inline(__always)
  func endOfPlainText(from start: Int, equals: Bool) -> Int {
    firstStop(
      from: start,
      { bytes in
        let brackets =
          bytes.cleared(0x20).isIn(.leftBracket ... .rightBracket)
          .| bytes.cleared(0x01).equal(to: .leftParenthesis)
        let stops =
          bytes.atMostSpace .| brackets .| bytes.equal(to: .quote) .| bytes.equal(to: .semicolon)
        return equals ? stops .| bytes.equal(to: .equals) : stops
      },
      { $0.endsPlainText || (equals && $0 == .equals) })
  }

  /// Where the text of a string stops being plain: at a quote, a backslash, a dollar or a line break.
  @inline(__always)
  func endOfStringText(from start: Int) -> Int {
    firstStop(
      from: start,
      { bytes in
        bytes.equal(to: .quote) .| bytes.equal(to: .backslash) .| bytes.equal(to: .dollar)
          .| bytes.equal(to: .lineFeed) .| bytes.equal(to: .carriageReturn)
      },
      {
        $0 == .quote || $0 == .backslash || $0 == .dollar || $0 == .lineFeed
          || $0 == .carriageReturn
      })
  }

  /// The end of the line that holds `start`, in front of its line break.
  func endOfLine(from start: Int) -> Int {
    firstStop(
      from: start, { $0.equal(to: .lineFeed) .| $0.equal(to: .carriageReturn) },
      { $0 == .lineFeed || $0 == .carriageReturn })
  }

  /// The length of the line break at `offset`: a line feed, a carriage return, or both; else 0.
  @inline(__always)
  func lineBreakLength(at offset: Int) -> Int {
    switch peek(offset) {
    case .lineFeed: 1
    case .carriageReturn: peek(offset + 1) == .lineFeed ? 2 : 1
    default: 0
    }
  }

  /// The length of a continuation at `offset`: a backslash, the line break it hides, and the blanks
  /// that begin the next line; 0 when there is none.
  func continuationLength(at offset: Int) -> Int {
    guard peek(offset) == .backslash else { return 0 }
    let lineBreak = lineBreakLength(at: offset + 1)
    guard lineBreak > 0 else { return 0 }
    var end = offset + 1 + lineBreak
    while let byte = peek(end), byte.isBlank { end += 1 }
    return end - offset
  }

  /// Whether the bytes from `offset` on are those of `text`.
  func hasText(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= byteCount else { return false }
    return text.description.utf8.enumerated().allSatisfy { byte(at: offset + $0) == $1 }
  }

  /// The bytes of `range`, copied.
  func bytes(in range: Range<Int>) -> [UInt8] { range.map { byte(at: $0) } }
}

/// Sixteen bytes that are compared at once.
struct SixteenBytes {
  /// Which of the bytes match.
  typealias Matches = SIMDMask<SIMD16<Int8>>

  let bytes: SIMD16<UInt8>

  /// Which bytes are `byte`.
  @inline(__always)
  func equal(to byte: UInt8) -> Matches { bytes .== SIMD16(repeating: byte) }

  /// Which bytes are in a range.
  @inline(__always)
  func isIn(_ range: ClosedRange<UInt8>) -> Matches {
    (bytes &- SIMD16(repeating: range.lowerBound))
      .<= SIMD16(repeating: range.upperBound &- range.lowerBound)
  }

  /// Which bytes are a blank or a control character.
  @inline(__always)
  var atMostSpace: Matches { bytes .<= SIMD16(repeating: .space) }

  /// The same bytes with the bits of `mask` cleared in each.
  @inline(__always)
  func cleared(_ mask: UInt8) -> SixteenBytes {
    SixteenBytes(bytes: bytes & SIMD16(repeating: ~mask))
  }

  /// The place of the first byte that matches, from zero.
  @inline(__always)
  func first(of stops: (SixteenBytes) -> Matches) -> Int? {
    let halves = unsafe unsafeBitCast(stops(self), to: SIMD2<UInt64>.self)
    if halves.x != 0 { return UInt64(littleEndian: halves.x).trailingZeroBitCount &>> 3 }
    if halves.y != 0 { return 8 &+ UInt64(littleEndian: halves.y).trailingZeroBitCount &>> 3 }
    return nil
  }
}
