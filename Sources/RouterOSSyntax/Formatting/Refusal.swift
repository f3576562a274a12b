import Diagnostics
import SourceText

/// Says why a script cannot be written as an export, at the first place that no export could hold; nil
/// when it can be.
func refusal(of script: Script) -> SourceError? {
  if let problem = script.problems.first(where: { $0.severity == .error }) {
    return SourceError(problem.message, at: problem.span, in: script.file)
  }
  if script.origins != nil {
    return SourceError(
      "this is the transcript of a terminal; expected an export", at: Span(0, 0), in: script.file)
  }
  for statement in script.statements {
    if let refusal = refusal(of: statement) { return refusal }
  }
  return refusalOfMenus(of: script)
}

/// A menu that is not known could not be told from a command on a line of its own, where no header says that
/// a router printed it.
private func refusalOfMenus(of script: Script) -> SourceError? {
  if script.isPrinted { return nil }
  var isKnown: [NameTable.ID: Bool] = [:]
  for record in script.statementRecords where isKnown[record.menu] == nil {
    let isMenu = KnownMenus.all.holds(script.names[Int(record.menu)])
    isKnown[record.menu] = isMenu
    if !isMenu {
      let place = Span(Int(record.start), Int(record.start))
      return SourceError(Problem.Kind.unknownMenu.message, at: place, in: script.file)
    }
  }
  return nil
}

private func refusal(of statement: Statement) -> SourceError? {
  let file = statement.script.file
  guard statement.verb == "add" || statement.verb == "set", statement.menu != "/" else {
    return SourceError(
      "this command stands in no export; expected 'add' or 'set' below a menu such as "
        + "'/ip address'", at: statement.span.startPoint, in: file)
  }
  let target = statement.target
  for argument in statement.arguments
  where !isPlain(argument, isTarget: argument.index == target?.index) {
    return SourceError(
      "this is code, which stands in no export; expected a value, or '[ find name=value ]' behind "
        + "'set'", at: argument.span.startPoint, in: file)
  }
  guard statement.verb == "set", target == nil,
    let word = statement.arguments.first(where: { $0.kind == .positional })
  else { return nil }
  return SourceError(
    "expected the entry to set before its properties", at: word.span.startPoint, in: file)
}

/// Whether an argument holds nothing that only a router can work out.
private func isPlain(_ argument: Argument, isTarget: Bool) -> Bool {
  if argument.isCode { return isTarget && Search(argument) != nil }
  return !hasVariable(argument.writtenValue)
}
