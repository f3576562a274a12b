public import Diagnostics
import SourceText

/// An input that cannot be used, in one line: file, line, column and a sentence.
public func renderError(_ error: SourceError) -> String {
  let lines = LineTable(error.primary.file)
  let start = error.primary.span.start
  return printable(
    "\(error.primary.file.name):\(lines.line(at: start)):\(lines.column(at: start)): \(error.message)"
  )
}
