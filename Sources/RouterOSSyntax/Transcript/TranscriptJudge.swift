import SourceText

/// Tells which commands of a transcript can be relied on.
struct TranscriptJudge {
  /// Exports of the transcript: their menu, and the first statement they wrote.
  private var exports: [(menu: String, start: Int)] = []
  /// The comments that begin the last export which names its release.
  private var header = 0..<0

  /// Looks at what became of one part.
  mutating func look(
    at part: TranscriptText.Part, since mark: Mark, _ parser: inout Parser, _ text: [UInt8]
  ) {
    if let export = part.export {
      if export.isWhole { exports.append((export.menu, mark.statements)) }
      findHeader(since: mark, parser, text)
      return
    }
    if let tool = part.tool { return parser.takeTool(tool, since: mark) }
    for index in mark.statements..<parser.statements.count { parser.judge(index, text) }
    switch part.answer {
    case .silence: parser.confirmMenu(part.nextMenu, since: mark)
    case .refusal: parser.refuse(since: mark, text)
    case .output: parser.doubt(since: mark, mayBeCut: part.mayBeCut)
    }
  }

  /// The comments before the first menu line and statement of an export.
  private mutating func findHeader(
    since mark: Mark, _ parser: borrowing Parser, _ text: [UInt8]
  ) {
    let statement =
      mark.statements < parser.statements.count ? parser.statements[mark.statements].start : .max
    let section =
      mark.sections < parser.sections.count ? parser.sections[mark.sections].start : .max
    let comments = parser.comments[mark.comments...].prefix {
      $0.upperBound <= min(statement, section)
    }
    let names = comments.contains { range in
      decodeText(text[Int(range.lowerBound)..<Int(range.upperBound)].prefix(200)).contains(
        "RouterOS ")
    }
    if names || header.isEmpty { header = comments.startIndex..<comments.endIndex }
  }

  /// What was typed before an export of its menu is void: the export shows what became of it.
  func finish(_ parser: inout Parser) {
    parser.header = header
    guard !exports.isEmpty else { return }
    let shown = ExportedMenus(exports)
    var lastExports: [NameTable.ID: Int] = [:]
    for index in parser.statements.indices {
      let menu = parser.statements[index].menu
      let last = lastExports[menu] ?? shown.lastExport(of: Array(parser.names.spelling(of: menu)))
      lastExports[menu] = last
      if last > index { parser.statements[index].isVoid = true }
    }
  }
}

/// The menus that exports show, as a tree of their words.
private struct ExportedMenus {
  private struct Step: Hashable {
    let menu: Int
    let word: ArraySlice<UInt8>
  }

  private var steps: [Step: Int] = [:]
  /// For each menu the first statement of its last export, -1 without one. The root is the first.
  private var starts = [-1]

  init(_ exports: [(menu: String, start: Int)]) {
    for export in exports {
      var menu = 0
      for word in Array(export.menu.utf8).split(separator: .slash) {
        let step = Step(menu: menu, word: word)
        menu = steps[step] ?? starts.count
        if menu == starts.count { starts.append(-1) }
        steps[step] = menu
      }
      starts[menu] = max(starts[menu], export.start)
    }
  }

  /// The first statement of the last export that shows `path`, or a menu above it; -1 without one.
  /// Linear in the length of the path.
  func lastExport(of path: [UInt8]) -> Int {
    var menu = 0
    var last = starts[menu]
    for word in path.split(separator: .slash) {
      guard let next = steps[Step(menu: menu, word: word)] else { break }
      menu = next
      last = max(last, starts[menu])
    }
    return last
  }
}

extension Parser {
  /// Reports a command that only the router, or the person at the terminal, could follow.
  fileprivate mutating func judge(_ index: Int, _ text: [UInt8]) {
    let record = statements[index]
    if record.isDamaged {
      // What was typed is not known, and so neither is the menu it ran in.
      statements[index].menu = names.intern([.slash])
      return
    }
    let verb = decodeText(names.spelling(of: record.verb))
    if verb == "edit" {
      let start = Int(record.verbStart)
      report(.interactiveCommand(verb: verb), start..<start + verb.utf8.count)
      statements[index].isDamaged = true
    } else if verbsWithTargets.contains(verb), let number = number(index, text) {
      report(.positionalNumber, Int(number.start)..<Int(number.end))
      statements[index].isDamaged = true
    }
  }

  /// The argument that calls an item by the number of its line in the last `print`.
  private func number(_ index: Int, _ text: [UInt8]) -> ArgumentRecord? {
    let first = Int(statements[index].firstArgument)
    let end =
      index + 1 < statements.count ? Int(statements[index + 1].firstArgument) : arguments.count
    return arguments[first..<end].enumerated().first { place, argument in
      let isTarget: Bool
      switch argument.kind {
      case .positional: isTarget = place == 0
      case .pair: isTarget = names.spelling(of: argument.name).starts(with: Array("number".utf8))
      case .unset: isTarget = false
      }
      let value = text[Int(argument.valueStart)..<Int(argument.end)].filter { $0 != .quote }
      return isTarget && !value.isEmpty && value.allSatisfy { $0.isDigit || $0 == .comma }
    }?.element
  }

  /// A command such as `ping`, which the parser takes for a menu: one statement in place of what it read.
  fileprivate mutating func takeTool(_ tool: [UInt8], since mark: Mark) {
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
  fileprivate mutating func refuse(since mark: Mark, _ text: [UInt8]) {
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
  fileprivate mutating func doubt(since mark: Mark, mayBeCut: Bool) {
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
  fileprivate mutating func confirmMenu(_ next: [String]?, since mark: Mark) {
    guard statements.count == mark.statements, sections.count > mark.sections,
      let section = sections.last
    else { return }
    let typed = decodeText(names.spelling(of: section.menu)).split(separator: "/")
    let isEntered =
      next.map { next in
        next.count == typed.count && zip(next, typed).allSatisfy { $0.hasPrefix($1) }
      } ?? !typed.contains(where: mayBeCommand)
    if !isEntered { distrust(section, .notACommand) }
  }

  /// Whether a word is a command, perhaps in short, or the number of an item, that the parser takes for a menu. Only behind the last
  /// prompt that matters; a menu that was entered there has no effect.
  private func mayBeCommand(_ word: Substring) -> Bool {
    CommandWords.words.contains { $0.hasPrefix(word) } || commandsLikeMenus.contains(word)
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

/// Commands that apply to items. MikroTik's manual, "Command Line Interface", "General commands".
private let verbsWithTargets: Set<String> = [
  "comment", "disable", "enable", "get", "move", "remove", "set", "unset",
]

/// Commands without arguments that change something and that are no ``CommandWords``.
private let commandsLikeMenus: Set<Substring> = [
  "apply-changes", "clear", "downgrade", "enable-ssl-certificate", "install", "load", "reset-html",
  "restore", "setup", "start", "stop", "uninstall", "update", "upgrade",
]
