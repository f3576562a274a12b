import Diagnostics
import RouterOSSyntax
import SourceText

/// A mark that cannot be meant, in bytes of the export.
struct MarkError: Error {
  let message: String
  let span: Span
}

/// The marks of an export: comments of nothing but blanks and marks, below the line they speak of.
///
/// A `#` that touches its marks counts as their first column. Several lines of marks may follow one
/// another and speak of the same line. A command that goes on over several lines can be marked only
/// in its last one, since a comment inside it would be a part of it.
func readMarks(_ script: Script) throws(MarkError) -> [Mark] {
  let comments = Set(script.comments.map(\.span.start))
  return try readMarks(script.file) { comments.contains(UInt32($0)) }
}

/// The marks of a file; `isComment` says whether a comment begins at an offset.
func readMarks(
  _ file: SourceFile, isComment: (Int) -> Bool
) throws(MarkError) -> [Mark] {
  var marks: [Mark] = []
  var target: Span?
  var offsets: [Int] = []
  for line in Lines(file) {
    guard let start = startOfMarks(line, file) else {
      target = line
      offsets = []
      continue
    }
    guard isComment(start) else {
      throw MarkError(
        message: "a mark stands below the whole command, never inside one that goes on", span: line)
    }
    guard let target else { throw MarkError(message: "no line stands above this mark", span: line) }
    if offsets.isEmpty { offsets = offsetsOfCodePoints(target, file) }
    marks += try readMarks(line, from: start, at: offsets, file)
  }
  return marks
}

/// Where the `#` of a line of marks stands; nil for any other line.
private func startOfMarks(_ line: Span, _ file: SourceFile) -> Int? {
  let bytes = file.bytes[line.range].drop(while: isBlank)
  guard bytes.first == UInt8(ascii: "#") else { return nil }
  let rest = bytes.dropFirst()
  guard rest.contains(where: { Mark.Kind(rawValue: $0) != nil }),
    rest.allSatisfy({ isBlank($0) || Mark.Kind(rawValue: $0) != nil })
  else { return nil }
  return bytes.startIndex
}

private func readMarks(
  _ line: Span, from hash: Int, at offsets: [Int], _ file: SourceFile
) throws(MarkError) -> [Mark] {
  var marks: [Mark] = []
  var start = hash + 1
  while start < Int(line.end) {
    let run = file.bytes[start..<Int(line.end)].prefix { $0 == file.bytes[start] }
    if let kind = Mark.Kind(rawValue: file.bytes[start]) {
      let first = (start == hash + 1 ? hash : start) - Int(line.start)
      let end = run.endIndex - Int(line.start)
      guard end < offsets.count else {
        throw MarkError(
          message: "this mark reaches beyond the line above it", span: Span(start, run.endIndex))
      }
      marks.append(Mark(kind: kind, place: Span(offsets[first], offsets[end])))
    }
    start = run.endIndex
  }
  return marks
}

/// The offset of each code point of a line, and of its end.
private func offsetsOfCodePoints(_ line: Span, _ file: SourceFile) -> [Int] {
  line.range.filter { file.bytes[$0] & 0xC0 != 0x80 } + [Int(line.end)]
}
