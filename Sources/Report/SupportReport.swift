import Diagnostics
public import RouterOSModel
import RouterOSSyntax
import SourceText

/// How far the statements of an export are supported, in one line: `router.rsc: 41 statements, all understood`.
public func renderShares(of configuration: Configuration) -> String {
  let support = configuration.support
  let count = shares(of: [support])
  let isAll = support.exceptions.isEmpty && support.statements > 0
  let file = configuration.script.file.name
  return printable("\(file): \(count)\(isAll ? ", all understood" : "")") + "\n"
}

/// Every statement that is not simply understood, one a line: file, line, column, its degree and why.
public func renderSupport(of configuration: Configuration) -> String {
  let file = configuration.script.file
  let lines = LineTable(file)
  return configuration.support.exceptions.map { exception in
    let place = place(of: Label(file, exception.statement.span, ""), lines)
    return "\(place): \(exception.degree.words): \(printable(exception.reason))\n"
  }.joined()
}

/// `41 statements (38 understood, 1 immaterial, 2 unknown)`; without brackets when all are understood.
func shares(of supports: [Support]) -> String {
  let statements = supports.reduce(0) { $0 + $1.statements }
  let count = counted(statements, "statement")
  if supports.allSatisfy(\.exceptions.isEmpty) { return count }
  let shares = Support.Degree.allCases.compactMap { degree -> String? in
    let share = supports.reduce(0) { $0 + $1.count(degree) }
    return share == 0 ? nil : "\(share) \(degree.words)"
  }
  return "\(count) (\(shares.joined(separator: ", ")))"
}

extension Support.Degree {
  /// The degree for people.
  fileprivate var words: String {
    switch self {
    case .immaterial: "immaterial"
    case .notModelled: "not modelled"
    case .understood: "understood"
    case .unknown: "unknown"
    }
  }
}

/// The number of statements of each degree.
func write(_ support: Support, _ writer: inout JSONWriter) {
  for degree in Support.Degree.allCases { writer.pair(degree.rawValue, support.count(degree)) }
}

/// The statements that are not simply understood.
func write(_ exceptions: [Support.Exception], _ lines: LineTable, _ writer: inout JSONWriter) {
  writer.key("exceptions")
  writer.array(exceptions) { writer, exception in
    writer.object { writer in
      let start = exception.statement.span.start
      writer.pair("line", lines.line(at: start))
      writer.pair("column", lines.column(at: start))
      writer.pair("support", exception.degree.rawValue)
      writer.pair("reason", exception.reason)
    }
  }
}
