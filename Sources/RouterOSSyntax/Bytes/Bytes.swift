/// The bytes that mean something to RouterOS; named, because the grammar is about bytes.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let escape: UInt8 = 0x1B
  static let space: UInt8 = 0x20
  static let exclamationMark: UInt8 = 0x21
  static let quote: UInt8 = 0x22
  static let hash: UInt8 = 0x23
  static let dollar: UInt8 = 0x24
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let leftParenthesis: UInt8 = 0x28
  static let rightParenthesis: UInt8 = 0x29
  static let asterisk: UInt8 = 0x2A
  static let plus: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let hyphen: UInt8 = 0x2D
  static let dot: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let lessThan: UInt8 = 0x3C
  static let equals: UInt8 = 0x3D
  static let greaterThan: UInt8 = 0x3E
  static let questionMark: UInt8 = 0x3F
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let caret: UInt8 = 0x5E
  static let underscore: UInt8 = 0x5F
  static let backtick: UInt8 = 0x60
  static let leftBrace: UInt8 = 0x7B
  static let rightBrace: UInt8 = 0x7D
  static let tilde: UInt8 = 0x7E

  /// A blank between words.
  var isBlank: Bool { self == .space || self == .tab }

  /// What ends a bare word outside brackets: a blank, a line break, or the separator of scripts.
  @inline(__always)
  var endsWord: Bool { self <= .space || self == .semicolon }

  /// What ends a statement outside brackets: a line break, or the separator of scripts.
  @inline(__always)
  var endsStatement: Bool { endsLine || self == .semicolon }

  /// Where plain text of a bare word ends; a `|` is taken along, because it costs nothing to look.
  var endsPlainText: Bool {
    endsWord || self == .quote || self & 0xFE == .leftParenthesis
      || (0x5B...0x5D).contains(self & 0xDF)
  }

  /// What ends a line, alone or both together.
  @inline(__always)
  var endsLine: Bool { self == .lineFeed || self == .carriageReturn }

  var isDigit: Bool { 0x30...0x39 ~= self }
  var isSmallLetter: Bool { 0x61...0x7A ~= self }

  /// What may stand in the name of a property, such as `basic-rates-a/g`: what a command may hold, a
  /// capital, `_` and `/`.
  var isNameByte: Bool {
    // Every byte of every name is asked: a bit for each of the 128 is cheaper than comparing.
    let bits: UInt64 = self < 0x40 ? 0x03FF_E000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return self < 0x80 && bits &>> UInt64(self & 0x3F) & 1 == 1
  }

  /// What may stand in the name of a menu or a command; a capital is refused there.
  var isCommandByte: Bool {
    isSmallLetter || isDigit || self == .hyphen || self == .dot
  }

  /// What closes this opening bracket; nil when it is none.
  var closer: UInt8? {
    switch self {
    case .leftBracket: .rightBracket
    case .leftParenthesis: .rightParenthesis
    case .leftBrace: .rightBrace
    default: nil
    }
  }

  /// Whether this closes a bracket.
  var isCloser: Bool {
    self == .rightBracket || self == .rightParenthesis || self == .rightBrace
  }

  /// The value of a hexadecimal digit; RouterOS writes capitals and reads both.
  var hexadecimalValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }

  /// What a one-letter escape stands for, or nil when the byte is none.
  var escapedByte: UInt8? {
    switch self {
    case .quote, .backslash, .dollar, 0x3F: self
    case .underscore: .space
    case 0x6E: .lineFeed
    case 0x72: .carriageReturn
    case 0x74: .tab
    case 0x61: 0x07
    case 0x62: 0x08
    case 0x66: 0x0C
    case 0x76: 0x0B
    default: nil
    }
  }
}
