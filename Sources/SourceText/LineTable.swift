/// Turns byte offsets of one file into lines and columns, which only reports need.
///
/// A line ends at a line feed; a carriage return before it belongs to the line break.
public struct LineTable: Sendable {
  private let file: SourceFile
  /// The offset at which each line starts, in ascending order; never empty.
  private let starts: [UInt32]
  /// Places within long lines with their columns, in ascending order.
  private var landmarks: [(offset: UInt32, column: Int)]

  /// Scans the file once. Linear in its size.
  public init(_ file: SourceFile) {
    self.file = file
    var starts: [UInt32] = [0]
    for (offset, byte) in file.bytes.enumerated() where byte == 0x0A {
      starts.append(UInt32(offset + 1))
    }
    self.starts = starts
    landmarks = []
    findLandmarks()
  }

  /// Counts the columns of long lines once, so that nobody has to count from their beginning.
  private mutating func findLandmarks() {
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? Int(starts[index + 1]) : file.bytes.count
      var offset = Int(start)
      var column = 1
      while end - offset > Self.stride {
        var next = offset + Self.stride
        // Half a code point would be counted twice; more than three such bytes in a row belong to none.
        while next < min(end, offset + Self.stride + 4), file.bytes[next] & 0xC0 == 0x80 {
          next += 1
        }
        column += codePoints(offset, next)
        offset = next
        landmarks.append((UInt32(offset), column))
      }
    }
  }

  /// How many bytes lie between two places of a line whose columns are known.
  private static let stride = 1024

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

  /// The column of `offset` in its line, counted from 1 in code points. Logarithmic in the length of the
  /// line.
  public func column(at offset: UInt32) -> Int {
    let start = starts[line(at: offset) - 1]
    var low = 0
    var high = landmarks.count
    while low < high {
      let middle = (low + high) / 2
      if landmarks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, landmarks[low - 1].offset > start else {
      return codePoints(Int(start), Int(offset)) + 1
    }
    let landmark = landmarks[low - 1]
    return landmark.column + codePoints(Int(landmark.offset), Int(offset))
  }

  private func codePoints(_ start: Int, _ end: Int) -> Int {
    file.text(in: Span(start, end)).unicodeScalars.count
  }

  /// The bytes of a line, counted from 1, without its line break.
  public func span(ofLine line: Int) -> Span {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : file.bytes.count
    if end > start, line < starts.count, file.bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }
}
