/// How a file is laid out: what RouterOS lets vary, and what tools on the way changed.
struct Layout {
  /// Where menus are named.
  var style = ExportStyle.section
  /// Where lines are broken.
  var width = LineWidth.standard
  /// A line feed, perhaps behind a carriage return.
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
    style = Self.style(of: script)
    usesShorthand = Self.usesShorthand(script)
  }

  /// Where most statements of a script have their menu.
  ///
  /// In a terse export, too, a statement with comments stands below a menu line and them, so that it
  /// tells nothing; but only there the same menu line may follow at once.
  private static func style(of script: Script) -> ExportStyle {
    var lines = LineWalk(script)
    var (terse, sectional) = (0, 0)
    var hasRepeatedSections = false
    var menu: NameTable.ID?
    func isBelowComment(before offset: UInt32) -> Bool {
      var state = (section: false, comment: false)
      while let line = lines.next(before: offset) {
        switch line {
        case .comment: state.comment = state.section
        case .section(let index):
          state = (true, false)
          let next = script.sectionRecords[index].menu
          hasRepeatedSections = hasRepeatedSections || next == menu
          menu = next
        }
      }
      return state.comment
    }
    for record in script.statementRecords {
      let tellsNothing = isBelowComment(before: record.start)
      if script.text[Int(record.start)] == .slash {
        terse += 1
      } else if !tellsNothing {
        sectional += 1
      }
    }
    _ = isBelowComment(before: .max)
    if terse == 0, sectional == 0 { return hasRepeatedSections ? .terse : .section }
    return terse > sectional ? .terse : .section
  }

  /// The line end that most lines have.
  private static func lineEnd(of text: [UInt8]) -> [UInt8] {
    var feeds = 0
    var pairs = 0
    var previous: UInt8 = 0
    for byte in text {
      if byte == .lineFeed {
        feeds += 1
        if previous == .carriageReturn { pairs += 1 }
      }
      previous = byte
    }
    return pairs * 2 > feeds ? [.carriageReturn, .lineFeed] : [.lineFeed]
  }

  /// RouterOS 7 writes `.as` behind `remote.address`, RouterOS 6 each name in full; when no header
  /// names a release, the file shows it.
  private static func usesShorthand(_ script: Script) -> Bool {
    if let version = script.header.version { return version.major >= 7 }
    for statement in script.statements {
      var previous: Substring = ""
      for argument in statement.arguments where argument.kind == .pair {
        if script.text[Int(argument.record.start)] == .dot { return true }
        let name = script.names[Int(argument.record.name)]
        let prefix = name.lastIndex(of: ".").map { name[..<$0] } ?? ""
        if !prefix.isEmpty, prefix == previous { return false }
        if !prefix.isEmpty { previous = prefix }
      }
    }
    return true
  }
}
