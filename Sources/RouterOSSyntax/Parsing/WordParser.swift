import SourceText

extension Parser {
  /// Reads an argument that is no property with a value: the target of `set`, a valueless word, `!name`,
  /// or any expression behind another command. `plainEnd` is where its plain text ends.
  mutating func parseWord(
    _ text: RawSpan, _ start: Int, _ plainEnd: Int, _ command: Command,
    _ context: inout NameContext
  ) {
    if text.byte(at: start) == .exclamationMark, takeUnset(text, start, &context) { return }
    let known = problems.count
    offset = start
    let form = parseValue(text, command)
    if problems.count == known {
      checkWord(text, start..<offset, form, command)
      if offset == start { takeStrayByte(text) }
    }
    arguments.append(
      ArgumentRecord(name: 0, kind: .positional, form: form, start: start, end: offset))
  }

  /// Takes `!name` when that is all of the word.
  private mutating func takeUnset(
    _ text: RawSpan, _ start: Int, _ context: inout NameContext
  ) -> Bool {
    let end = text.endOfPlainText(from: start + 1, equals: true)
    guard text.peek(end)?.endsWord ?? true || text.continuationLength(at: end) > 0, end > start + 1
    else { return false }
    let name = names.intern(text, start + 1..<end)
    guard names.traits(of: name).isProperty else { return false }
    offset = end
    guard let name = fullName(start + 1..<end, name, &context) else { return true }
    arguments.append(
      ArgumentRecord(name: name, kind: .unset, form: .plain, start: start, end: end))
    return true
  }

  /// `add` and `set` take properties, and `set` one target before them: any other word there is
  /// torn. Of words without a value an export has but a few.
  private mutating func checkWord(
    _ text: RawSpan, _ word: Range<Int>, _ form: ValueForm, _ command: Command
  ) {
    guard command.verb <= CommandWords.set else { return }
    if arguments.count == firstArgument, command.verb == CommandWords.set { return }
    if form == .code {
      // Arguments have no order: the target may stand behind the properties, but only once.
      let isTarget =
        command.verb == CommandWords.set
        && !arguments[firstArgument...].contains { $0.kind == .positional }
      if isExport, !isTarget { report(.unexpectedWord, word) }
      return
    }
    let spelling = form == .escaped ? withoutBreaks(text, word) : text.bytes(in: word)
    if !spelling.allSatisfy(\.isCommandByte) || spelling.first == .dot {
      report(.unexpectedWord, word)
    } else if let verb = additionOrSetting(text, word) {
      report(.commandAfterArguments(verb: verb), word)
    } else if isExport, word.upperBound < text.byteCount, !CommandWords.isFlag(spelling) {
      report(.unexpectedWord, word)
    }
  }

  private func withoutBreaks(_ text: RawSpan, _ word: Range<Int>) -> [UInt8] {
    withoutContinuations(text.bytes(in: word)[...])
  }

  private func additionOrSetting(_ text: RawSpan, _ word: Range<Int>) -> String? {
    guard word.count == 3 else { return nil }
    if text.hasText("add", at: word.lowerBound) { return "add" }
    return text.hasText("set", at: word.lowerBound) ? "set" : nil
  }

  /// A control byte ends a word but is no blank: it is taken alone, so that the scan goes on.
  private mutating func takeStrayByte(_ text: RawSpan) {
    report(.notACommand, offset..<offset + 1)
    offset += 1
  }
}
