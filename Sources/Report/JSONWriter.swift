import RouterOSModel
import SourceText

/// Writes JSON (RFC 8259) with keys in the order given, so that output never depends on a hash.
struct JSONWriter {
  /// The text so far.
  private(set) var text = ""
  private var needsComma = false

  /// An object whose members `body` writes.
  mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

  /// An object that was written before.
  mutating func object(_ written: String) {
    separate()
    text += written.hasSuffix("\n") ? String(written.dropLast()) : written
  }

  /// An array of what `body` writes for each of `items`.
  mutating func array<Item>(_ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void)
  {
    nest("[", "]") { writer in
      for item in items { body(&writer, item) }
    }
  }

  /// The name of the member that is written next.
  mutating func key(_ name: String) {
    separate()
    append(string: name)
    text += ":"
    needsComma = false
  }

  /// A text, or `null`.
  mutating func value(_ value: String?) {
    separate()
    if let value { append(string: value) } else { text += "null" }
  }

  /// A whole number.
  mutating func value(_ value: Int) {
    separate()
    text += String(value)
  }

  /// A span of time in seconds, with as many decimals as it needs.
  mutating func seconds(_ duration: DurationValue) {
    separate()
    let (whole, rest) = duration.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    text += String(whole)
    if rest == 0 { return }
    let digits = String(rest)
    var decimals = String(repeating: "0", count: 9 - digits.count) + digits
    while decimals.hasSuffix("0") { decimals.removeLast() }
    text += ".\(decimals)"
  }

  /// `true` or `false`.
  mutating func value(_ value: Bool) {
    separate()
    text += value ? "true" : "false"
  }

  /// A member with a text, or `null`.
  mutating func pair(_ name: String, _ text: String?) {
    key(name)
    value(text)
  }

  /// A member with a whole number.
  mutating func pair(_ name: String, _ number: Int) {
    key(name)
    value(number)
  }

  /// Where `span` begins and ends: lines and columns from 1, the end exclusive.
  mutating func place(of span: Span, _ lines: LineTable) {
    pair("line", lines.line(at: span.start))
    pair("column", lines.column(at: span.start))
    pair("endLine", lines.line(at: span.end))
    pair("endColumn", lines.column(at: span.end))
  }

  /// The beginning of an object or an array whose end another writer may write.
  mutating func open(_ bracket: String) {
    separate()
    text += bracket
    needsComma = false
  }

  /// The end of an object or an array.
  mutating func close(_ bracket: String) {
    text += bracket
    needsComma = true
  }

  private mutating func nest(_ open: String, _ close: String, _ body: (inout JSONWriter) -> Void) {
    self.open(open)
    body(&self)
    self.close(close)
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = true
  }

  private mutating func append(string: String) {
    // Nearly all text needs no escape.
    if string.utf8.allSatisfy({ 0x20...0x7E ~= $0 && $0 != 0x22 && $0 != 0x5C }) {
      text += "\""
      text += string
      text += "\""
      return
    }
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case _ where isUnprintable(scalar):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
