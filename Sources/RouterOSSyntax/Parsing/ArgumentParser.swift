import SourceText

extension Parser {
  /// Reads the arguments of a statement up to its end, or up to the first problem; where the last of
  /// them ends.
  mutating func parseArguments(_ text: RawSpan, of command: Command) -> Int {
    let known = problems.count
    var end = offset
    var context = NameContext(previous: command.verb)
    while offset < text.byteCount {
      let byte = text.byte(at: offset)
      if byte == .space || byte == .tab {
        offset &+= 1
      } else if byte.endsStatement {
        break
      } else if byte == .backslash, skipContinuation(text) {
        guard canGoOn(text, command) else { break }
      } else {
        parseArgument(text, command, &context)
        end = offset
        if problems.count > known { break }
      }
    }
    return end
  }

  /// Reads `name=value`, `!name`, or a word.
  @inline(__always)
  private mutating func parseArgument(
    _ text: RawSpan, _ command: Command, _ context: inout NameContext
  ) {
    let start = offset
    let nameEnd = text.endOfPlainText(from: start, equals: true)
    guard nameEnd > start, text.peek(nameEnd) == .equals else {
      if text.continuationLength(at: nameEnd) > 0, parseBrokenName(text, nameEnd, command, &context)
      {
        return
      }
      return parseWord(text, start, nameEnd, command, &context)
    }
    let name = names.intern(text, start..<nameEnd, behind: context.previous)
    context.previous = name
    let traits = names.traits(of: name)
    guard traits.isPlainProperty else {
      return parseSpecialName(text, start..<nameEnd, name, command, &context)
    }
    parsePair(text, start, name, nameEnd &+ 1, command)
  }

  /// Reads the value of a property; `valueStart` is just behind the `=`.
  @inline(__always)
  mutating func parsePair(
    _ text: RawSpan, _ start: Int, _ name: NameTable.ID, _ valueStart: Int, _ command: Command
  ) {
    let end = text.endOfPlainText(from: valueStart, equals: true)
    guard end > valueStart, end == text.byteCount || text.byte(at: end).endsWord,
      text.byte(at: valueStart) != .dollar
    else { return parseSpecialPair(text, start, name, valueStart, end, command) }
    offset = end
    arguments.append(
      ArgumentRecord(
        name: name, kind: .pair, form: .plain, start: start, end: end))
  }

  /// What is odd with a value whose plain text ends at `end`: a router writes one in quotes that is empty or
  /// holds a `=`.
  private func oddity(_ text: RawSpan, _ start: Int, _ end: Int) -> (
    kind: Problem.Kind, place: Range<Int>
  )? {
    if text.peek(end) == .equals { return (.bareEquals, end..<end + 1) }
    let isEmpty = end == start && (text.peek(end)?.endsWord ?? true)
    return isEmpty ? (.emptyValue, start - 1..<start) : nil
  }

  /// Reads a value that is more than the plain text up to `plainEnd`, or stands behind a continuation.
  private mutating func parseSpecialPair(
    _ text: RawSpan, _ start: Int, _ name: NameTable.ID, _ equalsEnd: Int, _ plainEnd: Int,
    _ command: Command
  ) {
    if isExport, oddity == nil { oddity = oddity(text, equalsEnd, plainEnd) }
    offset = equalsEnd
    while skipContinuation(text) {}
    if offset > equalsEnd, isAtStatementEnd(text) {
      return report(.nothingAfterBackslash, equalsEnd..<equalsEnd + 1)
    }
    if offset > equalsEnd, !canContinue(text, command, .beforeValue) { return }
    let form = parseValue(text, command)
    arguments.append(
      ArgumentRecord(name: name, kind: .pair, form: form, start: start, end: offset))
  }

  /// Reads an argument whose name has a dot, which other names may go on from, or is no name at all.
  private mutating func parseSpecialName(
    _ text: RawSpan, _ range: Range<Int>, _ name: NameTable.ID, _ command: Command,
    _ context: inout NameContext
  ) {
    guard names.traits(of: name).isProperty else {
      return parseWord(text, range.lowerBound, range.upperBound, command, &context)
    }
    guard let name = fullName(range, name, &context) else { return }
    parsePair(text, range.lowerBound, name, range.upperBound + 1, command)
  }

  /// The name in full: `.as` behind `remote.address` is `remote.as`; nil when a problem was reported.
  mutating func fullName(
    _ range: Range<Int>, _ name: NameTable.ID, _ context: inout NameContext
  ) -> NameTable.ID? {
    let dot = Int(names.traits(of: name).lastDot)
    let spelling = names.spelling(of: name)
    if spelling.first == .dot {
      guard let prefix = context.prefix else {
        report(.nothingToGoOnFrom, range)
        return nil
      }
      return names.intern(prefix + spelling)
    }
    if dot > 0 { context.prefix = Array(spelling.prefix(dot)) }
    return name
  }
}

/// What the names before it mean for a name.
struct NameContext {
  /// The name before, or else the verb.
  var previous: NameTable.ID
  /// The part before the last dot of the last name that has one, which `.name` goes on from.
  var prefix: [UInt8]?
}
