extension Problem {
  /// One sentence for a person; see ``Kind/message``.
  public var message: String { kind.message }
}

extension Problem.Kind {
  /// One sentence for a person: lower case, no full stop, says what would be right.
  ///
  /// The text of the file is not repeated but for commands and single characters: it may be the rest of
  /// a secret whose line was torn.
  public var message: String {
    switch self {
    case .argumentWithoutCommand:
      "expected a command before this argument; is a '\\' missing at the end of the line above?"
    case .bareEquals:
      "this '=' stands in a value without quotes, which no router exports; is a blank missing before "
        + "the name?"
    case .blankAfterBackslash:
      "blanks stand behind this '\\'; expected the line to end there"
    case .brokenWord:
      "this '\\' breaks a word; expected a blank before it"
    case .commandAfterArguments(let verb):
      "'\(verb)' begins a new command; expected it on a line of its own"
    case .commandAfterBackslash(let verb):
      "this '\\' continues the line into '\(verb)', which begins a line of its own; expected no '\\' "
        + "here"
    case .commandInUnknownMenu(let verb):
      "the menu of this '\(verb)' is not known, because a line above that names one cannot be read"
    case .commandOutsideMenu(let verb):
      "'\(verb)' stands in no menu; expected a line such as '/ip address' above it"
    case .commentAfterBackslash:
      "this '\\' continues the line into a comment; expected the comment above the statement"
    case .cutOff:
      "the file ends here without an end of the line; expected the rest of the export"
    case .dollarBeforeName:
      "expected the name of the variable without '$', which stands for its value"
    case .emptyValue:
      "nothing stands behind this '=', while a router exports '\"\"' for an empty value; was the value taken "
        + "out?"
    case .interactiveCommand(let verb):
      "'\(verb)' opens an editor; what was typed there is not in this file"
    case .noCommandInTranscript:
      "this transcript of a terminal holds no command; expected one behind a prompt, such as "
        + "'[admin@router] > /ip address print'"
    case .notACommand:
      "expected a menu or a command, such as '/ip address' or 'add'"
    case .nothingAfterBackslash:
      "nothing follows this '\\'; expected the rest of the statement on the next line"
    case .nothingToGoOnFrom:
      "this name begins with a dot, but no name before it has one; expected a name in full, such as "
        + "'remote.as'"
    case .positionalNumber:
      "this number means a line of the last 'print'; expected '[find …]' or a name"
    case .quoteInsideWord:
      "'\"' stands inside a word; expected the whole value in quotes, or '\\\"'"
    case .refusedCommand:
      "the router refused this command, so that it changed nothing"
    case .strayCloser(let closer):
      "nothing opened this '\(closer)'"
    case .textAfterBracket:
      "expected a blank after the closing ']'"
    case .textAfterString:
      "expected a blank after the closing quote"
    case .tooManyNames:
      "there are more different names than can be told apart; expected less than 268 million"
    case .unclosedBracket(let opener):
      "'\(opener)' is never closed; expected '\(Self.closers[opener] ?? "")' behind it"
    case .unclosedString:
      "this quote is never closed; expected '\"' before the end of the statement"
    case .unexpectedWord:
      "expected a property here, such as 'name=value' or 'disabled=yes'"
    case .unexplainedOutput:
      "a line follows that is neither a prompt nor a known refusal; is it the rest of this command?"
    case .unknownEscape(let character):
      "unknown escape '\\\(character)'; known are \\\" \\$ \\? \\\\ \\_ \\a \\b \\f \\n \\r \\t \\v "
        + "and two hexadecimal digits"
    case .unknownMenu:
      "no menu and no command of this name is known, so that what follows may run in it or in the menu "
        + "above"
    }
  }

  private static let closers = ["[": "]", "(": ")", "{": "}"]
}
