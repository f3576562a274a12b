/// One statement of the arena, 24 bytes. Offsets count bytes of the text that was parsed.
struct StatementRecord: Sendable {
  var start: UInt32
  var end: UInt32
  var verbStart: UInt32
  var menu: NameTable.ID
  var firstArgument: UInt32
  /// The number of the verb, and in the highest bits whether the statement is damaged or void, or names an
  /// unknown menu.
  private var verbAndState: UInt32

  init(
    range: Range<Int>, verbStart: Int, menu: NameTable.ID, verb: NameTable.ID, firstArgument: Int,
    isDamaged: Bool
  ) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
    self.verbStart = UInt32(truncatingIfNeeded: verbStart)
    self.menu = menu
    self.firstArgument = UInt32(truncatingIfNeeded: firstArgument)
    verbAndState = verb
    self.isDamaged = isDamaged
  }

  var verb: NameTable.ID { verbAndState & 0x0FFF_FFFF }
  var isDamaged: Bool {
    get { verbAndState & 1 << 31 != 0 }
    set { verbAndState = verbAndState & ~(1 << 31) | (newValue ? 1 << 31 : 0) }
  }
  var namesUnknownMenu: Bool {
    get { verbAndState & 1 << 29 != 0 }
    set { verbAndState = verbAndState & ~(1 << 29) | (newValue ? 1 << 29 : 0) }
  }
  var isVoid: Bool {
    get { verbAndState & 1 << 30 != 0 }
    set { verbAndState = verbAndState & ~(1 << 30) | (newValue ? 1 << 30 : 0) }
  }
}

/// One argument of the arena, 12 bytes: where its value begins is found again when it is asked for.
struct ArgumentRecord: Sendable {
  /// The number of the name in the lower 28 bits, its kind in two bits, the form of its value in two.
  private let packed: UInt32
  let start: UInt32
  let end: UInt32

  @inline(__always)
  init(name: NameTable.ID, kind: Argument.Kind, form: ValueForm, start: Int, end: Int) {
    packed = name | kind.bits << 28 | form.rawValue << 30
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  /// Without meaning for positional arguments.
  var name: NameTable.ID { packed & 0x0FFF_FFFF }
  var kind: Argument.Kind { Argument.Kind(bits: packed >> 28 & 3) }
  var form: ValueForm { ValueForm(rawValue: packed >> 30) ?? .code }

  /// Where the value begins in the text that was parsed: behind the `=` and the continuations after it.
  /// Linear in the length of the name.
  func valueStart(in text: [UInt8]) -> Int {
    let start = Int(start)
    let end = Int(end)
    switch kind {
    case .positional: return start
    case .unset: return end
    case .pair:
      var place = (text[start..<end].firstIndex(of: .equals) ?? end - 1) + 1
      while place < end, text[place] == .backslash {
        let length = unsafe text.span.bytes.continuationLength(at: place)
        if length == 0 { break }
        place += length
      }
      return min(place, end)
    }
  }
}

/// How the bytes of a value have to be read.
enum ValueForm: UInt32, Sendable {
  /// They are the value.
  case plain = 0
  /// They are bare and hold escapes or continuations.
  case escaped = 1
  /// They are a string in quotes, perhaps behind a `!`.
  case quoted = 2
  /// They are an expression, a block or a variable: kept whole.
  case code = 3
}

/// A line that names a menu and nothing else.
struct SectionRecord: Sendable {
  var start: UInt32
  var end: UInt32
  var menu: NameTable.ID
}

extension Argument.Kind {
  @inline(__always)
  fileprivate var bits: UInt32 {
    switch self {
    case .pair: 0
    case .unset: 1
    case .positional: 2
    }
  }

  @inline(__always)
  fileprivate init(bits: UInt32) {
    self = bits == 0 ? .pair : bits == 1 ? .unset : .positional
  }
}
