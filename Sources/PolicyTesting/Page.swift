import Diagnostics
public import Policy
public import RouterOSSyntax
public import SourceText

/// The manual page of a rule, with the examples that are its test.
///
/// The grammar, in full: a block is fenced by three or more backticks or tildes at the start of a line.
/// A block ```` ```rsc ```` is a whole export; behind `rsc` may stand a release (`6.48`; `7` for the
/// newest of RouterOS 7; without one the header of the export tells, else the newest is meant) and the
/// name of a device, in either order. A block without a name is an example of its own; the named ones
/// under one heading are one fleet. A ```` ```yaml jalur.yaml ```` block is the project of the examples
/// under its heading, whose exports are named like their devices: `client.rsc`. A ```` ```text ```` block
/// holds the report on the example above it.
public struct Page: Sendable {
  /// The Markdown file.
  public let file: SourceFile
  /// Its examples in order, at least one.
  public let examples: [Example]
}

/// One export, or a fleet of them, that a page shows, and what must be found there.
public struct Example: Sendable {
  /// The exports in order: one without a name of its device, or any number with names.
  public internal(set) var blocks: [Block]
  /// What the page says of the routers that their exports do not, if it does.
  public internal(set) var project: ExampleProject?
  /// What a `text` block holds, in bytes of the page, if there is one.
  public internal(set) var report: Span?

  /// Whether anything must be found; else the example must be clean.
  public var isMarked: Bool { excerpts.contains { !$0.marks.isEmpty } }

  /// All that can be marked.
  var excerpts: [Excerpt] { blocks.map(\.excerpt) + (project.map { [$0.excerpt] } ?? []) }
}

/// One export of a page.
public struct Block: Sendable {
  /// The name of its device; nil for an example of one router.
  public let device: String?
  /// The release whose defaults hold; nil leaves that to the header of the export.
  public let version: RouterOSVersion?
  let excerpt: Excerpt

  /// The export as a file of its own: `client.rsc`, or `example.rsc` without a name.
  public var file: SourceFile { excerpt.file }
  /// What must be found in it, in order.
  public var marks: [Mark] { excerpt.marks }
}

/// The project of an example.
public struct ExampleProject: Sendable {
  /// What it says.
  public let project: Project
  let excerpt: Excerpt
}

/// A part of a page that is a file of its own.
struct Excerpt: Sendable {
  let file: SourceFile
  let marks: [Mark]
  /// Where its bytes lie in the page.
  let content: Span

  /// Where a span of ``file`` lies in the page.
  func inPage(_ span: Span) -> Span {
    Span(Int(content.start) + Int(span.start), Int(content.start) + Int(span.end))
  }

  /// An error of ``file`` as one of the page; any other stays as it is.
  func inPage(_ error: SourceError, _ page: SourceFile) -> SourceError {
    guard error.primary.file === file else { return error }
    let related = error.related.map { label in
      label.file === file ? Label(page, inPage(label.span), label.text) : label
    }
    return SourceError(
      error.message, at: inPage(error.primary.span), in: page, related: related)
  }
}

/// What a comment such as `#   ^^^` says of the line above it.
public struct Mark: Sendable {
  /// What must be found at the place.
  public enum Kind: UInt8, Sendable {
    /// A fail.
    case fail = 0x5E
    /// A label that a finding has besides its first.
    case related = 0x2D
    /// An unknown.
    case unknown = 0x3F
  }

  /// What must be found at the place.
  public let kind: Kind
  /// The marked bytes of the export, never those of the mark itself.
  public let place: Span
}
