/// Where most statements of a script have their menu.
///
/// In a terse export, too, a statement with comments stands below a menu line and them, so that such
/// a statement tells nothing; but only there the same menu line may follow at once.
func detectStyle(of script: Script) -> ExportStyle {
  var tally = StyleTally(script)
  for record in script.statementRecords { tally.count(record) }
  return tally.style
}

/// How many statements speak for each style.
private struct StyleTally {
  private let script: Script
  private var lines: LineWalk
  /// The menu that the last menu line names.
  private var menu: NameTable.ID?
  private var terse = 0
  private var sectional = 0
  private var repeated = 0

  init(_ script: Script) {
    self.script = script
    lines = LineWalk(script)
  }

  var style: ExportStyle {
    if terse == 0, sectional == 0 { return repeated > 0 ? .terse : .section }
    return terse > sectional ? .terse : .section
  }

  /// Counts a statement, by the lines before it.
  mutating func count(_ record: StatementRecord) {
    let before = menu
    var isBelowSection = false
    var isBelowComment = false
    while let line = lines.next(before: record.start) {
      switch line {
      case .comment: isBelowComment = isBelowSection
      case .section(let index):
        isBelowSection = true
        isBelowComment = false
        menu = script.sectionRecords[index].menu
      }
    }
    if script.text[Int(record.start)] == .slash {
      terse += 1
    } else if !isBelowComment {
      sectional += 1
    } else if menu == before {
      repeated += 1
    }
  }
}
