public import SourceText

/// Tells of one file after the other whether all of it can be read.
///
/// Exports of one network resemble each other: names, menus and storage are kept for the next, so that
/// a file costs little more than its bytes.
public struct ReadingCheck: Sendable {
  private var parser = Parser(byteCount: 0)

  /// A check that has seen no file.
  public init() {}

  /// Whether ``parse(_:)`` makes a script of the file that is not damaged. Linear in its size.
  public mutating func canRead(_ file: SourceFile) -> Bool {
    let text = file.bytes
    parser = Parser(byteCount: text.count, after: &parser)
    unsafe parser.parseText(text.span.bytes)
    if parser.isTranscript { return !parseTranscript(file).isDamaged }
    return !parser.problems.contains { $0.severity == .error }
  }
}
