public import Diagnostics
import SourceText

extension Page {
  /// What the page owes its reader: an example that fails and one that passes, of which each alone would
  /// hold for a rule that finds everything, or nothing.
  public var shortcomings: [SourceError] {
    let fails = examples.contains { example in
      example.excerpts.contains { $0.marks.contains { $0.kind == .fail } }
    }
    let passes = examples.contains { !$0.isMarked }
    var missing: [SourceError] = []
    if !fails { missing.append(error("no example fails; mark what does with ^ below its line")) }
    if !passes { missing.append(error("no example passes; show one without marks")) }
    return missing
  }

  private func error(_ message: String) -> SourceError {
    SourceError(message, at: Span(0, 0), in: file)
  }
}
