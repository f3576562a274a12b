import RouterOSSyntax
import SourceText

/// A secret, or the place of one, with what is needed to judge it; never a part of any output.
struct FoundSecret {
  /// What kind of text holds it.
  enum Holder: String, CaseIterable {
    /// A comment.
    case comment
    /// A property of an entry that is made to hold it.
    case property
    /// A script, or a command that an export runs.
    case script
    /// A text or an address that is made to hold something else.
    case text
  }

  /// What is known of it.
  enum Content {
    /// It stands there in clear.
    case clear([UInt8])
    /// There is none.
    case empty
    /// It is hidden, or only a router can work it out.
    case unknown(Cause)
  }

  /// What stands around it.
  struct Place {
    /// The menu in slash form.
    let menu: String
    /// The entry, in words.
    let item: String
    /// The property that holds it.
    let property: String
    /// The bytes that hold it.
    let span: Span
    /// Where the statement begins that holds it.
    let statement: UInt32
  }

  let place: Place
  let holder: Holder
  let kind: KindOfSecret
  let content: Content
  /// What the entry calls things, by property.
  var names: [(property: String, text: String)] = []
  /// Who it is shared by: two secrets of one owner may well be equal.
  var owner = ""

  /// The secret; nil when it does not stand there in clear.
  var value: [UInt8]? {
    if case .clear(let bytes) = content { bytes } else { nil }
  }
}

extension Cause {
  static let maskedSecret = Cause(
    "a tool has put a mask in the place of the secret",
    remedy: "audit an export that shows secrets, and keep it out of git")

  static let secretOfRouter = Cause(
    "only the router can work out what the secret is", remedy: "look at it on the router")
}
