import RouterOSModel
import SourceText

/// One line of a file as a report shows it, or the part of a long one around a place: what must not be shown is
/// replaced, control characters are spelt out.
///
/// Because both change the width, the line knows the column that every byte is shown at. It costs what
/// is shown of it, not its length.
struct SourceLine {
  /// The most columns of a line that are shown, but for the masks and marks of what is left out.
  static let widest = 200
  /// How many bytes before the place are shown.
  private static let lead = 80

  /// What is shown.
  private(set) var text = ""
  /// Where each piece that was shown begins, in the file and on the line, from zero; last the end.
  private var pieces: [(offset: Int, column: Int)] = []
  private let end: Int

  /// The line at `span` of `file`, or so much of it around `place` as fits; of `hidden`, which is in order
  /// and apart, no byte is shown.
  init(_ file: SourceFile, _ span: Span, hiding hidden: [HiddenSpan], around place: Span? = nil) {
    end = Int(span.end)
    let wanted = place.map { Int($0.start) - Self.lead } ?? 0
    var offset = Int(span.start)
    if span.count > Self.widest, wanted > offset {
      offset = Self.startOfCodePoint(file, min(wanted, max(offset, end - Self.widest)), span)
    }
    var next = hidden.firstIndex(endingBehind: UInt32(offset))
    if next < hidden.count, hidden[next].span.start < UInt32(offset) {
      offset = max(Int(span.start), Int(hidden[next].span.start))
    }
    var column = 0
    if offset > Int(span.start) { append("…", at: offset, &column) }
    while offset < end {
      if column >= Self.widest {
        append("…", at: offset, &column)
        break
      }
      if next < hidden.count, Int(hidden[next].span.end) <= offset { next += 1 }
      let limit = min(end, next < hidden.count ? Int(hidden[next].span.start) : end)
      if appendPlain(file, from: &offset, to: limit, &column) { continue }
      let mask =
        next < hidden.count && hidden[next].span.range.contains(offset) ? hidden[next] : nil
      let stop = mask.map { min(Int($0.span.end), end) } ?? Self.endOfCodePoint(file, offset, span)
      append(
        mask?.mask.rawValue ?? printable(file.text(in: Span(offset, stop))), at: offset, &column)
      offset = stop
    }
    pieces.append((max(end, offset), column))
  }

  /// Appends the bytes at the place that stand for themselves, as most do; false when there is none.
  private mutating func appendPlain(
    _ file: SourceFile, from offset: inout Int, to limit: Int, _ column: inout Int
  ) -> Bool {
    let start = offset
    while offset < limit, column < Self.widest, 0x20...0x7E ~= file.bytes[offset] {
      pieces.append((offset, column))
      column += 1
      offset += 1
    }
    if offset == start { return false }
    text += file.text(in: Span(start, offset))
    return true
  }

  private mutating func append(_ shown: String, at offset: Int, _ column: inout Int) {
    pieces.append((offset, column))
    column += shown.unicodeScalars.count
    text += shown
  }

  /// The columns, from zero, that show the bytes of `other` on this line; at least one. What is left
  /// out is shown by the `…` in its place.
  func columns(of other: Span) -> Range<Int> {
    let first = piece(at: Int(other.start))
    let last = Int(other.end) > end ? pieces.count - 1 : piece(behind: Int(other.end))
    let start = pieces[first].column
    return start..<max(start + 1, pieces[max(first, last)].column)
  }

  /// The piece that shows the byte at an offset; the first or the last for what is left out.
  private func piece(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The first piece that begins at or behind an offset.
  private func piece(behind offset: Int) -> Int {
    let piece = piece(at: offset)
    return pieces[piece].offset >= offset ? piece : min(piece + 1, pieces.count - 1)
  }

  private static func endOfCodePoint(_ file: SourceFile, _ offset: Int, _ span: Span) -> Int {
    var end = offset + 1
    while end < Int(span.end), file.bytes[end] & 0xC0 == 0x80, end < offset + 4 { end += 1 }
    return end
  }

  private static func startOfCodePoint(_ file: SourceFile, _ offset: Int, _ span: Span) -> Int {
    var start = offset
    while start > Int(span.start), file.bytes[start] & 0xC0 == 0x80, start > offset - 4 {
      start -= 1
    }
    return start
  }
}
