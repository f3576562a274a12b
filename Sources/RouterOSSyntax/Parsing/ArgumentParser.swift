import SourceText

extension Parser {
  /// Reads the arguments of a statement up to its end, or up to the first problem; where the last of
  /// them ends.
  mutating func parseArguments(_ text: RawSpan, of command: Command) -> Int {
    let known = problems.count
    var end = offset
    /// The part before the last dot of the last name that has one, which `.name` goes on from.
    var prefix: [UInt8]?
    while offset < text.byteCount {
      let byte = text.byte(at: offset)
      if byte == .space || byte == .tab {
        offset &+= 1
      } else if byte.endsStatement {
        break
      } else if byte == .backslash, text.continuationLength(at: offset) > 0 {
        guard continueArguments(text, command) else { break }
      } else {
        parseArgument(text, command, &prefix)
        end = offset
        if problems.count > known { break }
      }
    }
    return end
  }

  /// Moves past a continuation; false when what follows can only be another command.
  private mutating func continueArguments(_ text: RawSpan, _ command: Command) -> Bool {
    let backslash = offset
    offset += text.continuationLength(at: offset)
    if offset >= text.byteCount {
      report(.nothingAfterBackslash, backslash..<backslash + 1)
      return false
    }
    guard command.verb <= CommandWords.set, !text.byte(at: offset - 1).isBlank,
      let verb = plainVerb(text)
    else { return true }
    report(
      .commandAfterBackslash(verb: verb == CommandWords.add ? "add" : "set"),
      backslash..<backslash + 1)
    offset = backslash + 1
    return false
  }

  /// Reads `name=value`, `!name`, or a word.
  @inline(__always)
  private mutating func parseArgument(
    _ text: RawSpan, _ command: Command, _ prefix: inout [UInt8]?
  ) {
    let start = offset
    let nameEnd = text.endOfPlainText(from: start, equals: true)
    guard nameEnd > start, text.peek(nameEnd) == .equals, text.byte(at: start) != .dollar else {
      return parseWord(text, start, nameEnd, command)
    }
    var name = names.intern(text, start..<nameEnd)
    let traits = names.traits(of: name)
    if !traits.isProperty { return parseWord(text, start, nameEnd, command) }
    if text.byte(at: start) == .dot {
      guard let prefix else { return report(.nothingToGoOnFrom, start..<nameEnd) }
      name = names.intern(prefix + text.bytes(in: start..<nameEnd))
    } else if let dot = traits.lastDot {
      prefix = Array(names.spelling(of: name).prefix(dot))
    }
    offset = nameEnd &+ 1
    while text.peek(offset) == .backslash, text.continuationLength(at: offset) > 0 {
      offset += text.continuationLength(at: offset)
    }
    if offset > nameEnd &+ 1, isAtStatementEnd(text) {
      return report(.nothingAfterBackslash, nameEnd + 1..<nameEnd + 2)
    }
    let valueStart = offset
    let form = parseValue(text)
    arguments.append(
      ArgumentRecord(
        name: name, kind: .pair, form: form, start: start, valueStart: valueStart, end: offset))
  }
}
