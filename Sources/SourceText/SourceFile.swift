/// One input: its name as the user gave it, and its bytes as they are.
///
/// Nothing is decoded until someone asks for text. A file is a class so that every label can hold
/// its file without copying it; two labels are in the same file when the objects are identical.
public final class SourceFile: Sendable {
  /// The largest input that 32-bit offsets can address, in bytes.
  public static let maximumSize = Int(UInt32.max) - 1

  /// The name shown in reports: a path with `/`, relative as given, or `-` for standard input.
  public let name: String
  /// The bytes of the file, unchanged: any encoding, any line ends.
  public let bytes: [UInt8]

  /// A file of `bytes`, of which there may be at most ``maximumSize``.
  public init(name: String, bytes: [UInt8]) {
    precondition(bytes.count <= Self.maximumSize, "a source file must be smaller than 4 GiB")
    self.name = name
    self.bytes = bytes
  }

  /// A file that holds `text` in UTF-8.
  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of a span, decoded as UTF-8; bytes that are none become U+FFFD.
  public func text(in span: Span) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }
}
