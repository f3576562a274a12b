import SourceText

/// One line of a file as a report shows it: secrets replaced, control characters spelt out.
///
/// Because both change the width, every byte of the line knows the column it is shown at.
struct SourceLine {
  /// What is shown.
  private(set) var text = ""
  /// The column, from zero, at which each byte of the line is shown, and one more for its end.
  private var columns: [Int] = []
  private let span: Span

  /// The line at `span` of `file`; of `secrets`, which ``merged(_:)`` has put in order, no byte is shown.
  init(_ file: SourceFile, _ span: Span, hiding secrets: [Span]) {
    self.span = span
    var next = Self.firstIndex(in: secrets, endingBehind: span.start)
    var offset = Int(span.start)
    var column = 0
    while offset < Int(span.end) {
      if next < secrets.count, Int(secrets[next].end) <= offset { next += 1 }
      let secret =
        next < secrets.count && secrets[next].range.contains(offset) ? secrets[next] : nil
      let end =
        secret.map { min(Int($0.end), Int(span.end)) } ?? Self.endOfCodePoint(file, offset, span)
      let shown = secret == nil ? printable(file.text(in: Span(offset, end))) : "<secret>"
      columns += Array(repeating: column, count: end - offset)
      column += shown.unicodeScalars.count
      text += shown
      offset = end
    }
    columns.append(column)
  }

  /// The columns, from zero, that show the bytes of `other` on this line; at least one.
  func columns(of other: Span) -> Range<Int> {
    let first = columns[clamped(other.start)]
    let end = other.end > span.end ? columns[columns.count - 1] : columns[clamped(other.end)]
    return first..<max(first + 1, end)
  }

  private func clamped(_ offset: UInt32) -> Int {
    min(max(Int(offset) - Int(span.start), 0), columns.count - 1)
  }

  private static func firstIndex(in secrets: [Span], endingBehind start: UInt32) -> Int {
    var low = 0
    var high = secrets.count
    while low < high {
      let middle = (low + high) / 2
      if secrets[middle].end > start { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func endOfCodePoint(_ file: SourceFile, _ offset: Int, _ span: Span) -> Int {
    var end = offset + 1
    while end < Int(span.end), file.bytes[end] & 0xC0 == 0x80, end < offset + 4 { end += 1 }
    return end
  }
}

/// The same bytes as spans that are in order and apart.
func merged(_ spans: [Span]) -> [Span] {
  var merged: [Span] = []
  for span in spans.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) where !span.isEmpty {
    if let last = merged.last, span.start < last.end {
      merged[merged.count - 1] = last.union(span)
    } else {
      merged.append(span)
    }
  }
  return merged
}
