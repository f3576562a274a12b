/// The bytes that mean something to a terminal.
extension UInt8 {
  /// What Ctrl-C sends.
  static let interrupt: UInt8 = 0x03

  /// Whether this goes on with the code point of the byte before (UTF-8).
  var continuesCodePoint: Bool { self & 0xC0 == 0x80 }

  /// Whether this is a parameter of a control sequence rather than its end (ECMA-48, 5.4).
  var isSequenceParameter: Bool { 0x20...0x3F ~= self }
}
