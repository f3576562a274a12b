/// Turns byte offsets of one file into lines and columns, which only reports need.
///
/// A line ends at a line feed; a carriage return before it belongs to the line break.
public struct LineTable: Sendable {
  private let file: SourceFile
  /// The offset at which each line starts, in ascending order; never empty.
  private let starts: [UInt32]

  /// Scans the file once. Linear in its size.
  public init(_ file: SourceFile) {
    self.file = file
    var starts: [UInt32] = [0]
    for (offset, byte) in file.bytes.enumerated() where byte == 0x0A {
      starts.append(UInt32(offset + 1))
    }
    self.starts = starts
  }

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

  /// The column of `offset` in its line, counted from 1 in code points.
  public func column(at offset: UInt32) -> Int {
    let start = starts[line(at: offset) - 1]
    return file.text(in: Span(Int(start), Int(offset))).unicodeScalars.count + 1
  }

  /// The bytes of a line, counted from 1, without its line break.
  public func span(ofLine line: Int) -> Span {
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : file.bytes.count
    if end > start, line < starts.count, file.bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }
}
