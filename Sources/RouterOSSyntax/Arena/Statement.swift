public import SourceText

/// One command of a script, with the menu it runs in.
public struct Statement: Sendable {
  /// The script that holds the statement.
  public let script: Script
  /// The statement's place among ``Script/statements``, from zero.
  public let index: Int

  var record: StatementRecord { script.statementRecords[index] }

  /// The menu in slash form, for example `/ip/route`; `/` for commands of the root.
  public var menu: String { script.names[Int(record.menu)] }

  /// The command word, for example `add`; script commands keep their colon, as in `:if`. Empty for a
  /// block or an expression that stands alone.
  public var verb: String { script.names[Int(record.verb)] }

  /// Whether the verb is a command of RouterOS that no menu defines, such as `add` or `:if`, so that it
  /// is no part of a torn value.
  public var hasKnownVerb: Bool {
    CommandWords.contains(record.verb) || CommandWords.isScriptWord(record.verb)
      || (verb.hasPrefix(":") && CommandWords.isScriptWord(verb.dropFirst()))
  }

  /// From the first to the last byte of the statement, without its line break.
  public var span: Span { script.place(record.start, record.end) }

  /// The bytes of the command word, with the continuations in it.
  public var verbSpan: Span {
    let start = Int(record.verbStart)
    let verb = verb
    let isWrittenWhole = script.text[start...].starts(with: verb.utf8)
    if isWrittenWhole { return script.place(record.verbStart, UInt32(start + verb.utf8.count)) }
    // Bytes that are no UTF-8 were read as one character each.
    var rest = verb.unicodeScalars.count
    var end = start
    let text = script.text
    while rest > 0 {
      let continuation = unsafe text.span.bytes.continuationLength(at: end)
      end += max(1, continuation)
      if continuation == 0 { rest -= 1 }
    }
    return script.place(record.verbStart, UInt32(end))
  }

  /// Whether a problem lies within the statement, so that it must not be relied on.
  public var isDamaged: Bool { record.isDamaged }

  /// Whether nothing is wrong with the statement but that it is a path to no known menu and no known command.
  public var namesUnknownMenu: Bool { record.namesUnknownMenu }

  /// Whether the statement changed nothing: the router refused it, or an export further down in the
  /// transcript shows what its menu became. Only transcripts have such.
  public var isVoid: Bool { record.isVoid }

  /// The arguments in the order written, the target of `set` included.
  public var arguments: Arguments { Arguments(script: script, range: argumentRange) }

  /// What a command such as `set` applies to: its first argument if that is no property.
  public var target: Argument? {
    let indices = argumentRange
    guard !indices.isEmpty, record.verb != CommandWords.add else { return nil }
    let first = Argument(script: script, index: indices.lowerBound)
    return first.kind == .positional && !verb.hasPrefix(":") ? first : nil
  }

  /// The numbers of the arguments in the whole script.
  public var argumentRange: Range<Int> {
    let next = index + 1
    let end =
      next < script.statementRecords.count
      ? Int(script.statementRecords[next].firstArgument) : script.argumentRecords.count
    return Int(record.firstArgument)..<end
  }
}
