public import RouterOSSyntax
public import SourceText

/// Where the value of a property comes from.
public enum Origin: Sendable, Equatable {
  /// A line of the export says so; the span is the whole argument, name through value.
  case written(Span)
  /// No line says so, and this is what RouterOS then uses; nil stands for the newest release.
  case defaulted(by: RouterOSVersion?)
  /// The property is known to have no value.
  case unset
  /// A secret that this export leaves out.
  case hidden
  /// Nothing that was read tells.
  case unknown
}

/// The value of one property of one entry, with its origin.
public struct Value: Sendable, Equatable {
  /// The value in the one spelling of its type; nil when it is unset, hidden or unknown.
  public let text: String?
  /// Where it comes from.
  public let origin: Origin
  /// Why it is not known although a line gives it, as when the value is a variable; else nil.
  let cause: Cause?

  init(text: String?, origin: Origin, cause: Cause? = nil) {
    self.text = text
    self.origin = origin
    self.cause = cause
  }

  /// Whether it is known at all: a value, or certainly none.
  public var isKnown: Bool {
    switch origin {
    case .written, .defaulted, .unset: true
    case .hidden, .unknown: false
    }
  }
}
