import Diagnostics
public import RouterOSModel
public import RouterOSSyntax
import SourceText

/// The syntax tree of one script as one line of JSON; its shape is a contract, described in the
/// README. Values of secrets are written only when `showSecrets` says so.
public func renderParseJSON(_ script: Script, showSecrets: Bool, by catalogue: Catalogue) -> String
{
  let lines = LineTable(script.file)
  let concealment = showSecrets ? nil : Concealment(script, by: catalogue)
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
    writer.array(script.problems) { write($1, lines, &$0) }
  }
  return writer.text + "\n"
}

/// What could not be read, one problem a line: file, line, column and a sentence. Of a file that has more
/// than ``mostProblemsShown``, the rest is counted in a last line.
public func renderProblems(_ script: Script) -> String {
  if script.problems.isEmpty { return "" }
  let lines = LineTable(script.file)
  var text = ""
  for problem in script.problems.prefix(mostProblemsShown) {
    let start = problem.span.start
    let place = "\(script.file.name):\(lines.line(at: start)):\(lines.column(at: start))"
    text += printable("\(place): \(problem.severity.rawValue): \(problem.message)") + "\n"
  }
  let rest = script.problems.count - mostProblemsShown
  if rest > 0 {
    text += printable("\(script.file.name): \(counted(rest, "more problem")) not shown") + "\n"
  }
  return text
}

/// How many problems of one file a report for people shows: nobody reads more, and a broken file has one
/// on every line.
let mostProblemsShown = 1_000

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

private func write(_ problem: Problem, _ lines: LineTable, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.place(of: problem.span, lines)
    writer.pair("severity", problem.severity.rawValue)
    writer.pair("message", problem.message)
  }
}
