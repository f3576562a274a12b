import RouterOSModel
import RouterOSSyntax
import SourceText

/// The bytes of an export that no report may show: values of secrets, and what may be torn from one.
func secretSpans(in script: Script, by catalogue: Catalogue = .shipped) -> [Span] {
  var spans: [Span] = []
  for statement in script.statements {
    let menu = catalogue.menu(statement.menu)
    if statement.isDamaged, statement.arguments.contains(where: { isSecret($0, menu) }) {
      spans.append(statement.span)
      continue
    }
    for argument in statement.arguments where isSecret(argument, menu) {
      if !argument.valueSpan.isEmpty { spans.append(argument.valueSpan) }
    }
  }
  return spans
}

private func isSecret(_ argument: Argument, _ menu: Menu) -> Bool {
  argument.kind == .pair && argument.name.map(menu.isSecret) ?? false
}
