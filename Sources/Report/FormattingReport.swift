public import RouterOSSyntax
import SourceText

/// What formatting changes in a script, as a short unified diff without secrets.
public func renderFormatting(_ formatted: FormattedScript, of script: Script) -> String {
  let after = parse(SourceFile(name: script.file.name, bytes: formatted.bytes))
  var report = FormattingReport(
    before: LineReader(script), after: LineReader(after), name: printable(script.file.name))
  report.run(Hunk.hunks(of: formatted, script.file.bytes))
  return report.text
}

/// Bytes of the file, in whole lines, and what becomes of them.
private struct Hunk {
  var original: Range<Int>
  var formatted: Range<Int>

  /// The parts that change, those side by side as one.
  static func hunks(of formatted: FormattedScript, _ bytes: [UInt8]) -> [Hunk] {
    var hunks: [Hunk] = []
    var open: Hunk?
    var endsInLine = false
    for part in formatted.parts {
      var hunk = Hunk(original: part.original.range, formatted: part.formatted)
      if endsInLine, let before = open { hunk = before.joined(with: hunk) }
      endsInLine = hunk.original.upperBound > 0 && hunk.original.upperBound < bytes.count
        && bytes[hunk.original.upperBound - 1] != 0x0A
      let isChanged = !bytes[hunk.original].elementsEqual(formatted.bytes[hunk.formatted])
      if endsInLine {
        open = hunk
        continue
      }
      open = nil
      guard isChanged else { continue }
      if let last = hunks.last, last.original.upperBound == hunk.original.lowerBound {
        hunks[hunks.count - 1] = last.joined(with: hunk)
      } else {
        hunks.append(hunk)
      }
    }
    return hunks
  }

  private func joined(with next: Hunk) -> Hunk {
    Hunk(
      original: original.lowerBound..<next.original.upperBound,
      formatted: formatted.lowerBound..<next.formatted.upperBound)
  }
}

/// A script as lines that may be shown.
private struct LineReader {
  let file: SourceFile
  let table: LineTable
  let secrets: [Span]

  init(_ script: Script) {
    file = script.file
    table = LineTable(script.file)
    secrets = secretSpans(in: script)
  }
}

private struct FormattingReport {
  let before: LineReader
  let after: LineReader
  let name: String
  var text = ""

  mutating func run(_ hunks: [Hunk]) {
    _ = hunks
  }
}
