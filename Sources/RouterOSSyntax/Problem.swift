public import SourceText

/// Something in a script that cannot be read as RouterOS would read it.
public struct Problem: Sendable {
  /// What is wrong; worded in one place, by ``message``.
  public enum Kind: Hashable, Sendable {
    /// A bracket, brace or parenthesis that nothing closes.
    case unclosedBracket(opener: String)
    /// A quote that nothing closes before the statement must end.
    case unclosedString
    /// A backslash before a byte that RouterOS knows no escape for.
    case unknownEscape(String)
    /// A statement that begins with something else than a command.
    case notACommand(String)
    /// A statement that begins with `name=value`, as if the line before had lost its backslash.
    case argumentWithoutCommand
    /// A command before any menu has been named.
    case commandOutsideMenu(verb: String)
    /// A backslash at the end of the file, with nothing to continue.
    case nothingAfterBackslash
    /// A closing bracket, brace or parenthesis that nothing opened.
    case strayCloser(String)
    /// Text straight behind a closing quote.
    case textAfterString
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: an unclosed thing is reported where it opens.
  public let span: Span

  /// One sentence for a person: lower case, no full stop, says what would be right.
  public var message: String {
    switch kind {
    case .unclosedBracket(let opener):
      "'\(opener)' is never closed; expected '\(Self.closers[opener] ?? "")' behind it"
    case .unclosedString:
      "this quote is never closed; expected '\"' before the end of the statement"
    case .unknownEscape(let escape):
      "unknown escape '\(escape)'; known are \\\" \\$ \\? \\\\ \\_ \\a \\b \\f \\n \\r \\t \\v "
        + "and two hexadecimal digits"
    case .notACommand:
      // The word itself is not shown: it may be the rest of a secret whose line was torn.
      "expected a menu or a command, such as '/ip address' or 'add'"
    case .argumentWithoutCommand:
      "expected a command before this argument; is a '\\' missing at the end of the line above?"
    case .commandOutsideMenu(let verb):
      "'\(verb)' stands in no menu; expected a line such as '/ip address' above it"
    case .nothingAfterBackslash:
      "nothing follows this '\\'; the export is cut off here"
    case .strayCloser(let closer):
      "nothing opened this '\(closer)'"
    case .textAfterString:
      "expected a blank after the closing quote"
    }
  }

  private static let closers = ["[": "]", "(": ")", "{": "}"]
}
