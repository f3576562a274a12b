import RouterOSModel
import RouterOSSyntax
import SourceText

/// The bytes of an export that no report may show: values of secrets, and what may be torn from one.
func secretSpans(in script: Script, by catalogue: Catalogue = .shipped) -> [Span] {
  var spans: [Span] = []
  for statement in script.statements {
    let menu = catalogue.menu(statement.menu)
    if statement.isDamaged, statement.arguments.contains(where: { menu.isSecret($0) }) {
      spans.append(statement.span)
      continue
    }
    for argument in statement.arguments where menu.isSecret(argument) {
      if !argument.valueSpan.isEmpty { spans.append(argument.valueSpan) }
    }
  }
  return spans
}
