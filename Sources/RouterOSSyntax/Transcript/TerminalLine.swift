/// One line of a transcript as a terminal shows it: without the sequences that colour it.
///
/// Small, because a file may have millions of lines that are output.
struct TerminalLine {
  private let range: Range<UInt32>
  /// The parts of the file the line is made of, when sequences stand between them.
  private let partsBetweenSequences: [Range<Int>]
  /// The prompt, if there is one.
  private var prompts: [Prompt]
  private let columns: UInt32
  /// Whether only a carriage return ends it, so that the terminal may have drawn over it.
  let mayBeRedrawn: Bool
  private let hasSequences: Bool

  /// The line at `range` of `file`, which holds no line feed.
  init(_ file: [UInt8], _ range: Range<Int>, mayBeRedrawn: Bool) {
    self.mayBeRedrawn = mayBeRedrawn
    self.range = UInt32(range.lowerBound)..<UInt32(range.upperBound)
    hasSequences = file[range].contains(.escape)
    partsBetweenSequences = hasSequences ? Self.withoutSequences(file, range) : []
    let bytes = hasSequences ? ArraySlice(partsBetweenSequences.flatMap { file[$0] }) : file[range]
    prompts = Prompt(bytes).map { [$0.moved(by: -bytes.startIndex)] } ?? []
    columns = UInt32(bytes.count { !$0.continuesCodePoint })
  }

  /// The parts of the file the line is made of.
  var pieces: [Range<Int>] {
    hasSequences ? partsBetweenSequences : [Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The prompt it begins with.
  var prompt: Prompt? { prompts.first }

  /// The same line with a prompt whose identity holds so many of the brackets that may end one; nil when
  /// there is none.
  func passing(_ brackets: Int, _ file: [UInt8]) -> TerminalLine? {
    let bytes = bytes(file)
    guard let prompt = Prompt(bytes, passing: brackets) else { return nil }
    var line = self
    line.prompts = [prompt.moved(by: -bytes.startIndex)]
    return line
  }

  /// The columns it takes: code points, which is close enough for the text of commands.
  var width: Int { Int(columns) }

  /// Where the line begins.
  var start: Int { partsBetweenSequences.first?.lowerBound ?? Int(range.lowerBound) }

  /// The bytes shown.
  func bytes(_ file: [UInt8]) -> ArraySlice<UInt8> {
    if !hasSequences { return file[Int(range.lowerBound)..<Int(range.upperBound)] }
    return ArraySlice(partsBetweenSequences.flatMap { file[$0] })
  }

  /// The parts of the file without the first `count` bytes shown.
  func pieces(dropping count: Int) -> [Range<Int>] {
    var rest = count
    return pieces.compactMap { piece in
      let dropped = min(rest, piece.count)
      rest -= dropped
      return dropped == piece.count ? nil : piece.lowerBound + dropped..<piece.upperBound
    }
  }

  /// The place in the file of the byte shown at `offset`.
  func place(of offset: Int) -> Int { pieces(dropping: offset).first?.lowerBound ?? start }

  /// The parts between sequences that colour, erase or move down: what moves elsewhere in the line
  /// stays, because then nobody can tell what the line became.
  private static func withoutSequences(_ file: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      guard file[offset] == .escape, let end = endOfSequence(file, offset, range.upperBound) else {
        offset += 1
        continue
      }
      if start < offset { pieces.append(start..<offset) }
      offset = end
      start = end
    }
    if start < offset { pieces.append(start..<offset) }
    return pieces
  }

  /// Behind the control sequence at `start` (ECMA-48, 5.4); nil when it is none or moves the cursor.
  private static func endOfSequence(_ file: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    guard start + 1 < limit, file[start + 1] == .leftBracket else { return nil }
    var offset = start + 2
    while offset < limit, offset < start + 32, file[offset].isSequenceParameter { offset += 1 }
    guard offset < limit else { return nil }
    return "mKJBhln".utf8.contains(file[offset]) ? offset + 1 : nil
  }
}

/// The lines of a transcript. A line that was drawn again counts once, as it was drawn last.
///
/// Linear in the size of the file.
func terminalLines(_ file: [UInt8]) -> [TerminalLine] {
  var lines: [TerminalLine] = []
  var offset = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  while offset < file.count {
    let end = file[offset...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? file.count
    var next = end
    while next < file.count, file[next] == .carriageReturn { next += 1 }
    let hasLineFeed = next < file.count && file[next] == .lineFeed
    if hasLineFeed { next += 1 }
    let line = TerminalLine(file, offset..<end, mayBeRedrawn: !hasLineFeed && next < file.count)
    if line.prompt != nil, let last = lines.last, last.mayBeRedrawn, last.prompt != nil {
      lines.removeLast()
    }
    lines.append(line)
    offset = next
  }
  return withCommonIdentity(lines, file)
}

/// The lines with the longest prompt that all who have one begin with: an identity may hold what ends a
/// prompt. One prompt alone tells nothing.
private func withCommonIdentity(_ lines: [TerminalLine], _ file: [UInt8]) -> [TerminalLine] {
  let prompted = lines.indices.filter { lines[$0].prompt != nil }
  guard prompted.count > 1 else { return lines }
  var lines = lines
  for brackets in 1...mostBracketsInIdentity {
    guard let first = lines[prompted[0]].passing(brackets, file), let prompt = first.prompt else {
      break
    }
    let identity = first.bytes(file).prefix(prompt.bracket + 1)
    let longer = prompted.compactMap { index -> TerminalLine? in
      guard lines[index].bytes(file).starts(with: identity) else { return nil }
      return lines[index].passing(brackets, file)
    }
    guard longer.count == prompted.count else { break }
    for (index, line) in zip(prompted, longer) { lines[index] = line }
  }
  return lines
}

/// Nobody gives a router a name with more of what ends a prompt.
private let mostBracketsInIdentity = 4
