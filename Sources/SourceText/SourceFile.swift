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

  /// The files that this one was joined from, in order; empty for a file of its own.
  public let parts: [Part]

  /// One of the files that another was joined from.
  public struct Part: Sendable {
    /// The name of the file.
    public let name: String
    /// Where its bytes begin in the joined file.
    public let start: UInt32
  }

  /// A file of `bytes`, of which there may be at most ``maximumSize``.
  public init(name: String, bytes: [UInt8]) {
    precondition(bytes.count <= Self.maximumSize, "a source file must be smaller than 4 GiB")
    self.name = name
    self.bytes = bytes
    parts = []
  }

  /// The texts of several files, one behind the other, with `separator` on a line of its own between them.
  /// Together they must be shorter than ``maximumSize``.
  public init(joining files: [SourceFile], separator: String) {
    var bytes: [UInt8] = []
    var parts: [Part] = []
    for file in files {
      if !parts.isEmpty { bytes += Array("\n\(separator)\n".utf8) }
      parts.append(Part(name: file.name, start: UInt32(bytes.count)))
      bytes += file.bytes
    }
    precondition(bytes.count <= Self.maximumSize, "a source file must be smaller than 4 GiB")
    name = files.map(\.name).joined(separator: ", ")
    self.bytes = bytes
    self.parts = parts
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
