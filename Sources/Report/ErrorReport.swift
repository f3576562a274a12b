public import Diagnostics
import SourceText

/// An input that cannot be used, in one line: file, line, column and a sentence.
public func renderError(_ error: SourceError) -> String {
  let place = place(of: error.primary, LineTable(error.primary.file))
  return "\(place): \(printable(error.message))"
}
