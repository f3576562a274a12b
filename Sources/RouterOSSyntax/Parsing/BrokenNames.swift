/// Names and words that a continuation breaks: it is taken out of them as it is out of values.
extension Parser {
  /// Reads the argument at the place if its name is broken for the first time at `brokenAt`; false when it is
  /// no argument with a name. It may have a problem, too.
  mutating func parseBrokenName(
    _ text: RawSpan, _ brokenAt: Int, _ command: Command, _ context: inout NameContext
  ) -> Bool {
    let start = offset
    guard let end = endOfBrokenName(text, brokenAt) else { return false }
    let isPair = text.peek(end) == .equals
    let isUnset = !isPair && text.byte(at: start) == .exclamationMark
    guard isPair || isUnset else { return false }
    let written = text.bytes(in: start + (isUnset ? 1 : 0)..<end)
    let short = names.intern(withoutContinuations(written[...]))
    guard names.traits(of: short).isProperty else { return false }
    offset = brokenAt
    while offset < end {
      if skipContinuation(text) {
        if !canContinue(text, command, .withinWord) { return true }
      } else {
        offset += 1
      }
    }
    guard let name = fullName(start..<end, short, &context) else { return true }
    context.previous = name
    if isPair {
      parsePair(text, start, name, end + 1, command)
    } else {
      arguments.append(
        ArgumentRecord(name: name, kind: .unset, form: .plain, start: start, end: end))
    }
    return true
  }

  /// Where a name ends that is broken at `brokenAt`: before a `=` or what ends a word. Nil when no name of a
  /// property can be as long.
  private func endOfBrokenName(_ text: RawSpan, _ brokenAt: Int) -> Int? {
    var end = brokenAt
    var length = 0
    while length <= NameTable.Traits.longestProperty {
      let continuation = text.continuationLength(at: end)
      let next = end + continuation
      end = text.endOfPlainText(from: next, equals: true)
      length += end - next
      if text.continuationLength(at: end) == 0 { break }
      length += 1
    }
    let isEnd = text.peek(end).map { $0 == .equals || $0.endsWord } ?? true
    return isEnd && length <= NameTable.Traits.longestProperty ? end : nil
  }
}
