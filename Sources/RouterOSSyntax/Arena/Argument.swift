public import SourceText

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

  var record: ArgumentRecord { script.argumentRecords[index] }

  /// How the argument is written.
  public var kind: Kind { record.kind }

  /// The property in full, `remote.as` for `.as` behind `remote.address`; nil when positional.
  public var name: String? {
    let record = record
    return record.kind == .positional ? nil : script.names[Int(record.name)]
  }

  /// The whole argument, name through value.
  public var span: Span { script.place(record.start, record.end) }

  /// The name as written, with its `=`, or all of `!name`; empty when positional.
  public var nameSpan: Span {
    let record = record
    return script.place(record.start, UInt32(valueStart(of: record)))
  }

  /// The value as written, with quotes and continuations; empty for `!name`.
  public var valueSpan: Span { script.place(UInt32(valueStart(of: record)), record.end) }

  /// The value decoded, as text; see ``valueBytes``.
  public var value: String {
    record.form == .plain ? decodeText(writtenValue) : decodeText(valueBytes)
  }

  /// The bytes the value stands for: quotes and escapes resolved, continuations taken out. Of code,
  /// that is expressions, blocks and variables, only continuations are taken out.
  public var valueBytes: [UInt8] {
    let written = writtenValue
    switch record.form {
    case .plain: return Array(written)
    case .escaped, .quoted: return unescape(written)
    case .code: return withoutContinuations(written)
    }
  }

  /// Whether the value is written in quotes.
  public var isQuoted: Bool { record.form == .quoted }

  /// Whether the value is an expression, a block or a variable, which only a router can work out.
  public var isCode: Bool { record.form == .code }

  /// The bytes of the value as they are written, with quotes, escapes and continuations.
  public var writtenValue: ArraySlice<UInt8> {
    let record = record
    return script.text[valueStart(of: record)..<Int(record.end)]
  }

  private func valueStart(of record: ArgumentRecord) -> Int { record.valueStart(in: script.text) }
}
