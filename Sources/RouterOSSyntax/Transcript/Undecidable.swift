import SourceText

/// Commands that nobody can follow without the router, or the person at the terminal.
extension Parser {
  /// Reports a command that only the router, or the person at the terminal, could follow.
  mutating func reportUndecidable(_ index: Int, _ text: [UInt8]) {
    let record = statements[index]
    if record.isDamaged {
      // What was typed is not known, and so neither is the menu it ran in.
      statements[index].menu = names.intern([.slash])
      return
    }
    let verb = decodeText(names.spelling(of: record.verb))
    let meant = commandsMeant(by: verb)
    if meant == ["edit"] {
      let start = Int(record.verbStart)
      report(.interactiveCommand(verb: verb), start..<start + verb.utf8.count)
      statements[index].isDamaged = true
    } else if let number = number(index, text, of: meant) {
      report(.positionalNumber, Int(number.start)..<Int(number.end))
      statements[index].isDamaged = true
    }
  }

  /// The commands of items that a word may mean, which may be typed in short.
  private func commandsMeant(by verb: String) -> [String] {
    let isWhole = CommandWords.isCommand(verb) || verb.isEmpty
    return isWhole ? [verb] : verbsWithTargets.filter { $0.hasPrefix(verb) }
  }

  /// The argument that calls an item by the number of its line in the last `print`, whichever of `verbs` was
  /// meant.
  private func number(_ index: Int, _ text: [UInt8], of verbs: [String]) -> ArgumentRecord? {
    let takesTarget = verbs.contains(where: verbsWithTargets.contains)
    let properties = verbs.flatMap { propertiesWithTargets[$0] ?? [] }
    let first = Int(statements[index].firstArgument)
    let end =
      index + 1 < statements.count ? Int(statements[index + 1].firstArgument) : arguments.count
    return arguments[first..<end].first { argument in
      let isTarget: Bool
      switch argument.kind {
      case .positional: isTarget = takesTarget
      case .pair:
        let name = names.spelling(of: argument.name)
        isTarget =
          (takesTarget && name.starts(with: Array("number".utf8)))
          || properties.contains { name.elementsEqual($0.utf8) }
      case .unset: isTarget = false
      }
      let value = text[argument.valueStart(in: text)..<Int(argument.end)].filter { $0 != .quote }
      return isTarget && !value.isEmpty && value.allSatisfy { $0.isDigit || $0 == .comma }
    }
  }
}

/// Commands that apply to items. MikroTik's manual, "Command Line Interface", "General commands".
private let verbsWithTargets: Set<String> = [
  "comment", "disable", "edit", "enable", "get", "make-static", "move", "remove", "reset-counters",
  "run",
  "set", "start", "stop", "unset",
]

/// Properties of commands that name an item.
private let propertiesWithTargets: [String: [String]] = [
  "add": ["copy-from", "place-before"], "move": ["destination"],
]
