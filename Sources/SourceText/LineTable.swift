/// Turns byte offsets of one file into lines and columns, which only reports need.
///
/// A line ends at a line feed, at a carriage return, or at both together.
public struct LineTable: Sendable {
  private let file: SourceFile
  /// The offset at which each line starts, in ascending order; never empty.
  private let starts: [UInt32]
  /// How many code points begin before each block of the file, so that a column of a long line costs no
  /// walk from its start.
  private let codePointsBefore: [UInt32]

  private static let blockSize = 256
  /// How many bytes are looked at together, of which a block holds a whole number.
  private static let stride = 8

  /// Whether the next eight bytes are as many code points and hold no line break, as most are.
  private static func isPlain(_ bytes: [UInt8], _ offset: Int) -> Bool {
    guard offset &+ stride <= bytes.count else { return false }
    let word = unsafe bytes.span.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits: UInt64 = 0x8080_8080_8080_8080
    // Of bytes below 0x80, taking one from each sets the high bit of those that are zero, and perhaps of
    // others above them, which does no harm.
    let lineFeeds = (word ^ (ones &* 0x0A)) &- ones
    let returns = (word ^ (ones &* 0x0D)) &- ones
    return (word | lineFeeds | returns) & highBits == 0
  }

  /// Scans the file once. Linear in its size.
  public init(_ file: SourceFile) {
    self.file = file
    var starts: [UInt32] = [0]
    var codePointsBefore: [UInt32] = []
    var codePoints: UInt32 = 0
    let bytes = file.bytes
    var offset = 0
    while offset < bytes.count {
      if offset % Self.blockSize == 0 { codePointsBefore.append(codePoints) }
      if Self.isPlain(bytes, offset) {
        codePoints += UInt32(Self.stride)
        offset += Self.stride
        continue
      }
      for offset in offset..<min(offset + Self.stride, bytes.count) {
        let byte = bytes[offset]
        if Self.beginsCodePoint(byte) { codePoints += 1 }
        let isLoneReturn = byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
        if byte == 0x0A || isLoneReturn { starts.append(UInt32(offset + 1)) }
      }
      offset += Self.stride
    }
    self.starts = starts
    self.codePointsBefore = codePointsBefore
  }

  /// Whether a byte is more than the continuation of a character in UTF-8.
  private static func beginsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  /// The number of lines, counting a last one without a line break.
  public var count: Int { starts.count }

  /// The line that holds `offset`, counted from 1. Logarithmic in the number of lines.
  public func line(at offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The name of the file that `offset` lies in, and its line there: in a file that was joined from others, the
  /// one among them. Logarithmic in the number of lines, linear in that of the parts.
  public func place(at offset: UInt32) -> (file: String, line: Int) {
    guard let part = file.parts.last(where: { $0.start <= offset }) else {
      return (file.name, line(at: offset))
    }
    return (part.name, line(at: offset) - line(at: part.start) + 1)
  }

  /// The column of `offset` in its line, counted from 1 in code points. Logarithmic in the number of lines.
  public func column(at offset: UInt32) -> Int {
    codePoints(before: Int(offset)) - codePoints(before: Int(starts[line(at: offset) - 1])) + 1
  }

  /// The number of code points that begin before `offset`.
  private func codePoints(before offset: Int) -> Int {
    guard !codePointsBefore.isEmpty else { return 0 }
    let block = min(offset / Self.blockSize, codePointsBefore.count - 1)
    let rest = file.bytes[block * Self.blockSize..<offset]
    return Int(codePointsBefore[block]) + rest.count(where: Self.beginsCodePoint)
  }

  /// The bytes of a line, counted from 1, without its line break.
  public func span(ofLine line: Int) -> Span {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : file.bytes.count
    if end > start, line < starts.count, file.bytes[end] == 0x0A, file.bytes[end - 1] == 0x0D {
      end -= 1
    }
    return Span(start, end)
  }
}
