/// The width of the terminal a transcript was taken from, as far as its lines tell.
///
/// A terminal breaks a long line exactly at its width and nowhere else, so that no line with a prompt is
/// wider. The width is that of the widest of them if it is 80, which is what terminals are when nobody
/// says otherwise, or if the rest of three commands stands behind lines as wide, or that of one within a
/// string, where the terminal would have asked for it; else it is not known, and no lines are joined. That two lines are equally wide is no evidence: commands resemble each other.
struct TerminalWidth {
  /// Columns; nil when the lines do not tell.
  let columns: Int?

  /// Narrower terminals are not believed in.
  private static let least = 40
  /// What a terminal is when nobody says otherwise.
  private static let usual = 80
  /// How many commands must go on behind a line as wide.
  private static let enough = 3

  /// Linear in the size of the file.
  init(_ lines: [TerminalLine], _ file: [UInt8]) {
    let widest = lines.lazy.filter { $0.prompt != nil }.map(\.width).max() ?? 0
    guard widest != Self.usual else {
      columns = widest
      return
    }
    guard widest >= Self.least else {
      columns = nil
      return
    }
    let guess = TerminalWidth(columns: widest)
    var proofs = 0
    for index in lines.indices where proofs < Self.enough {
      proofs += guess.proof(lines, at: index, file)
    }
    columns = proofs >= Self.enough ? widest : nil
  }

  /// How much the line at `index` tells for this width.
  private func proof(_ lines: [TerminalLine], at index: Int, _ file: [UInt8]) -> Int {
    guard isFull(lines[index]), let prompt = lines[index].prompt else { return 0 }
    let command = lines[index].bytes(file).dropFirst(prompt.length)
    guard lengthOfRest(of: command, lines, behind: index, file) > 0 else { return 0 }
    return TypedCommand(Array(command)).isOpen ? Self.enough : 1
  }

  private init(columns: Int) { self.columns = columns }

  /// Whether a line is as wide as the terminal, so that the next one may be the rest of it.
  func isFull(_ line: TerminalLine) -> Bool { line.width == columns }

  /// How many lines behind the one at `index` are the rest of `command`, which ends with that line: all
  /// up to the first that is not full or has a prompt of its own, if they make a well-formed command of
  /// it; else 0.
  func lengthOfRest(
    of command: ArraySlice<UInt8>, _ lines: [TerminalLine], behind index: Int, _ file: [UInt8]
  ) -> Int {
    var rest: [UInt8] = []
    var next = index + 1
    while next < lines.count, lines[next].prompt == nil, isFull(lines[next - 1]) {
      let bytes = lines[next].bytes(file)
      if lengthOfContinuationPrompt(bytes) != nil { break }
      guard RouterAnswer(bytes) == .output else { return 0 }
      rest += bytes
      next += 1
    }
    // Most lines have no rest, and then the command need not be looked at, however long it is.
    guard next > index + 1, !TypedCommand(Array(command)).onlyShows else { return 0 }
    let whole = Array(command) + rest
    return TypedCommand(whole).isWellFormedChange ? next - index - 1 : 0
  }
}
