import Diagnostics
import Policy

/// Every placeholder is one that the finding can fill.
extension RuleCheck {
  func checkPlaceholders(_ columns: Columns) throws(SourceError) {
    if rule.why.text.contains("{") {
      throw error("'why' is the same for every entry; say '{…}' in message or fix", rule.why)
    }
    for word in [rule.message, rule.fix] {
      try checkBraces(word)
      for name in placeholders(in: word.text) { try checkPlaceholder(name, word, columns) }
    }
  }

  private func checkBraces(_ word: Word) throws(SourceError) {
    for part in word.text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
    where !part.contains("}") {
      throw error("'{\(part.prefix(40))' is never closed; expected '{column}'", word)
    }
  }

  private func checkPlaceholder(
    _ name: String, _ word: Word, _ columns: Columns
  ) throws(SourceError) {
    if name.hasPrefix("$") {
      let parameter = String(name.dropFirst())
      guard rule.values[parameter] == nil else { return }
      throw error("no parameter '\(parameter)' is defined", word)
    }
    if name == "how-many" {
      guard rule.expect.verbs.contains(where: \.counts) else {
        throw error("'{how-many}' needs the verb how-many", word)
      }
      return
    }
    var asked = name
    if name.hasPrefix("other.") {
      guard rule.expect.verbs.contains(where: \.comparesEntries) else {
        throw error(
          "'{\(name)}' needs a verb that compares entries: disjoint, distinct, in-order, same or "
            + "strictly-ordered", word)
      }
      asked = String(name.dropFirst("other.".count))
    }
    _ = try column(Word(text: asked, span: word.span), columns)
  }
}

extension Verb {
  fileprivate var counts: Bool {
    switch self {
    case .howMany: true
    case .disjoint, .distinct, .find, .inOrder, .same, .strictlyOrdered: false
    }
  }

  /// Whether a finding of it has a second entry to point at.
  fileprivate var comparesEntries: Bool {
    switch self {
    case .disjoint, .distinct, .inOrder, .same, .strictlyOrdered: true
    case .find, .howMany: false
    }
  }
}
