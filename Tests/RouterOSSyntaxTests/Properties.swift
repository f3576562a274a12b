@testable import RouterOSSyntax
import SourceText

// What must hold for any bytes at all. The tests of this folder and the harness of Tests/Fuzzing both
// compile this file, so that what one holds the other does.

/// What is wrong with how `bytes` are read; nil when nothing is.
func complaintAboutParsing(_ bytes: [UInt8]) -> String? {
  let script = parse(SourceFile(name: "fuzz", bytes: bytes))
  return complaintAboutSpans(script, isTranscript: script.origins != nil)
    ?? complaintAboutProblems(script) ?? complaintAboutHeader(script)
    ?? script.statements.lazy.compactMap { complaintAboutWords($0) }.first
}

/// What is wrong with the problems of a script: they lie in the file and in order, each error within a
/// damaged statement, and each damaged statement has one.
private func complaintAboutProblems(_ script: Script) -> String? {
  let isTranscript = script.origins != nil
  let damaged = script.statements.filter(\.isDamaged).map(\.span)
  var hit: Set<Int> = []
  var start: UInt32 = 0
  var next = 0
  for problem in script.problems {
    let span = problem.span
    if span.range.upperBound > script.file.bytes.count { return "a problem lies outside the file" }
    if span.start < start, !isTranscript { return "the problem at \(span.start) is out of order" }
    start = span.start
    if problem.message.isEmpty { return "the problem at \(span.start) says nothing" }
    while next < damaged.count, damaged[next].end < span.start { next += 1 }
    guard problem.severity == .error, !isTranscript else { continue }
    guard next < damaged.count, damaged[next].start <= span.start else {
      return "the problem at \(span.start) lies in no damaged statement"
    }
    hit.insert(next)
  }
  let missed = damaged.indices.first { !hit.contains($0) }
  guard let missed, !isTranscript else { return nil }
  return "the statement at \(damaged[missed].start) is damaged without a problem"
}

private func complaintAboutHeader(_ script: Script) -> String? {
  let isInside = script.header.span.range.upperBound <= script.file.bytes.count
  return isInside ? nil : "the header lies outside the file"
}

/// What is wrong with the words of a statement: verb and names spell what is written, no decoded value
/// is longer than what it was written as, and spans lie within the statement.
private func complaintAboutWords(_ statement: Statement) -> String? {
  let script = statement.script
  let isTranscript = script.origins != nil
  if !isTranscript, !statement.isDamaged, !statement.span.contains(statement.verbSpan) {
    return "the verb at \(statement.verbSpan.start) lies outside its statement"
  }
  for argument in statement.arguments {
    if !statement.span.contains(argument.span) {
      return "the argument at \(argument.span.start) lies outside its statement"
    }
    if argument.valueBytes.count > argument.writtenValue.count {
      return "the value at \(argument.span.start) grows when it is decoded"
    }
    if !isTranscript, let complaint = complaintAboutName(argument) { return complaint }
  }
  return nil
}

/// What is wrong with the name of an argument: it is written, in full or from its last dot on, before
/// an `=` or behind a `!`, and perhaps broken by continuations.
private func complaintAboutName(_ argument: Argument) -> String? {
  let bytes = argument.script.file.bytes
  guard let name = argument.name else { return nil }
  var start = Int(argument.span.start)
  var written = bytes[start..<Int(argument.valueSpan.start)]
  switch argument.kind {
  case .pair: written = written.prefix { $0 != UInt8(ascii: "=") }
  case .unset:
    start += 1
    written = written.dropFirst()
  case .positional: return "a positional argument has a name"
  }
  let text = decodeText(withoutContinuations(written))
  let isSpelt = name == text || (text.hasPrefix(".") && name.hasSuffix(text))
  return isSpelt ? nil : "the name at \(start) is not what is written"
}

/// What is wrong with how `bytes` are formatted, if they are not refused: they must say the same as
/// before, with as many comments, and formatting them again must change nothing.
func complaintAboutFormatting(_ bytes: [UInt8], _ options: FormatOptions) -> String? {
  guard let once = try? formattedBytes(bytes, options) else { return nil }
  if meaning(of: once) != meaning(of: bytes) { return "formatting changes the meaning" }
  guard let again = try? formattedBytes(once, options) else {
    return "what is formatted is refused"
  }
  if again != once { return "formatting again changes it" }
  return commentCount(once) == commentCount(bytes) ? nil : "formatting loses a comment"
}

private func commentCount(_ bytes: [UInt8]) -> Int {
  parse(SourceFile(name: "fuzz", bytes: bytes)).comments.count
}

/// What is wrong with how a value is decoded: it must come out as a second, plain reader has it.
func complaintAboutUnescaping(_ raw: [UInt8]) -> String? {
  unescape(raw[...]) == plainlyUnescaped(raw) ? nil : "a second reader decodes it otherwise"
}

/// The bytes that a value stands for, worked out from the table of the manual with no regard to speed.
func plainlyUnescaped(_ raw: [UInt8]) -> [UInt8] {
  var text = raw
  var out: [UInt8] = []
  if text.starts(with: Array("!\"".utf8)) { out.append(text.removeFirst()) }
  if text.first == UInt8(ascii: "\"") {
    text.removeFirst()
    let backslashes = text.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    if text.last == UInt8(ascii: "\""), backslashes % 2 == 0 { text.removeLast() }
  }
  let letters: [UInt8: [UInt8]] = [
    0x22: [0x22], 0x5C: [0x5C], 0x24: [0x24], 0x3F: [0x3F], 0x5F: [0x20], 0x6E: [0x0A],
    0x72: [0x0D], 0x74: [0x09], 0x61: [0x07], 0x62: [0x08], 0x66: [0x0C], 0x76: [0x0B],
  ]
  var place = 0
  func byte(_ ahead: Int) -> UInt8? { place + ahead < text.count ? text[place + ahead] : nil }
  while let first = byte(0) {
    let pair = [byte(1), byte(2)].compactMap { $0 }
    let digits = pair.allSatisfy { $0 < 0x80 && Character(Unicode.Scalar($0)).isHexDigit }
    if first != UInt8(ascii: "\\") || pair.isEmpty {
      out.append(first)
      place += 1
    } else if pair[0] == 0x0A || pair[0] == 0x0D {
      place += pair == [0x0D, 0x0A] ? 3 : 2
      while byte(0) == 0x20 || byte(0) == 0x09 { place += 1 }
    } else if let letter = letters[pair[0]] {
      out += letter
      place += 2
    } else if pair.count == 2, digits,
      let number = UInt8(String(decoding: pair, as: UTF8.self), radix: 16)
    {
      out.append(number)
      place += 3
    } else {
      out += [first, pair[0]]
      place += 2
    }
  }
  return out
}
