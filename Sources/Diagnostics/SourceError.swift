public import SourceText

/// Why an input that must be right, such as a policy, could not be used.
///
/// One clear sentence with a place: lower case, no full stop, says what is allowed.
public struct SourceError: Error, Sendable {
  /// What is wrong, and what would be right.
  public let message: String
  /// Where.
  public let primary: Label
  /// Other places that explain it, such as the first of two equal keys.
  public let related: [Label]

  /// An error at `span` of `file`.
  public init(_ message: String, at span: Span, in file: SourceFile, related: [Label] = []) {
    self.message = message
    self.primary = Label(file, span, "")
    self.related = related
  }
}
