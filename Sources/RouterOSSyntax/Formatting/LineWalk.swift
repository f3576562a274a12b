/// Goes through the lines between the statements of a script: comments, and lines that name a menu.
struct LineWalk {
  /// A line that is no statement, by its place among its like.
  enum Line {
    case comment(Int)
    case section(Int)
  }

  private let script: Script
  private var comment = 0
  private var section = 0

  init(_ script: Script) { self.script = script }

  /// The next line that begins before `offset`; nil when there is none.
  mutating func next(before offset: UInt32) -> Line? {
    let comments = script.commentRanges
    let sections = script.sectionRecords
    let commentStart = comment < comments.count ? comments[comment].lowerBound : .max
    let sectionStart = section < sections.count ? sections[section].start : .max
    guard min(commentStart, sectionStart) < offset else { return nil }
    if commentStart < sectionStart {
      comment += 1
      return .comment(comment - 1)
    }
    section += 1
    return .section(section - 1)
  }
}
