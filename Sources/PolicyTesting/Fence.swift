import Diagnostics
import Policy
import RouterOSSyntax
import SourceText

/// The line that opens a block: what encloses it, and the words that say what it is.
struct Fence {
  /// The line.
  let line: Span
  /// The words behind the backticks or tildes.
  let words: [Word]
  private let byte: UInt8
  private let length: Int

  /// The fence that `line` opens; nil when it opens none.
  init?(_ line: Span, in file: SourceFile) throws(SourceError) {
    let bytes = file.bytes[line.range]
    let start = bytes.drop(while: isBlank)
    guard let byte = start.first, byte == 0x60 || byte == 0x7E else { return nil }
    let mark = start.prefix { $0 == byte }
    guard mark.count >= 3 else { return nil }
    guard start.startIndex == bytes.startIndex else {
      throw SourceError("a block must begin at the start of its line", at: line, in: file)
    }
    self.line = line
    self.byte = byte
    length = mark.count
    words = bytes[mark.endIndex...].split(whereSeparator: isBlank).map { word in
      let span = Span(word.startIndex, word.endIndex)
      return Word(text: file.text(in: span), span: span)
    }
  }

  /// Whether `line` closes what this one opened.
  func isClosed(by line: Span, in file: SourceFile) -> Bool {
    let bytes = file.bytes[line.range]
    let mark = bytes.prefix { $0 == byte }
    return mark.count >= length && bytes[mark.endIndex...].allSatisfy(isBlank)
  }
}

/// The words behind `rsc`: a release and the name of a device, in either order.
struct ExportWords {
  private(set) var version: RouterOSVersion?
  private(set) var device: Word?

  init(_ words: some Sequence<Word>, in file: SourceFile) throws(SourceError) {
    for word in words { try take(word, file) }
  }

  private mutating func take(_ word: Word, _ file: SourceFile) throws(SourceError) {
    func error(_ message: String) -> SourceError {
      SourceError(message, at: word.span, in: file)
    }
    if let reason = Self.later[word.text] { throw error(reason) }
    if word.text.utf8.first.map({ 0x30...0x39 ~= $0 }) ?? false {
      guard version == nil else { throw error("a second release; expected one") }
      guard let version = Self.version(word.text) else {
        throw error("'\(word.text)' is no release; expected one such as 6.48, 7 or 7.16")
      }
      self.version = version
      return
    }
    if nearestWord(to: word.text, among: Self.later.keys.sorted()) != nil {
      throw error(unknownWord(word.text, "word", among: Self.later.keys.sorted()))
    }
    guard word.text.utf8.allSatisfy(Self.isPartOfName) else {
      throw error("'\(word.text)' is no name of a device; expected letters, digits, '-' and '_'")
    }
    guard device == nil else { throw error("a second name of the device; expected one") }
    device = word
  }

  /// What the language of pages promises and the program cannot do yet.
  private static let later = [
    "fix": "a fix cannot be tried yet; show what passes as an example of its own",
    "partial": "a partial export cannot be tried yet; show the whole export",
  ]

  /// `6.48`, or `7` for the newest release of RouterOS 7, which stands above every other.
  private static func version(_ text: String) -> RouterOSVersion? {
    let version = Int(text).map { RouterOSVersion($0, 99) } ?? RouterOSVersion(text)
    return version.flatMap { 6...7 ~= $0.major ? $0 : nil }
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
