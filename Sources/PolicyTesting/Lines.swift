import SourceText

/// The lines of a file in order, as spans without their line breaks.
struct Lines: Sequence, IteratorProtocol {
  let file: SourceFile
  /// Where the next line starts, behind the break of the last one.
  private(set) var offset = 0

  init(_ file: SourceFile) { self.file = file }

  mutating func next() -> Span? {
    guard offset < file.bytes.count else { return nil }
    let start = offset
    let feed = file.bytes[start...].firstIndex(of: 0x0A)
    var end = feed ?? file.bytes.count
    offset = feed.map { $0 + 1 } ?? end
    if feed != nil, end > start, file.bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }
}

/// Whether a byte is a blank or a tab.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
