import Diagnostics
import Policy
import RouterOSModel
import RouterOSSyntax
import SourceText

/// An exception that the comment of an entry writes: `jalur:allow RULE until=2027-01-31 reason`.
struct InlineException: Sendable {
  /// The id of the rule as it is written.
  let rule: String
  /// The last day; nil when none can be read.
  let until: Day?
  /// Whether words behind it say why.
  let hasReason: Bool
  /// The comment.
  let place: Span
  /// The whole statement.
  let statement: Span

  private static let mark = "jalur:allow"

  /// All of an export, in order. Linear; an export that has none costs one look at its bytes.
  static func all(of script: Script) -> [InlineException] {
    guard holdsMark(script.file.bytes) else { return [] }
    var found: [InlineException] = []
    for statement in script.statements where !statement.isDamaged {
      for argument in statement.arguments where argument.name == "comment" {
        let parts = argument.value.split(separator: mark, omittingEmptySubsequences: false)
        for part in parts.dropFirst() {
          found.append(InlineException(part, argument.span, statement.span))
        }
      }
    }
    return found
  }

  private init(_ text: Substring, _ place: Span, _ statement: Span) {
    let words = text.split { $0 == " " || $0 == "\t" || $0 == ";" }
    rule = words.first.map(String.init) ?? ""
    let date = words.first { $0.hasPrefix("until=") }
    until = date.flatMap { Day($0.dropFirst("until=".count)) }
    hasReason = words.dropFirst().contains { !$0.hasPrefix("until=") }
    self.place = place
    self.statement = statement
  }

  private static func holdsMark(_ bytes: [UInt8]) -> Bool {
    let wanted = Array(mark.utf8)
    let colon = 5
    var place = colon
    while place < bytes.count {
      if bytes[place] == wanted[colon], bytes[(place - colon)...].starts(with: wanted) {
        return true
      }
      place += 1
    }
    return false
  }
}
