/// The command of a terse export, which most lines share with the line before.
extension Parser {
  /// The command of the last statement with an absolute path, if the same bytes stand here: most lines
  /// of a terse export repeat those of the line before.
  mutating func sameCommand(_ text: RawSpan) -> Command? {
    guard let (last, place) = lastCommand, text.peek(offset + place.count) == .space,
      text.hasSameBytes(at: offset, as: place)
    else { return nil }
    let verbStart = offset + last.verbStart - place.lowerBound
    offset += place.count
    return Command(menu: last.menu, verb: last.verb, verbStart: verbStart)
  }
}

extension RawSpan {
  /// Whether the bytes from `offset` on are those of `range`; the text must hold as many.
  fileprivate func hasSameBytes(at offset: Int, as range: Range<Int>) -> Bool {
    var index = 0
    while index &+ 8 <= range.count {
      if eightBytes(at: offset &+ index) != eightBytes(at: range.lowerBound &+ index) {
        return false
      }
      index &+= 8
    }
    while index < range.count {
      if byte(at: offset &+ index) != byte(at: range.lowerBound &+ index) { return false }
      index &+= 1
    }
    return true
  }
}
