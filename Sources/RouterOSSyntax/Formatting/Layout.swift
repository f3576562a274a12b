/// How a file is laid out: what RouterOS lets vary, and what tools on the way changed.
struct Layout {
  /// Where menus are named.
  var style = ExportStyle.section
  /// Where lines are broken.
  var width = LineWidth.standard
  /// A line feed, a carriage return, or the latter before the former.
  var lineEnd: [UInt8] = [.lineFeed]
  /// Whether the last line ends in a line break; RouterOS writes one, and some tools take it off.
  var endsInLineBreak = true
  /// Whether the file begins with a byte order mark, which some editors put there.
  var hasByteOrderMark = false
  /// Whether a name goes on from the dotted one before it, `.as` for `remote.as`.
  var usesShorthand = true
}

extension Layout {
  /// The layout of a script; what is not settled by it is as RouterOS does by default.
  init(of script: Script) {
    let text = script.text
    hasByteOrderMark = text.starts(with: [0xEF, 0xBB, 0xBF])
    endsInLineBreak =
      text.isEmpty || text.last.map { $0 == .lineFeed || $0 == .carriageReturn } ?? true
    lineEnd = Self.lineEnd(of: text)
    style = detectStyle(of: script)
    usesShorthand = Self.usesShorthand(script)
  }

  /// The line end that most lines have; of as many, the one that RouterOS writes by itself.
  private static func lineEnd(of text: [UInt8]) -> [UInt8] {
    var feeds = 0
    var returns = 0
    var pairs = 0
    var previous: UInt8 = 0
    for byte in text where byte <= .carriageReturn || previous == .carriageReturn {
      if byte == .lineFeed {
        if previous == .carriageReturn { pairs += 1 } else { feeds += 1 }
      } else if byte == .carriageReturn {
        returns += 1
      }
      previous = byte
    }
    returns -= pairs
    if returns > max(pairs, feeds) { return [.carriageReturn] }
    return pairs > feeds ? [.carriageReturn, .lineFeed] : [.lineFeed]
  }

  /// RouterOS 7 writes `.as` behind `remote.address`, RouterOS 6 each name in full; when no header
  /// names a release, the file shows it.
  private static func usesShorthand(_ script: Script) -> Bool {
    if let version = script.header.version { return version.major >= 7 }
    for statement in script.statements {
      var previous: Substring = ""
      for argument in statement.arguments where argument.kind == .pair {
        let name = script.names[Int(argument.record.name)]
        if !script.text[Int(argument.record.start)...].starts(with: name.utf8) { return true }
        let prefix = name.lastIndex(of: ".").map { name[..<$0] } ?? ""
        if !prefix.isEmpty, prefix == previous { return false }
        if !prefix.isEmpty { previous = prefix }
      }
    }
    return true
  }
}
