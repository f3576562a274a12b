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

  /// The first offset from `start` on at which `isStop` finds a byte, or the end.
  ///
  /// Eight bytes are looked at together, which is what makes long values cheap.
  @inline(__always)
  func firstStop(
    from start: Int, _ stops: (EightBytes) -> UInt64, _ isStop: (UInt8) -> Bool
  ) -> Int {
    var offset = start
    while offset &+ 8 <= byteCount {
      let found = stops(EightBytes(bits: eightBytes(at: offset)))
      if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
      offset &+= 8
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
      { word in
        let folded = word.cleared(0x20)
        let brackets =
          folded.equal(to: .leftBracket) | folded.equal(to: .backslash)
          | folded.equal(to: .rightBracket) | word.cleared(0x01).equal(to: .leftParenthesis)
        let stops =
          word.atMostSpace | brackets | word.equal(to: .quote) | word.equal(to: .semicolon)
        return equals ? stops | word.equal(to: .equals) : stops
      },
      { $0.endsPlainText || (equals && $0 == .equals) })
  }

  /// Where the text of a string stops being plain: at a quote, a backslash, a dollar or a line break.
  @inline(__always)
  func endOfStringText(from start: Int) -> Int {
    firstStop(
      from: start,
      { word in
        word.equal(to: .quote) | word.equal(to: .backslash) | word.equal(to: .dollar)
          | word.equal(to: .lineFeed)
      },
      { $0 == .quote || $0 == .backslash || $0 == .dollar || $0 == .lineFeed })
  }

  /// The end of the line that holds `start`, in front of its line break.
  func endOfLine(from start: Int) -> Int {
    firstStop(
      from: start, { $0.equal(to: .lineFeed) | $0.equal(to: .carriageReturn) },
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

/// Eight bytes that are compared at once; a result has the high bit of each byte that matches.
///
/// Only the lowest match is exact: a byte above a match may match falsely, which a search for the
/// first never sees (Lamport, "Multiple byte processing with full-word instructions", 1975).
struct EightBytes {
  let bits: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// Which bytes are `byte`.
  @inline(__always)
  func equal(to byte: UInt8) -> UInt64 {
    let difference = bits ^ (UInt64(byte) &* Self.ones)
    return (difference &- Self.ones) & ~difference & Self.highs
  }

  /// Which bytes are a blank or a control character.
  @inline(__always)
  var atMostSpace: UInt64 { (bits &- 0x21 &* Self.ones) & ~bits & Self.highs }

  /// The same bytes with the bits of `mask` cleared in each.
  @inline(__always)
  func cleared(_ mask: UInt8) -> EightBytes {
    EightBytes(bits: bits & ~(UInt64(mask) &* Self.ones))
  }
}
