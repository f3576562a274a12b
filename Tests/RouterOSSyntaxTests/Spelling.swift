import RouterOSSyntax
import SourceText

/// What is wrong with the spans of a script, nil when nothing is: they must lie in order, and what lies
/// between them must be blanks, line breaks, separators and continuations.
///
/// Between the commands of a transcript there is output, which no span holds, and a menu line that its
/// router refused is a statement, too.
func complaintAboutSpans(_ script: Script, isTranscript: Bool = false) -> String? {
  let kinds: [[(Span, String)]] = [
    script.sections.map { ($0.span, "menu line") }, script.comments.map { ($0.span, "comment") },
    script.statements.map { ($0.span, "statement") },
  ]
  if isTranscript {
    return kinds.lazy.compactMap { complaintAboutPieces($0, of: script, mayLeaveOut: true) }.first
  }
  let pieces = kinds.joined().sorted { $0.0.start < $1.0.start }
  return complaintAboutPieces(pieces, of: script, mayLeaveOut: false)
    ?? script.statements.lazy.compactMap { complaintAboutArguments($0) }.first
}

/// What is wrong with pieces of a script that are given by their start.
private func complaintAboutPieces(
  _ pieces: [(Span, String)], of script: Script, mayLeaveOut: Bool
) -> String? {
  let size = script.file.bytes.count
  var end = script.file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  for (span, what) in pieces + [(Span(size, size), "end")] {
    if Int(span.start) < end { return "the \(what) at \(span.start) begins before \(end)" }
    if !mayLeaveOut, let byte = firstByteOfSense(script, end..<Int(span.start)) {
      return "nothing holds the byte at \(byte)"
    }
    end = Int(span.end)
  }
  return nil
}

/// The first byte of a range that is more than blank: no blank, line break, separator or continuation.
private func firstByteOfSense(_ script: Script, _ range: Range<Int>) -> Int? {
  let bytes = script.file.bytes
  return range.first { offset in
    let byte = bytes[offset]
    if byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "/") { return false }
    let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0x0A
    return byte != UInt8(ascii: "\\") || (next != 0x0A && next != 0x0D)
  }
}

/// What is wrong with the arguments of a statement.
private func complaintAboutArguments(_ statement: Statement) -> String? {
  guard !statement.isDamaged else { return nil }
  var end = Int(statement.verbSpan.end)
  for argument in statement.arguments {
    let span = argument.span
    if Int(span.start) < end { return "the argument at \(span.start) begins before \(end)" }
    if !span.contains(argument.valueSpan) { return "the value at \(span.start) lies elsewhere" }
    if let byte = firstByteOfSense(statement.script, end..<Int(span.start)) {
      return "no argument holds the byte at \(byte)"
    }
    end = Int(span.end)
  }
  if end != Int(statement.span.end) {
    return "the statement at \(statement.span.start) ends elsewhere"
  }
  return nil
}
