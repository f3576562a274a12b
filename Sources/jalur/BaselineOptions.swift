import ArgumentParser
import Diagnostics
import Report
import SourceText

/// The findings that are known; the same for every command that has a baseline.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: """
      Fail only on findings that this file does not hold, and say which of it are gone; that of jalur.yaml \
      if left out.
      """)
  var baseline: String?

  @Option(help: "Write all findings to this file, as known ones, and end with status 0.")
  var writeBaseline: String?

  /// The known findings, if there is a file of them. What is written anew takes no heed of those that a
  /// project names.
  func read(_ project: OpenProject?) throws(Failure) -> KnownFindings? {
    if let baseline { return try KnownFindings(baseline) }
    guard writeBaseline == nil else { return nil }
    return try project?.baseline().map { path throws(Failure) in try KnownFindings(path) }
  }

  /// Writes the findings down as known, if that is asked for; whether it was.
  func write(_ result: AuditResult, beside inputs: [String]) throws(Failure) -> Bool {
    guard let writeBaseline else { return false }
    let (text, written, leftOut) = renderBaseline(result)
    try writeOutput(writeBaseline, Array(text.utf8), beside: inputs)
    complain("wrote \(counted(written, "finding")) to '\(writeBaseline)'")
    if leftOut > 0 {
      let statements = counted(leftOut, "statement")
      complain("left out \(statements) that cannot be read: what they hide is not known")
    }
    return true
  }
}

/// The findings that a file holds as known.
struct KnownFindings {
  private let baseline: Baseline
  private let name: String

  init(_ path: String) throws(Failure) {
    let expected = "a baseline, as --write-baseline writes"
    let file = SourceFile(name: path, bytes: try readFile(path, expected: expected))
    do throws(SourceError) { baseline = try Baseline(file) } catch {
      throw Failure(renderError(error))
    }
    name = path
  }

  /// What identifies them; what cannot be read is never known.
  var fingerprints: Set<String> {
    Set(
      baseline.entries.filter { $0.rule != RuleSummary.unreadableStatement.id }
        .map(\.fingerprint))
  }

  /// Suppresses the known findings of a result, and says on standard error what of them is gone.
  func apply(to result: inout AuditResult) {
    result.known = fingerprints
    let (gone, notAudited) = goneEntries(of: baseline, result)
    result.gone = gone
    if !gone.isEmpty {
      let findings = counted(gone.count, "finding of '\(name)' is", "findings of '\(name)' are")
      complain("\(findings) gone; delete the lines, or write it anew with --write-baseline")
    }
    if notAudited > 0 {
      let findings = counted(
        notAudited, "finding of '\(name)' is of an export", "findings of '\(name)' are of exports")
      complain("\(findings) that this run did not audit")
    }
  }
}
