import RouterOSSyntax
import SourceText

/// Lines of a file that formatting changes, and the lines they become; either may be none.
struct Hunk {
  /// Where in the file the lines begin.
  var original: Range<Int>
  /// Where in the formatted bytes their successors begin.
  var formatted: Range<Int>

  /// All hunks of a formatted script, in file order; each begins and ends with a line that changes.
  static func all(of formatted: FormattedScript, _ bytes: [UInt8]) -> [Hunk] {
    var hunks: [Hunk] = []
    var open: Hunk?
    for part in formatted.parts {
      let next = Hunk(original: part.original.range, formatted: part.formatted)
      let hunk = open.map { $0.joined(with: next) } ?? next
      // Statements may share a line, and then do so in the report.
      open = hunk.endsLine(of: bytes) ? nil : hunk
      if open == nil { hunk.add(to: &hunks, bytes, formatted.bytes) }
    }
    open?.add(to: &hunks, bytes, formatted.bytes)
    return hunks.map { $0.trimmed(bytes, formatted.bytes) }
  }

  private func endsLine(of bytes: [UInt8]) -> Bool {
    original.upperBound == 0 || bytes[original.upperBound - 1] == 0x0A
  }

  /// Appends the hunk if anything changes in it, to the last one if that ends where this begins.
  private func add(to hunks: inout [Hunk], _ bytes: [UInt8], _ formatted: [UInt8]) {
    if bytes[original].elementsEqual(formatted[self.formatted]) { return }
    if let last = hunks.last, last.original.upperBound == original.lowerBound {
      hunks[hunks.count - 1] = last.joined(with: self)
    } else {
      hunks.append(self)
    }
  }

  private func joined(with next: Hunk) -> Hunk {
    Hunk(
      original: original.lowerBound..<next.original.upperBound,
      formatted: formatted.lowerBound..<next.formatted.upperBound)
  }

  /// The same without the whole lines that both sides begin or end with.
  private func trimmed(_ bytes: [UInt8], _ formatted: [UInt8]) -> Hunk {
    var old = lines(of: bytes, in: original)[...]
    var new = lines(of: formatted, in: self.formatted)[...]
    while let left = old.first, let right = new.first, bytes[left].elementsEqual(formatted[right]) {
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    while let left = old.last, let right = new.last, bytes[left].elementsEqual(formatted[right]) {
      (old, new) = (old.dropLast(), new.dropLast())
    }
    let oldStart = old.first?.lowerBound ?? original.lowerBound
    let newStart = new.first?.lowerBound ?? self.formatted.lowerBound
    return Hunk(
      original: oldStart..<(old.last?.upperBound ?? oldStart),
      formatted: newStart..<(new.last?.upperBound ?? newStart))
  }
}

/// The lines of a range, each with its line feed.
func lines(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = range.lowerBound
  while start < range.upperBound {
    let end =
      bytes[start..<range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 } ?? range.upperBound
    lines.append(start..<end)
    start = end
  }
  return lines
}
