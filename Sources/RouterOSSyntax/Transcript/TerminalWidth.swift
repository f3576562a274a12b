/// The width of the terminal a transcript was taken from, as far as its lines tell.
///
/// A terminal breaks a long line exactly at its width and nowhere else, so that no line with a prompt is
/// wider. The width is that of the widest of them if another line is as wide, or if it is 80, which is
/// what terminals are when nobody says otherwise; else it is not known, and no lines are joined.
struct TerminalWidth {
  /// Columns; nil when the lines do not tell.
  let columns: Int?

  /// Narrower terminals are not believed in.
  private static let least = 40
  /// What a terminal is when nobody says otherwise.
  private static let usual = 80

  init(_ lines: [TerminalLine], _ file: [UInt8]) {
    var widest = 0
    for line in lines where line.prompt != nil { widest = max(widest, line.width) }
    let isShared = lines.count { $0.width == widest } > 1
    columns = widest == Self.usual || (isShared && widest >= Self.least) ? widest : nil
  }

  /// Whether the terminal broke this line, so that the next one is the rest of it.
  func breaks(_ line: TerminalLine) -> Bool { line.width == columns }
}
