/// The commands of a transcript as a text that can be parsed, and where its bytes come from.
struct TranscriptText {
  /// A command with all its lines, or what `export` printed.
  struct Part {
    /// Where the part ends in the text; it begins where the one before ends.
    var end: Int
    /// The `export` that printed it; nil for a command.
    let export: PrintedExport?
    /// Whether that command was typed, so that a router printed this for certain.
    var isPrinted: Bool { export?.isTyped ?? false }
    /// What the router answered to a command.
    var answer = RouterAnswer.silence
    /// Whether its last line is as wide as the terminal, so that its rest may stand in the output.
    var mayBeCut = false
    /// The words of the menu that the next prompt names; nil without a next prompt.
    var nextMenu: [String]?
    /// The word of a command that only shows something and that the parser cannot tell from a menu.
    var tool: [UInt8]?
    /// The command in the file, without its prompt.
    let place: Range<Int>
  }

  private(set) var bytes: [UInt8] = []
  private(set) var origins = TextOrigins()
  private(set) var parts: [Part] = []

  /// Adds bytes as they stand in the file.
  mutating func append(_ pieces: [Range<Int>], _ file: [UInt8]) {
    for piece in pieces {
      bytes += file[piece]
      origins.append(piece.count, from: piece)
    }
  }

  /// Adds bytes that stand for a place in the file.
  mutating func append(_ text: [UInt8], standingFor place: Range<Int>) {
    bytes += text
    origins.append(text.count, from: place)
  }

  /// Whether the last line ends in a backslash that no other escapes.
  var endsInBackslash: Bool { endsInEscape(bytes[...]) }

  /// The bytes of the part that has not ended yet.
  var openPart: ArraySlice<UInt8> { bytes[(parts.last?.end ?? 0)...] }

  /// Ends a part.
  mutating func endPart(_ place: Range<Int>, export: PrintedExport? = nil) {
    append([.lineFeed], standingFor: place.upperBound..<place.upperBound)
    parts.append(Part(end: bytes.count, export: export, place: place))
  }

  /// Takes the last part out again.
  mutating func removeLastPart() {
    parts.removeLast()
    let end = parts.last?.end ?? 0
    bytes.removeSubrange(end...)
    origins.truncate(to: end)
  }

  /// Says what the router, or its `tool`, answered to the last command, and where it stood afterwards.
  mutating func answer(
    _ answer: RouterAnswer, by tool: [UInt8]?, mayBeCut: Bool, nextMenu: [String]?
  ) {
    guard let last = parts.indices.last else { return }
    parts[last].tool = tool
    parts[last].mayBeCut = mayBeCut
    parts[last].answer = answer
    parts[last].nextMenu = nextMenu
  }
}
