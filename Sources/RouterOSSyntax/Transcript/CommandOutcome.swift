import SourceText

/// What the answer of the router tells of the command before it.
extension Parser {
  /// A command such as `ping`, which the parser takes for a menu: one statement in place of what it read.
  mutating func takeTool(_ tool: [UInt8], since mark: Mark) {
    problems.removeSubrange(mark.problems...)
    let section = sections.count > mark.sections ? sections.last : nil
    let read = statements.count > mark.statements ? statements[mark.statements] : nil
    guard let start = read?.start ?? section?.start, let end = read?.end ?? section?.end else {
      return
    }
    if section?.start == start { sections.removeLast() }
    if let read { arguments.removeSubrange(Int(read.firstArgument)...) }
    statements.removeSubrange(mark.statements...)
    let root = names.intern([.slash])
    let place = Int(start)..<Int(end)
    statements.append(
      StatementRecord(
        range: place, verbStart: place.lowerBound, menu: root, verb: names.intern(tool),
        firstArgument: arguments.count, isDamaged: false))
  }

  /// The router refused: a single command did nothing; of several, some may have been done.
  mutating func refuse(since mark: Mark, _ text: [UInt8]) {
    let added = mark.statements..<statements.count
    guard let index = added.first else {
      if let section = sections.last, sections.count > mark.sections {
        report(.refusedCommand, Int(section.start)..<Int(section.end))
      }
      return
    }
    let range = Int(statements[index].start)..<Int(statements[index].end)
    let isCompound = text[range].contains { $0 == .leftBrace || $0 == .leftBracket }
    if added.count > 1 || isCompound { return added.forEach { distrust($0) } }
    problems.removeSubrange(mark.problems...)
    report(.refusedCommand, range)
    statements[index].isDamaged = false
    statements[index].isVoid = true
  }

  /// Something was printed: a command that prints nothing by itself cannot be relied on then.
  mutating func doubt(since mark: Mark, mayBeCut: Bool) {
    for index in mark.statements..<statements.count
    where mayBeCut || changingVerbs.contains(decodeText(names.spelling(of: statements[index].verb)))
    {
      distrust(index)
    }
    if statements.count == mark.statements, let section = sections.last,
      sections.count > mark.sections
    {
      // Perhaps the line was broken within the path, and then nobody knows what the command was.
      distrust(section, .unexplainedOutput)
    }
  }

  /// A line that looks like the name of a menu may be a command in short, such as `/ip route pr`: the next
  /// prompt tells, where words of menus may have been typed in short, too.
  mutating func confirmMenu(_ next: [String]?, since mark: Mark) {
    guard statements.count == mark.statements, sections.count > mark.sections,
      let section = sections.last
    else { return }
    let menu = decodeText(names.spelling(of: section.menu))
    let typed = menu.split(separator: "/")
    let isEntered =
      next.map { next in
        next.count == typed.count && zip(next, typed).allSatisfy { $0.hasPrefix($1) }
      } ?? (KnownMenus.all.holds(menu) && !typed.contains(where: mayBeCommand))
    if !isEntered { distrust(section, .notACommand) }
  }

  /// Whether a word is a command, perhaps in short, or the number of an item, that the parser takes for a menu. Only behind the last
  /// prompt that matters; a menu that was entered there has no effect.
  private func mayBeCommand(_ word: Substring) -> Bool {
    CommandWords.words.contains { $0.hasPrefix(word) } || commandsLikeMenus.contains(word)
      || CommandWords.wordsBehindPaths.contains(String(word))
      || word.utf8.allSatisfy(\.isDigit)
  }

  /// A line that may be any command.
  private mutating func distrust(_ section: SectionRecord, _ kind: Problem.Kind) {
    let range = Int(section.start)..<Int(section.end)
    report(kind, range)
    statements.append(
      StatementRecord(
        range: range, verbStart: range.lowerBound, menu: names.intern([.slash]),
        verb: names.intern([]), firstArgument: arguments.count, isDamaged: true))
  }

  private mutating func distrust(_ index: Int) {
    guard !statements[index].isDamaged else { return }
    report(.unexplainedOutput, Int(statements[index].start)..<Int(statements[index].end))
    statements[index].isDamaged = true
  }
}

/// Commands without arguments that change something and whose names menus may bear.
private let commandsLikeMenus: Set<Substring> = ["install", "setup", "update", "upgrade"]
