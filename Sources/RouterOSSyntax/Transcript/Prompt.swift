/// The prompt of a RouterOS terminal, such as `[admin@MikroTik] /ip/address> `.
///
/// Forms as in MikroTik's manual, "Command Line Interface": the path in words or with slashes, `<SAFE>`
/// before or behind it in safe mode, where `>` may be missing, and `>>` in hotlock mode.
struct Prompt {
  /// The bytes of the prompt, with the blanks before it and the one behind it.
  let length: Int
  /// The menu it names, in the bytes of its line; empty at the root.
  let path: Range<Int>
  /// The place of the mark that ends it.
  let mark: Int

  /// The place of the bracket behind the identity, from the beginning of the line.
  let bracket: Int

  /// No prompt is longer, whatever the identity: identities have at most 64 characters.
  static let longest = 512

  /// Reads the prompt that `shown` begins with, perhaps behind blanks; nil when it begins with none. Of the
  /// brackets that may end it, so many are passed over as being of the identity.
  init?(_ shown: ArraySlice<UInt8>, passing brackets: Int = 0) {
    var passed = 0
    let line = shown.drop { $0.isBlank }.prefix(Self.longest * 2)
    guard line.first == .leftBracket, let at = Self.endOfUser(line) else { return nil }
    for place in (at + 1..<line.endIndex).prefix(Self.longest)
    where line[place] == .rightBracket && place > at + 1 {
      guard let tail = Self.tail(line, from: place + 1) else { continue }
      passed += 1
      if passed <= brackets { continue }
      bracket = place - shown.startIndex
      mark = tail.mark
      path = tail.path
      let hasBlank = tail.end < line.endIndex && line[tail.end] == .space
      length = tail.end + (hasBlank ? 1 : 0) - shown.startIndex
      return
    }
    return nil
  }

  private init(length: Int, path: Range<Int>, mark: Int, bracket: Int) {
    self.length = length
    self.bracket = bracket
    self.path = path
    self.mark = mark
  }

  /// The same prompt in a line that begins `distance` bytes further on.
  func moved(by distance: Int) -> Prompt {
    let path = path.lowerBound + distance..<path.upperBound + distance
    return Prompt(length: length, path: path, mark: mark + distance, bracket: bracket)
  }

  /// The place of the `@` behind the name of the user, which may carry `+` and console parameters.
  private static func endOfUser(_ line: ArraySlice<UInt8>) -> Int? {
    let name = line.dropFirst().prefix(128)
    guard let at = name.firstIndex(of: UInt8(ascii: "@")), at > line.startIndex + 1 else {
      return nil
    }
    let forbidden = Array("[]{}()\"$;=:/".utf8)
    let isName = name[..<at].allSatisfy { $0 > .space && !forbidden.contains($0) }
    return isName ? at : nil
  }

  /// What stands behind the bracket: a path and a mark, or `<SAFE>`.
  private static func tail(_ line: ArraySlice<UInt8>, from start: Int)
    -> (path: Range<Int>, mark: Int, end: Int)?
  {
    let blank = skipBlanks(line, start)
    var path = endOfPath(line, from: blank)
    let safe = endOfSafeMark(line, path.upperBound)
    if let safe {
      let other = endOfPath(line, from: skipBlanks(line, safe))
      let hasMark = endOfMark(line, other.upperBound) != nil
      if path.isEmpty, hasMark { path = other }
      let mark = hasMark ? other.upperBound : skipBlanks(line, safe)
      return (path, safe - 1, endOfMark(line, mark) ?? safe)
    }
    guard let end = endOfMark(line, path.upperBound) else { return nil }
    return (path, path.upperBound, end)
  }

  private static func skipBlanks(_ line: ArraySlice<UInt8>, _ start: Int) -> Int {
    line[start...].firstIndex { $0 != .space } ?? line.endIndex
  }

  /// The words of a menu from `start` on, without the blanks behind them.
  private static func endOfPath(_ line: ArraySlice<UInt8>, from start: Int) -> Range<Int> {
    let words = line[start...].prefix(longest).prefix {
      $0.isCommandByte || $0 == .slash || $0 == .space
    }
    let end = words.lastIndex { $0 != .space }.map { $0 + 1 } ?? start
    return start..<end
  }

  /// Behind `<SAFE>`, before which blanks may stand; nil without it.
  private static func endOfSafeMark(_ line: ArraySlice<UInt8>, _ place: Int) -> Int? {
    let start = skipBlanks(line, place)
    let mark = Array("<SAFE>".utf8)
    return line[start...].starts(with: mark) ? start + mark.count : nil
  }

  /// Behind `>` or `>>`; nil without them.
  private static func endOfMark(_ line: ArraySlice<UInt8>, _ place: Int) -> Int? {
    guard place < line.endIndex, line[place] == .greaterThan else { return nil }
    let next = place + 1
    return next < line.endIndex && line[next] == .greaterThan ? next + 1 : next
  }
}

/// The length of a prompt such as `\... ` or `{(... ` that asks for the rest of a command: it lists what
/// is open, and the backslash that ended the line before; nil when `line` begins with none.
///
/// MikroTik's manual, "Command Line Interface", on commands of several lines.
func lengthOfContinuationPrompt(_ line: ArraySlice<UInt8>) -> Int? {
  let openers = line.prefix(64).prefix {
    $0 == .backslash || $0 == .quote || $0 == .leftBrace || $0 == .leftBracket
      || $0 == .leftParenthesis
  }
  let rest = line.dropFirst(openers.count)
  guard !openers.isEmpty, rest.starts(with: [.dot, .dot, .dot]) else { return nil }
  return openers.count + (rest.dropFirst(3).first == .space ? 4 : 3)
}
