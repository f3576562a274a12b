public import RouterOSModel
public import RouterOSSyntax
import SourceText

/// The syntax tree of one script as one line of JSON; its shape is a contract, described in the
/// README. Values of secrets are written only when `showSecrets` says so.
public func renderParseJSON(_ script: Script, showSecrets: Bool, by catalogue: Catalogue) -> String
{
  let lines = LineTable(script.file)
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
      write(statement, showSecrets, catalogue, lines, &writer)
    }
    writer.key("problems")
    writer.array(script.problems) { write($1, lines, &$0) }
  }
  return writer.text + "\n"
}

/// What could not be read, one problem a line: file, line, column and a sentence.
public func renderProblems(_ script: Script) -> String {
  if script.problems.isEmpty { return "" }
  let lines = LineTable(script.file)
  return script.problems.map { problem in
    let start = problem.span.start
    let place = "\(script.file.name):\(lines.line(at: start)):\(lines.column(at: start))"
    return printable("\(place): \(problem.severity.rawValue): \(problem.message)") + "\n"
  }.joined()
}

private func write(
  _ statement: Statement, _ showSecrets: Bool, _ catalogue: Catalogue, _ lines: LineTable,
  _ writer: inout JSONWriter
) {
  let target = statement.target
  func shown(_ argument: Argument) -> String {
    if showSecrets { return argument.value }
    let isTorn = argument.index != target?.index && isTorn(argument, of: statement)
    if isTorn || catalogue.menu(statement.menu).isSecret(argument) {
      return mask
    }
    let secrets = secretSpans(in: argument, of: statement, by: catalogue)
    return secrets.isEmpty
      ? argument.value : argument.decodedValue.text(hiding: secrets, as: mask)
  }
  writer.object { writer in
    writer.key("line")
    writer.value(lines.line(at: statement.span.start))
    writer.key("menu")
    writer.value(statement.menu)
    writer.key("verb")
    writer.value(statement.verb)
    writer.key("target")
    writer.value(target.map(shown))
    writer.key("arguments")
    writer.array(statement.arguments.filter { $0.index != target?.index }) { writer, argument in
      write(argument, shown(argument), &writer)
    }
  }
}

/// What stands in place of a secret.
private let mask = "<secret>"

/// Whether the argument may be part of a secret: a lone word in a statement that could not be read.
private func isTorn(_ argument: Argument, of statement: Statement) -> Bool {
  argument.kind == .positional && statement.isDamaged
}

private func write(_ argument: Argument, _ shown: String, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.key("name")
    writer.value(argument.name ?? shown)
    switch argument.kind {
    case .pair:
      writer.key("value")
      writer.value(shown)
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
