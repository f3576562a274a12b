public import RouterOSModel
public import RouterOSSyntax

/// The value of an argument with `<secret>` in place of every secret in it, blocks and scripts included;
/// nil when it holds none.
public func maskedValue(
  of argument: Argument, in statement: Statement, by catalogue: Catalogue
) -> [UInt8]? {
  let mask = "<secret>"
  if catalogue.menu(statement.menu).isSecret(argument) { return Array(mask.utf8) }
  let spans = secretSpans(in: argument, of: statement, by: catalogue)
  if spans.isEmpty { return nil }
  return Array(argument.decodedValue.text(hiding: spans, as: mask).utf8)
}
