/// Writes lines as RouterOS breaks them.
///
/// A statement is a row of chunks: `name=`, a value, any other word. A blank behind a value or a word
/// belongs to it, but may hang over the edge. The rule was found by writing exports of RouterOS 5 to 7
/// anew, byte for byte:
///
/// 1. A chunk is appended when the line, without that blank, stays two short of the width.
/// 2. Else a string that no line could hold begins where it is, and is broken wherever the line, with
///    its backslash, is full.
/// 3. Else the line ends in a backslash, and the chunk begins the next.
/// 4. In a string every line feed stands at the beginning of a line.
/// 5. A blank that would begin a line within a string is written `\_`.
struct LineWriter {
  /// What every line but the first of a statement begins with.
  static let indentation: [UInt8] = [.space, .space, .space, .space]

  /// What was written.
  private(set) var bytes: [UInt8] = []
  private let limit: Int
  private let lineEnd: [UInt8]
  private var lineStart = 0
  /// Whether the last chunk has a blank behind it, which is written when another chunk follows.
  private var hasBlank = false

  init(width: LineWidth, lineEnd: [UInt8]) {
    limit = width.limit
    self.lineEnd = lineEnd
  }

  /// The length of the line so far.
  private var column: Int { bytes.count - lineStart }

  /// The number of bytes written.
  var count: Int { bytes.count }

  /// Makes room for that many bytes.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Writes bytes that are broken nowhere, such as a comment, and ends the line.
  mutating func writeLine(_ line: some Collection<UInt8>) {
    bytes += line
    endLine()
  }

  /// Writes bytes in which nothing is laid out anew.
  mutating func writeAsItIs(_ text: [UInt8]) { bytes += text }

  /// Writes the mark that a file of UTF-8 may begin with, which takes no room on its line.
  mutating func writeByteOrderMark() {
    bytes += [0xEF, 0xBB, 0xBF]
    lineStart = bytes.count
  }

  /// Forgets what was written, to write anew.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    lineStart = 0
    hasBlank = false
  }

  /// Ends the line of a statement.
  mutating func endLine() {
    bytes += lineEnd
    lineStart = bytes.count
    hasBlank = false
  }

  /// Takes the end of the last line back.
  mutating func removeLastLineEnd() {
    if bytes.suffix(lineEnd.count).elementsEqual(lineEnd) { bytes.removeLast(lineEnd.count) }
  }

  /// Writes `name=`, which its value follows without a blank.
  mutating func writeName(_ name: some Collection<UInt8>) {
    place(name.count + 1, isSplittable: false)
    bytes += name
    bytes.append(.equals)
  }

  /// Writes a word that is never broken.
  mutating func writeWord(_ word: some Collection<UInt8>) {
    place(word.count, isSplittable: false)
    bytes += word
    hasBlank = true
  }

  /// Writes a value, or the quoted name of an entry.
  mutating func writeValue(_ value: EncodedValue) {
    guard value.isQuoted else { return writeWord(value.bytes) }
    let isFilling = place(value.bytes.count, isSplittable: true)
    writeString(value.bytes, mayBeSplit: isFilling)
    hasBlank = true
  }

  /// Makes room for a chunk; whether it is a string that has to be broken anywhere.
  @discardableResult
  private mutating func place(_ count: Int, isSplittable: Bool) -> Bool {
    if hasBlank {
      bytes.append(.space)
      hasBlank = false
    }
    if column == 0 || column + count <= limit - 2 { return false }
    if isSplittable, count > limit - 2 - Self.indentation.count { return true }
    breakLine()
    return false
  }

  private mutating func breakLine() {
    bytes.append(.backslash)
    bytes += lineEnd
    lineStart = bytes.count
    bytes += Self.indentation
  }

  /// Writes a string with its quotes, never breaking an escape.
  private mutating func writeString(_ string: [UInt8], mayBeSplit: Bool) {
    var index = 0
    while index < string.count {
      let length = Self.lengthOfUnit(string, at: index)
      if length == 2, string[index + 1] == UInt8(ascii: "n") {
        breakLine()
      } else if mayBeSplit, column + length > limit - 1 {
        breakLine()
        if string[index] == .space {
          bytes += [.backslash, .underscore]
          index += 1
          continue
        }
      }
      bytes += string[index..<index + length]
      index += length
    }
  }

  /// The length of the byte or escape at `index` of a string that ``encodeValue(_:width:wasQuoted:)``
  /// made.
  private static func lengthOfUnit(_ string: [UInt8], at index: Int) -> Int {
    guard string[index] == .backslash else { return 1 }
    let next = string[index + 1]
    return 0x30...0x39 ~= next || 0x41...0x46 ~= next ? 3 : 2
  }
}
