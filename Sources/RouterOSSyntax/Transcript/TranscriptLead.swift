import SourceText

extension TranscriptReader {
  /// What stands before the first prompt: an export behind which somebody left a prompt, perhaps without
  /// its beginning, or a greeting.
  mutating func readLead() {
    let end = lines.firstIndex { $0.prompt != nil } ?? lines.count
    let isExport = lines[..<end].contains { isLineOfExport($0.bytes(file)) }
    while index < end {
      let bytes = lines[index].bytes(file)
      if isExport || bytes.first == .hash {
        takeLine()
      } else {
        greet(bytes)
        skip()
      }
    }
    if let first = lines.first, !text.bytes.isEmpty {
      let place = first.start..<lines[end - 1].start
      let export = PrintedExport(
        menu: "/", isWhole: true, place: Span(place), isTyped: false)
      text.endPart(place, export: isExport ? export : nil)
    }
  }

  private mutating func greet(_ line: ArraySlice<UInt8>) {
    let words = line.drop { $0.isBlank }
    guard greeting == nil, words.starts(with: Array("MikroTik RouterOS ".utf8)) else { return }
    greeting = (decodeText(words.prefix(200)), lines[index].start..<lines[index].start + line.count)
  }
}
