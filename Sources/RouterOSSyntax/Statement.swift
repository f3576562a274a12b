public import SourceText

/// One command of a script, with the menu it runs in.
public struct Statement: Sendable {
  /// The script that holds the statement.
  public let script: Script
  /// The statement's place among ``Script/statements``, from zero.
  public let index: Int

  private var record: StatementRecord { script.statementRecords[index] }

  /// The menu in slash form, for example `/ip/route`; `/` for commands of the root.
  public var menu: String { script.names[Int(record.menu)] }

  /// The command word, for example `add`; script commands keep their colon, as in `:if`.
  public var verb: String { script.names[Int(record.verb)] }

  /// From the first to the last byte of the statement, without its line break.
  public var span: Span { Span(Int(record.start), Int(record.end)) }

  /// The bytes of the command word.
  public var verbSpan: Span { Span(Int(record.verbStart), Int(record.verbEnd)) }

  /// Whether a problem lies within the statement, so that it must not be relied on.
  public var isDamaged: Bool { record.isDamaged }

  /// The arguments in the order written, the target of `set` included.
  public var arguments: some RandomAccessCollection<Argument> {
    argumentIndices.lazy.map { [script] in Argument(script: script, index: $0) }
  }

  /// What a command such as `set` applies to: its first argument if that is no property.
  public var target: Argument? {
    guard verb != "add", !verb.hasPrefix(":"), let first = arguments.first else { return nil }
    return first.kind == .positional ? first : nil
  }

  private var argumentIndices: Range<Int> {
    let next = index + 1
    let end =
      next < script.statementRecords.count
      ? Int(script.statementRecords[next].firstArgument) : script.argumentRecords.count
    return Int(record.firstArgument)..<end
  }
}

/// One argument of a statement: a property with its value, a word, or a target.
public struct Argument: Sendable {
  /// How an argument is written.
  public enum Kind: Sendable {
    /// `name=value`.
    case pair
    /// `!name`: the property is explicitly not set.
    case unset
    /// A bare word, a string, or something in brackets.
    case positional
  }

  /// The script that holds the argument.
  public let script: Script
  /// The argument's place in the whole script, from zero.
  public let index: Int

  private var record: ArgumentRecord { script.argumentRecords[index] }

  /// How the argument is written.
  public var kind: Kind { record.kind }

  /// The property in full, `remote.as` for `.as` behind `remote.address`; nil when positional.
  public var name: String? {
    kind == .positional ? nil : script.names[Int(record.name)]
  }

  /// The whole argument, name through value.
  public var span: Span { Span(Int(record.start), Int(record.end)) }

  /// The value as written, with quotes and continuations; empty for `!name`.
  public var valueSpan: Span { Span(Int(record.valueStart), Int(record.end)) }

  /// The value decoded: quotes and escapes resolved, continuations taken out.
  public var value: String { decodeText(valueBytes) }

  /// The bytes the value stands for, for text that is not UTF-8.
  public var valueBytes: [UInt8] { unescape(script.file.bytes[valueSpan.range]) }

  /// Whether the value is written in quotes.
  public var isQuoted: Bool { script.file.bytes[valueSpan.range].first == .quote }
}
