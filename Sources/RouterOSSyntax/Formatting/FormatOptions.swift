/// How wide RouterOS lets a line become before it breaks it.
public enum LineWidth: Hashable, Sendable {
  /// At most this many bytes; a line that is broken ends in `\`, which counts.
  case columns(Int)
  /// As wide as need be: only a line feed in a value breaks a line.
  case unlimited

  /// What `/export file=` uses.
  public static let standard = LineWidth.columns(79)

  /// The widths that can be asked for.
  public static let allowed = 40...65_535

  /// The number of columns; for an unlimited width more than any line has.
  var limit: Int {
    switch self {
    case .columns(let columns): columns
    case .unlimited: .max / 4
    }
  }
}

/// Where an export names the menu of a statement.
public enum ExportStyle: String, CaseIterable, Sendable {
  /// On a line of its own above the statements, as `/export` prints it.
  case section
  /// On the line of each statement, as `/export terse` prints it.
  case terse
}

/// What a person asks of the layout of an export; what is nil is taken from the file.
public struct FormatOptions: Sendable {
  /// The width of lines. Left nil beside a ``style`` that is not the file's, it is what RouterOS uses
  /// for that style.
  public var width: LineWidth?
  /// Where menus are named.
  public var style: ExportStyle?

  /// Options that leave everything to the file but what is given.
  public init(width: LineWidth? = nil, style: ExportStyle? = nil) {
    self.width = width
    self.style = style
  }
}
