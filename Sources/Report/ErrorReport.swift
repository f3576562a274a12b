public import Diagnostics
import SourceText

/// An input that cannot be used, in one line: file, line, column and a sentence.
public func renderError(_ error: SourceError) -> String {
  let place = place(of: error.primary, LineTable(error.primary.file))
  return "\(place): \(printable(error.message))"
}

/// Several, one a line, each with the first and the last column of its place, as one counts marks under
/// a line: `page.md:14:5-12: …`. Linear in their number and the size of their files.
public func renderErrorsWithColumns(_ errors: [SourceError]) -> String {
  let tables = LineTables()
  return errors.map { error in
    let lines = tables[error.primary.file]
    let span = error.primary.span
    let end = min(span.end, lines.span(ofLine: lines.line(at: span.start)).end)
    let first = lines.column(at: span.start)
    let last = end > span.start ? lines.column(at: end) - 1 : first
    return "\(place(of: error.primary, lines))-\(last): \(printable(error.message))\n"
  }.joined()
}
