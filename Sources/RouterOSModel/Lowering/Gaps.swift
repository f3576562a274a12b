import RouterOSSyntax
import SourceText

/// What was not followed, and what is not known for that.
extension Lowering {
  /// Notes that a statement was not followed, which may have changed anything in its menu.
  mutating func openGap(_ statement: Statement) {
    let path = path(of: statement)
    openGap(path, at: statement.span, mayAlter: true)
    if path == allInterfaces { openGapInAllInterfaces(statement) }
  }

  /// Notes that a menu was not read whole; `mayAlter` when entries that were read may be different.
  mutating func openGap(_ path: String, at span: Span, mayAlter: Bool) {
    gaps[path] = gaps[path] ?? span
    if mayAlter { alteredMenus.insert(path) }
  }
}
