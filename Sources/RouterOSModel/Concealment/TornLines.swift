import RouterOSSyntax
import SourceText

/// Tells which statements of a script may be a part of a secret that was torn apart: those that cannot be
/// read, and behind them, or behind a secret, those that do not read like a command.
struct TornLines {
  /// What stands before the statement at hand.
  private enum Before {
    case command
    case damage
    case secret
  }

  private let sections: [Section]
  private let catalogue: Catalogue
  private let file: SourceFile
  private var before = Before.command
  /// The next menu line.
  private var section = 0
  /// Where comments that hold a secret begin.
  private let comments: [UInt32]
  private var comment = 0

  init(_ script: Script, _ catalogue: Catalogue, secretComments: [UInt32]) {
    comments = secretComments
    sections = Array(script.sections)
    file = script.file
    self.catalogue = catalogue
  }

  /// Takes the menu lines before an offset; those that may be a part of a secret, since they name no
  /// menu of RouterOS.
  mutating func tornSections(before offset: UInt32) -> [Section] {
    var torn: [Section] = []
    while section < sections.count, sections[section].span.start < offset {
      let next = sections[section]
      section += 1
      takeComments(before: next.span.start)
      if isMenuLine(next.span.start) || catalogue.menu(next.menu).isRecognised {
        before = .command
      } else {
        before = .damage
        torn.append(next)
      }
    }
    return torn
  }

  /// Whether the path at a place names a menu, and is not the rest of a secret.
  private func isMenuLine(_ start: UInt32) -> Bool {
    before == .command || file.bytes[Int(start)] == UInt8(ascii: "/")
  }

  /// Takes the next statement; whether nothing of it may be shown but words of RouterOS.
  mutating func takes(_ statement: Statement, _ menu: Menu, writesSecret: Bool) -> Bool {
    takeComments(before: statement.span.start)
    if statement.namesUnknownMenu, isMenuLine(statement.span.start) {
      before = .command
      return false
    }
    if isTorn(statement, menu) {
      before = .damage
      return true
    }
    before = writesSecret ? .secret : .command
    return false
  }

  private mutating func takeComments(before offset: UInt32) {
    while comment < comments.count, comments[comment] < offset {
      comment += 1
      if before == .command { before = .secret }
    }
  }

  private func isTorn(_ statement: Statement, _ menu: Menu) -> Bool {
    if statement.isDamaged { return true }
    switch before {
    case .command: return false
    case .secret: return !statement.hasKnownVerb && !statement.verb.isEmpty && beginsBare(statement)
    case .damage: return !readsLikeCommand(statement, menu)
    }
  }

  private func readsLikeCommand(_ statement: Statement, _ menu: Menu) -> Bool {
    guard statement.hasKnownVerb else { return false }
    if statement.verb.hasPrefix(":") || !beginsBare(statement) { return true }
    return statement.arguments.allSatisfy { argument in
      argument.isCode || menu.knows(argument)
    }
  }

  /// Whether no menu is named before the verb.
  private func beginsBare(_ statement: Statement) -> Bool {
    statement.span.start == statement.verbSpan.start
  }
}

extension Menu {
  /// Whether the name of `argument`, or the word it is, is one of RouterOS and so no part of a secret.
  func knows(_ argument: Argument) -> Bool {
    let name = argument.name ?? argument.value
    return properties[name] != nil || argument.kind != .positional && isSecret(name)
  }
}

/// What of a statement that cannot be read must be hidden: everything but its command and the names of
/// properties that RouterOS knows.
func hiddenSpans(ofUnreadable statement: Statement, _ menu: Menu) -> [HiddenSpan] {
  let bytes = statement.script.file.bytes
  var hidden: [HiddenSpan] = []
  var start = Int(statement.span.start)
  func hide(to end: Int) {
    var end = end
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    while start < end, bytes[start] <= 0x20 { start += 1 }
    if start < end { hidden.append(HiddenSpan(Span(start, end), .unreadable)) }
  }
  for word in shownWords(of: statement, menu) where word.lowerBound >= start {
    hide(to: word.lowerBound)
    start = word.upperBound
  }
  hide(to: Int(statement.span.end))
  return hidden
}

/// The words of a statement that are RouterOS's own, in order.
private func shownWords(of statement: Statement, _ menu: Menu) -> [Range<Int>] {
  let bytes = statement.script.file.bytes
  let span = statement.span.range
  var words: [Range<Int>] = []
  if !statement.verb.isEmpty, statement.hasKnownVerb {
    let verb = statement.verbSpan.range
    words.append(menu.isModelled ? span.lowerBound..<verb.upperBound : verb)
  } else if ["add ", "set "].contains(where: { bytes[span].starts(with: $0.utf8) }) {
    words.append(span.lowerBound..<span.lowerBound + 3)
  }
  for argument in statement.arguments where argument.kind != .positional && menu.knows(argument) {
    let range = argument.span.range
    let end = bytes[range].firstIndex(of: UInt8(ascii: "=")).map { $0 + 1 } ?? range.upperBound
    words.append(range.lowerBound..<end)
  }
  return words
}
