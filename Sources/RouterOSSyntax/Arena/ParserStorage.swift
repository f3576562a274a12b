/// The storage of a parse: how much is reserved, and what the next parse may have of the last.
extension Parser {
  /// Reserves room for the records of a text, so that they are hardly ever moved. What is reserved and
  /// not used costs no memory.
  mutating func reserveStorage(byteCount: Int) {
    // Exports of real routers have a statement in 70 bytes or more, and an argument in 20; in some parts
    // it may be half of that.
    statements.reserveCapacity(byteCount / 40 + 4)
    arguments.reserveCapacity(byteCount / 12 + 8)
  }

  /// A parse of another text, with the names, the menus and the storage of the last one.
  init(byteCount: Int, after last: inout Parser) {
    self.init(byteCount: 0)
    if last.names.count <= Self.mostNamesKept {
      swap(&names, &last.names)
      swap(&spellings, &last.spellings)
      swap(&menusBySpelling, &last.menusBySpelling)
      swap(&knownMenus, &last.knownMenus)
    }
    if last.arguments.capacity <= Self.mostArgumentsKept {
      swap(&statements, &last.statements)
      swap(&arguments, &last.arguments)
      swap(&sections, &last.sections)
      swap(&comments, &last.comments)
      statements.removeAll(keepingCapacity: true)
      arguments.removeAll(keepingCapacity: true)
      sections.removeAll(keepingCapacity: true)
      comments.removeAll(keepingCapacity: true)
    }
    reserveStorage(byteCount: byteCount)
  }

  /// More names than the exports of one network have in common; a table of them stays small.
  private static let mostNamesKept = 4_096
  /// About what an export of 1 MB has.
  private static let mostArgumentsKept = 1 << 16
}
