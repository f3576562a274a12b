/// The lines that a command was typed on.
extension TranscriptReader {
  /// Names the menu of the prompt, unless the command does so itself.
  mutating func enterMenu(_ command: [UInt8], _ line: TerminalLine, _ prompt: Prompt) {
    guard let first = command.first, first != .slash, first != .hash else { return }
    let path = line.pieces(dropping: prompt.path.lowerBound).prefixed(prompt.path.count)
    let place = path.first?.lowerBound ?? line.place(of: prompt.mark)
    let isAbsolute = !path.isEmpty && file[place] == .slash
    if !isAbsolute { text.append([.slash], standingFor: place..<place) }
    text.append(path, file)
    text.append([.lineFeed], standingFor: place..<place)
  }

  /// Takes the command behind a prompt and the lines that go on from it; where it ends in the file.
  mutating func takeCommand(_ line: TerminalLine, _ promptLength: Int) -> Int {
    text.append(line.pieces(dropping: promptLength), file)
    index += 1
    var patience = Self.mostBrokenLines
    takeBrokenLines(&patience)
    while index < lines.count, lines[index].prompt == nil,
      !isInterrupted(lines[index - 1].bytes(file))
    {
      let next = lines[index]
      let continuation = lengthOfContinuationPrompt(next.bytes(file))
      guard continuation != nil || (text.endsInBackslash && next.width > 0) else { break }
      text.append([.lineFeed], standingFor: next.start..<next.start)
      text.append(next.pieces(dropping: continuation ?? 0), file)
      index += 1
      takeBrokenLines(&patience)
    }
    let last = lines[index - 1]
    return last.pieces.last?.upperBound ?? last.start
  }

  /// In how many lines of one command the terminal may have broken them, because each costs a look at the
  /// whole command.
  private static let mostBrokenLines = 16

  /// Takes the lines into which the terminal broke the one before the place.
  private mutating func takeBrokenLines(_ patience: inout Int) {
    guard patience > 0, width.isFull(lines[index - 1]),
      !isInterrupted(lines[index - 1].bytes(file)),
      !text.endsInBackslash
    else { return }
    let count = width.lengthOfRest(of: text.openPart, lines, behind: index - 1, file)
    if count > 0 { patience -= 1 }
    for _ in 0..<count {
      text.append(lines[index].pieces, file)
      index += 1
    }
  }
}

extension [Range<Int>] {
  /// The parts that hold the first `count` bytes.
  fileprivate func prefixed(_ count: Int) -> [Range<Int>] {
    var rest = count
    return compactMap { piece in
      let taken = Swift.min(rest, piece.count)
      rest -= taken
      return taken == 0 ? nil : piece.lowerBound..<piece.lowerBound + taken
    }
  }
}
