public import SourceText

/// Something in a script that cannot be read as RouterOS would read it, or cannot be decided without
/// the router.
public struct Problem: Sendable {
  /// How much a problem matters.
  public enum Severity: String, Sendable {
    /// The statement could not be read, and must not be relied on.
    case error
    /// The statement was read, but what it does cannot be known without the router.
    case warning
  }

  /// What is wrong; worded in one place, by ``message``.
  public enum Kind: Hashable, Sendable {
    /// A statement that begins with `name=value`, as if the line before had lost its backslash.
    case argumentWithoutCommand
    /// A bare value with a `=` in it, below the header of an export.
    case bareEquals
    /// A backslash before blanks that end the line.
    case blankAfterBackslash
    /// A backslash behind a word of a path, without a blank between them.
    case brokenWord
    /// `add` or `set` behind arguments on one line.
    case commandAfterArguments(verb: String)
    /// A command or a menu on a new line, behind a backslash that continues the line before.
    case commandAfterBackslash(verb: String)
    /// A comment on a new line, behind a backslash that continues the line before.
    case commentAfterBackslash
    /// A command below a menu line that could not be read.
    case commandInUnknownMenu(verb: String)
    /// A command before any menu has been named.
    case commandOutsideMenu(verb: String)
    /// A menu line, or a word without a value, at the very end of an export that ends within a line.
    case cutOff
    /// `name=` with nothing behind it, below the header of an export.
    case emptyValue
    /// `edit`, which opens an editor in the terminal.
    case interactiveCommand(verb: String)
    /// `:global` or `:local` with a dollar before the name of the variable.
    case dollarBeforeName
    /// The transcript of a terminal in which nothing was typed and nothing was exported.
    case noCommandInTranscript
    /// A statement that begins with something else than a command.
    case notACommand
    /// A backslash at the end of the file, with nothing to continue.
    case nothingAfterBackslash
    /// `.name` with no dotted name before it.
    case nothingToGoOnFrom
    /// An item called by its number in the last `print`.
    case positionalNumber
    /// A quote in the middle of a bare word.
    case quoteInsideWord
    /// A command that the router refused, as the transcript shows.
    case refusedCommand
    /// A closing bracket, brace or parenthesis that nothing opened.
    case strayCloser(String)
    /// A word straight behind a closing bracket.
    case textAfterBracket
    /// Text straight behind a closing quote.
    case textAfterString
    /// More different names than can be told apart.
    case tooManyNames
    /// A bracket, brace or parenthesis that nothing closes.
    case unclosedBracket(opener: String)
    /// A quote that nothing closes before the statement must end.
    case unclosedString
    /// A command that prints nothing when it is done, and behind which the transcript shows something
    /// that is no known refusal.
    case unexplainedOutput
    /// Behind `add` or `set`, something that is no property.
    case unexpectedWord
    /// A backslash before a character that RouterOS knows no escape for.
    case unknownEscape(String)
    /// A path that ends in no known menu and in no known command.
    case unknownMenu
  }

  /// What is wrong.
  public let kind: Kind
  /// Where: an unclosed thing is reported where it opens.
  public let span: Span

  /// How much it matters.
  public var severity: Severity {
    switch kind {
    case .bareEquals, .emptyValue, .interactiveCommand, .positionalNumber, .refusedCommand: .warning
    case .argumentWithoutCommand, .blankAfterBackslash, .brokenWord, .commandAfterArguments,
      .commandAfterBackslash, .commandInUnknownMenu, .commandOutsideMenu, .commentAfterBackslash,
      .cutOff, .dollarBeforeName,
      .noCommandInTranscript, .notACommand, .nothingAfterBackslash, .nothingToGoOnFrom,
      .quoteInsideWord, .strayCloser, .textAfterBracket, .textAfterString, .tooManyNames,
      .unclosedBracket,
      .unclosedString, .unexpectedWord, .unexplainedOutput, .unknownEscape, .unknownMenu:
      .error
    }
  }
}
