import Diagnostics
import SourceText

/// The marks of an example held against the findings in it, in both directions.
struct Claims {
  private struct Place: Hashable {
    let file: ObjectIdentifier
    let kind: Mark.Kind
    let start: UInt32
  }

  let example: Example
  let page: SourceFile
  private var open: [Place: [Span]] = [:]
  private let excerpts: [ObjectIdentifier: Excerpt]
  /// Whether marks mean what is wrong with the export itself; else what cannot be read is a mistake of the page.
  private let isOfExportItself: Bool

  init(_ example: Example, in page: SourceFile, ofExportItself: Bool) {
    self.example = example
    isOfExportItself = ofExportItself
    self.page = page
    excerpts = Dictionary(
      example.excerpts.map { (ObjectIdentifier($0.file), $0) },
      uniquingKeysWith: { first, _ in first })
    for excerpt in example.excerpts {
      for mark in excerpt.marks {
        open[Self.place(mark.kind, excerpt.file, mark.place), default: []].append(mark.place)
      }
    }
  }

  /// What does not agree, in the order of the page: findings that no mark claims, and marks at which
  /// nothing is found. Linear in both.
  mutating func discrepancies(_ diagnostics: [Diagnostic]) -> [SourceError] {
    var found: [SourceError] = []
    var related: Set<Label.Place> = []
    for diagnostic in diagnostics {
      if !claims(diagnostic) { found.append(unclaimed(diagnostic)) }
      for label in diagnostic.related where related.insert(Label.Place(label)).inserted {
        _ = take(.related, label)
      }
    }
    for excerpt in example.excerpts {
      for mark in excerpt.marks where isOpen(mark, excerpt) {
        found.append(
          error("this mark expects \(mark.kind.noun), and none is here", mark.place, excerpt))
      }
    }
    return found.sorted { $0.primary.span.start < $1.primary.span.start }
  }

  private mutating func claims(_ diagnostic: Diagnostic) -> Bool {
    if diagnostic.suppression != nil { return true }
    if !isOfExportItself, isUnreadable(diagnostic) { return false }
    if !isOfExportItself, isRefusedByRouter(diagnostic) { return true }
    return take(diagnostic.outcome == .fail ? .fail : .unknown, diagnostic.primary)
  }

  /// Uses up one mark for what was found at a label. A label without bytes, of something that no line
  /// writes, is as wide as the mark that begins there.
  private mutating func take(_ kind: Mark.Kind, _ label: Label) -> Bool {
    let place = Self.place(kind, label.file, label.span)
    guard let index = open[place]?.lastIndex(where: { label.span.isEmpty || $0 == label.span })
    else { return false }
    open[place]?.remove(at: index)
    return true
  }

  private mutating func isOpen(_ mark: Mark, _ excerpt: Excerpt) -> Bool {
    let place = Self.place(mark.kind, excerpt.file, mark.place)
    guard let index = open[place]?.lastIndex(of: mark.place) else { return false }
    open[place]?.remove(at: index)
    return true
  }

  private func unclaimed(_ diagnostic: Diagnostic) -> SourceError {
    let label = diagnostic.primary
    guard let excerpt = excerpts[ObjectIdentifier(label.file)] else {
      return SourceError("nothing marks this: \(diagnostic.headline)", at: Span(0, 0), in: page)
    }
    if !isOfExportItself, isUnreadable(diagnostic) {
      return error("this cannot be read: \(diagnostic.headline)", label.span, excerpt)
    }
    let isWhole = !excerpt.file.bytes[label.span.range].contains(0x0A)
    let hint = isWhole ? "" : "; write it in one line to mark it"
    let kind = diagnostic.outcome == .fail ? Mark.Kind.fail : .unknown
    let cause = diagnostic.cause.map { "; \($0)" } ?? ""
    return error(
      "nothing marks this \(kind.word): \(diagnostic.headline)\(cause)\(hint)", label.span, excerpt)
  }

  private func error(_ message: String, _ span: Span, _ excerpt: Excerpt) -> SourceError {
    SourceError(message, at: excerpt.inPage(span), in: page)
  }

  private func isUnreadable(_ diagnostic: Diagnostic) -> Bool {
    diagnostic.rule == RuleSummary.unreadableStatement.id
  }

  /// What a router would refuse may stand in an example on purpose.
  private func isRefusedByRouter(_ diagnostic: Diagnostic) -> Bool {
    [RuleSummary.invalidValue, .unknownName].contains { $0.id == diagnostic.rule }
  }

  private static func place(_ kind: Mark.Kind, _ file: SourceFile, _ span: Span) -> Place {
    Place(file: ObjectIdentifier(file), kind: kind, start: span.start)
  }
}

extension Label {
  /// A place that can be counted once.
  fileprivate struct Place: Hashable {
    let file: ObjectIdentifier
    let span: Span

    init(_ label: Label) {
      file = ObjectIdentifier(label.file)
      span = label.span
    }
  }
}

extension Mark.Kind {
  /// What the mark asks for, in a word.
  fileprivate var word: String {
    switch self {
    case .fail: "fail"
    case .related: "related label"
    case .unknown: "unknown"
    }
  }

  /// The same with its article.
  fileprivate var noun: String { self == .unknown ? "an \(word)" : "a \(word)" }
}
