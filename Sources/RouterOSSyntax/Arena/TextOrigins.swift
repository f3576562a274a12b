import SourceText

/// Where the bytes of a text come from that was made of parts of a file: the commands of a terminal's
/// transcript, or a script that a string holds.
///
/// Runs follow each other in the text and in the file; finding one is logarithmic in their number.
struct TextOrigins: Sendable {
  /// Bytes that were copied as they are, or one byte that an escape stands for.
  private struct Run: Sendable {
    let start: UInt32
    let original: Range<UInt32>
  }

  private var runs: [Run] = []
  private var count = 0

  /// Says that the next `length` bytes of the text come from `original`: byte for byte when both are as
  /// long, else all from all of it.
  mutating func append(_ length: Int, from original: Range<Int>) {
    guard length > 0 else { return }
    let range = UInt32(original.lowerBound)..<UInt32(original.upperBound)
    runs.append(Run(start: UInt32(count), original: range))
    count += length
  }

  /// Says that the next `length` bytes come from `range` of a text whose own origins are `text`; nil when
  /// that text is the file.
  mutating func append(_ length: Int, from range: Range<Int>, of text: TextOrigins?) {
    guard let text else { return append(length, from: range) }
    guard length == range.count else { return append(length, from: text.span(of: range).range) }
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(text.endOfRun(at: start), range.upperBound)
      append(end - start, from: text.span(of: start..<end).range)
      start = end
    }
  }

  /// Forgets what lies behind the first `length` bytes.
  mutating func truncate(to length: Int) {
    while let last = runs.last, Int(last.start) >= length { runs.removeLast() }
    count = min(count, length)
  }

  /// Where the run that holds `offset` ends; always behind `offset`.
  private func endOfRun(at offset: Int) -> Int {
    let next = runs.partitioningIndex { Int($0.start) > offset }
    return next < runs.count ? Int(runs[next].start) : max(count, offset + 1)
  }

  /// The span of the file that a range of the text comes from.
  func span(of range: Range<Int>) -> Span {
    let start = place(of: range.lowerBound).lowerBound
    if range.isEmpty { return Span(start, start) }
    return Span(start, max(start, place(of: range.upperBound - 1).upperBound))
  }

  /// The bytes of the file that one byte of the text comes from; behind the end, the end.
  private func place(of offset: Int) -> Range<Int> {
    let next = runs.partitioningIndex { Int($0.start) > offset }
    guard next > 0 else { return 0..<0 }
    let run = runs[next - 1]
    let original = Int(run.original.lowerBound)..<Int(run.original.upperBound)
    let length = (next < runs.count ? Int(runs[next].start) : count) - Int(run.start)
    guard original.count == length else { return original }
    let place = original.lowerBound + offset - Int(run.start)
    return min(place, original.upperBound)..<min(place + 1, original.upperBound)
  }
}
