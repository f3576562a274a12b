public import Diagnostics
public import SourceText

/// An export as RouterOS would have printed it.
public struct FormattedScript: Sendable {
  /// A part of the file, and what became of it; parts follow each other in both.
  public struct Part: Sendable {
    /// The bytes of the file, from the end of the part before.
    public let original: Span
    /// Where in ``FormattedScript/bytes`` they are now.
    public let formatted: Range<Int>
  }

  /// The whole file anew.
  public let bytes: [UInt8]
  /// The parts of the file, mostly one statement, comment or menu line each, that make up all of it.
  public let parts: [Part]
  /// The width and the style it was written in.
  public let options: FormatOptions
}

/// Writes an export as RouterOS itself prints it.
///
/// What is decided anew: line breaks, the order of properties, quotes and escapes, the spelling of
/// menus, blanks and blank lines (RouterOS prints none), and one menu line where several say the
/// same. What is kept: the order of statements, comments, repeated properties, and the spelling of
/// numbers, durations and lists, because that is meaning and not layout. Comments stay before what
/// they stand before.
///
/// Throws, at the place, when something in the script cannot be read, or can stand in no export.
/// Linear in the size of the script, but for the sorting of the properties of each statement.
public func format(_ script: Script, _ options: FormatOptions = FormatOptions()) throws(SourceError)
  -> FormattedScript
{
  if let refusal = refusal(of: script) { throw refusal }
  var layout = Layout(of: script)
  let ownStyle = layout.style
  layout.style = options.style ?? ownStyle
  layout.width =
    options.width
    ?? (layout.style == ownStyle ? detectWidth(of: script, layout) : layout.style.standardWidth)
  var walk = FormatWalk(script, layout)
  walk.run()
  return FormattedScript(
    bytes: walk.writer.bytes, parts: walk.parts,
    options: FormatOptions(width: layout.width, style: layout.style))
}

extension ExportStyle {
  /// The width that RouterOS uses when it writes such an export to a file.
  var standardWidth: LineWidth {
    switch self {
    case .section: .standard
    case .terse: .unlimited
    }
  }
}
