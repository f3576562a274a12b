public import SourceText

/// A comment of a script, with what RouterOS means by it.
public struct Comment: Sendable {
  /// What a comment tells.
  public enum Kind: Sendable, Equatable {
    /// The router could not print this menu, so that the export is partial: `#error exporting /…`.
    case failedExport(menu: String)
    /// It stands before the first menu line or statement, as the header does.
    case header
    /// It stands before a statement, whose entry it tells the state of when the export was made, such
    /// as `# managed by CAPsMAN`; no configuration. The number counts ``Script/statements``.
    case state(ofStatement: Int)
    /// Any other.
    case note
  }

  /// From `#` to the end of the line; a comment that was wrapped goes on over the next line.
  public let span: Span
  /// The comment, without the line break.
  public let text: String
  /// What it tells.
  public let kind: Kind
}

extension Script {
  /// The comment at `index` of the script, which counts from zero.
  func comment(_ index: Int) -> Comment {
    let range = commentRanges[index]
    let text = decodeText(text[Int(range.lowerBound)..<Int(range.upperBound)])
    return Comment(
      span: place(range.lowerBound, range.upperBound), text: text, kind: kind(of: text, range))
  }

  private func kind(of text: String, _ range: Range<UInt32>) -> Comment.Kind {
    if let menu = failedExport(text) { return .failedExport(menu: menu) }
    let statement = statementRecords.partitioningIndex { $0.start >= range.upperBound }
    let section = sectionRecords.partitioningIndex { $0.start >= range.upperBound }
    if statement == 0, section == 0 { return .header }
    guard statement < statementRecords.count else { return .note }
    let isSectionNext =
      section < sectionRecords.count
      && sectionRecords[section].start < statementRecords[statement].start
    return isSectionNext ? .note : .state(ofStatement: statement)
  }

  /// The menu of a comment such as `#error exporting "/interface/wifi" (timeout)`.
  private func failedExport(_ comment: String) -> String? {
    let text = comment.drop { $0 == "#" || $0 == " " }
    guard text.hasPrefix("error exporting") else { return nil }
    let path = text.dropFirst("error exporting".count).drop { $0 == " " || $0 == "\"" }
      .prefix { $0 != "\"" && $0 != "(" }
    return "/" + path.split { $0 == " " || $0 == "/" }.joined(separator: "/")
  }
}
