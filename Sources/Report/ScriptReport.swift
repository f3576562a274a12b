import Diagnostics
public import RouterOSModel
import RouterOSSyntax
import SourceText

/// The syntax tree of one script as one line of JSON; its shape is a contract, described in the
/// README. Values of secrets are written only when `showSecrets` says so; `listsSupport` adds the
/// statements that are not simply understood.
public func renderParseJSON(
  _ configuration: Configuration, showSecrets: Bool, listsSupport: Bool = false
) -> String {
  let script = configuration.script
  let lines = LineTable(script.file)
  let concealment = showSecrets ? nil : configuration.concealment
  var writer = JSONWriter()
  writer.object { writer in
    writer.key("schema")
    writer.value(1)
    writer.key("file")
    writer.value(script.file.name)
    writer.key("routerOS")
    writer.value(script.header.version?.description)
    writer.key("statements")
    writer.array(script.statements) { writer, statement in
      write(statement, concealment, lines, &writer)
    }
    writer.key("problems")
    writer.array(problems(of: configuration)) { write($1, lines, &$0) }
    let support = configuration.support
    writer.key("support")
    writer.object { write(support, &$0) }
    if listsSupport { write(support.exceptions, lines, &writer) }
  }
  return writer.text + "\n"
}

/// What could not be read, and what a router would refuse, one problem a line in file order: file, line,
/// column and a sentence. Of a file that has more than ``mostProblemsShown``, the rest is counted.
public func renderProblems(_ configuration: Configuration) -> String {
  let problems = problems(of: configuration)
  if problems.isEmpty { return "" }
  let file = configuration.script.file
  let lines = LineTable(file)
  var text = ""
  for problem in problems.prefix(mostProblemsShown) {
    let place = place(of: Label(file, problem.span, ""), lines)
    text += "\(place): \(problem.severity): \(printable(problem.message))\n"
  }
  let rest = problems.count - mostProblemsShown
  if rest > 0 {
    text += printable("\(file.name): \(counted(rest, "more problem")) not shown") + "\n"
  }
  return text
}

/// How many problems of one file a report for people shows: nobody reads more, and a broken file has one
/// on every line.
let mostProblemsShown = 1_000

/// A problem of either kind; only those that are printed are put into words.
private enum PrintedProblem {
  case refused(MeaningProblem, Concealment)
  case unreadable(Problem)

  var span: Span {
    switch self {
    case .refused(let problem, _): problem.span
    case .unreadable(let problem): problem.span
    }
  }

  var severity: String {
    switch self {
    case .refused: Problem.Severity.warning.rawValue
    case .unreadable(let problem): problem.severity.rawValue
    }
  }

  var message: String {
    switch self {
    case .refused(let problem, let concealment): problem.message(by: concealment)
    case .unreadable(let problem): problem.message
    }
  }
}

private func problems(of configuration: Configuration) -> [PrintedProblem] {
  let refused = configuration.problems.map {
    PrintedProblem.refused($0, configuration.concealment)
  }
  let unreadable = configuration.script.problems.map(PrintedProblem.unreadable)
  return (unreadable + refused).sorted { $0.span.start < $1.span.start }
}

private func write(
  _ statement: Statement, _ concealment: Concealment?, _ lines: LineTable,
  _ writer: inout JSONWriter
) {
  func shown(_ text: String, _ span: Span) -> String {
    guard !text.isEmpty, let concealment, concealment.hides(span) else { return text }
    return HiddenSpan.Mask.unreadable.rawValue
  }
  let target = statement.target
  let path = Span(
    Int(statement.span.start), Int(max(statement.span.start, statement.verbSpan.start)))
  writer.object { writer in
    writer.key("line")
    writer.value(lines.line(at: statement.span.start))
    writer.key("menu")
    writer.value(shown(concealment?.menu(statement.menu) ?? statement.menu, path))
    writer.key("verb")
    writer.value(shown(statement.verb, statement.verbSpan))
    writer.key("target")
    writer.value(target.map { concealment?.text(of: $0) ?? $0.value })
    writer.key("arguments")
    writer.array(statement.arguments.filter { $0.index != target?.index }) { writer, argument in
      let value = concealment?.text(of: argument) ?? argument.value
      write(argument, argument.name.map { shown($0, argument.nameSpan) } ?? value, value, &writer)
    }
    if statement.isDamaged {
      writer.key("damaged")
      writer.value(true)
    }
  }
}

private func write(
  _ argument: Argument, _ name: String, _ value: String, _ writer: inout JSONWriter
) {
  writer.object { writer in
    writer.key("name")
    writer.value(name)
    switch argument.kind {
    case .pair:
      writer.key("value")
      writer.value(value)
    case .unset:
      writer.key("unset")
      writer.value(true)
    case .positional:
      writer.key("value")
      writer.value(String?.none)
    }
  }
}

private func write(_ problem: PrintedProblem, _ lines: LineTable, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.place(of: problem.span, lines)
    writer.pair("severity", problem.severity)
    writer.pair("message", problem.message)
  }
}
