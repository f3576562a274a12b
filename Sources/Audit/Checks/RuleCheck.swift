import Diagnostics
import Policy
import RouterOSModel

/// Holds one rule against the model: the place where policies and RouterOS meet.
struct RuleCheck {
  let rule: Rule

  /// Throws one sentence with a place for the first thing that the rule gets wrong.
  func run() throws(SourceError) {
    if let condition = rule.routerOS { try checkReleases(condition) }
    if let when = rule.when { try check(when, outer: nil) }
    try checkShape(of: rule.select.source)
    let columns = try check(rule.select, outer: nil)
    for word in rule.per where word.text != "fleet" { _ = try column(word, columns) }
    for word in rule.show + (rule.mark.map { [$0] } ?? []) { _ = try column(word, columns) }
    try check(rule.expect.conditions, columns, columns)
    let groups = rule.expect.verbs.filter { if case .find = $0 { false } else { true } }
    if let first = rule.per.first, groups.isEmpty {
      throw error("'per' needs a verb that judges a group, such as distinct or how-many", first)
    }
    for verb in rule.expect.verbs { try check(verb, columns) }
    try checkPlaceholders(columns)
    try checkSwitchedOff(columns)
    try checkExpectAgainstWhere(columns)
  }

  private func check(_ verb: Verb, _ columns: Columns) throws(SourceError) {
    switch verb {
    case .distinct(let words), .same(let words):
      for word in words { _ = try column(word, columns) }
    case .strictlyOrdered(let word, let by):
      try checkOrder(word, columns)
      if let by, by.text != "path" { try checkOrder(by, columns) }
    case .disjoint(let word, let across):
      try checkHoldsAddresses(try column(word, columns), word)
      if let across { _ = try column(across, columns) }
    case .inOrder(let steps):
      try checkIsOrdered(rule.select.source)
      for step in steps { try check(step, columns, columns) }
    case .howMany(let condition, let chosen, let word):
      try check(chosen, columns, columns)
      if let word { _ = try column(word, columns) }
      try checkCount(condition)
    case .find(let selection): try checkFind(selection, columns)
    }
  }

  private func checkOrder(_ word: Word, _ columns: Columns) throws(SourceError) {
    guard try column(word, columns).type.isOrdered else {
      throw error("column '\(word.text)' has no order; expected a number or a time", word)
    }
  }

  private func checkIsOrdered(_ source: Selection.Source) throws(SourceError) {
    if case .menu(let word) = source,
      Catalogue.shipped.menu(menuPath(word.text)).kind == .orderedList
    {
      return
    }
    throw error(
      "the entries of '\(source.word.text)' have no order; 'in-order' needs one", source.word)
  }

  /// Without a column that links it to the entry outside, `find` would compare every pair.
  private func checkFind(_ selection: Selection, _ outer: Columns) throws(SourceError) {
    let columns = try check(selection, outer: outer)
    let source = selection.source.word
    guard selection.conditions.clauses.contains(where: \.linksToTheEntryOutside) else {
      throw error(
        "'find' must say what its entries share with this one, such as interface: $this.interface",
        source)
    }
    if columns.canBeDisabled, !selection.conditions.speak(of: "disabled") {
      throw error(Self.switchedOff, source)
    }
  }

  @discardableResult
  private func check(_ selection: Selection, outer: Columns?) throws(SourceError) -> Columns {
    let columns = try columns(of: selection.source)
    try check(selection.conditions, columns, outer ?? columns)
    if let count = selection.howMany { try checkCount(count) }
    return columns
  }

  /// Conditions of an exception, on what the rule selects.
  func check(_ conditions: Conditions, of source: Selection.Source) throws(SourceError) {
    let columns = try columns(of: source)
    try check(conditions, columns, columns)
  }

  private func columns(of source: Selection.Source) throws(SourceError) -> Columns {
    switch source {
    case .view(let word):
      guard let view = View(rawValue: word.text) else {
        throw unknown("view", word, View.allCases.map(\.rawValue))
      }
      return Columns(view)
    case .menu(let word):
      let menu = Catalogue.shipped.menu(menuPath(word.text))
      guard menu.isModelled else {
        if menu.isRecognised {
          throw error(
            "menu '\(word.text)' is known only by name, so that no rule can judge it", word)
        }
        let paths = Catalogue.shipped.paths.filter { Catalogue.shipped.menu($0).isModelled }
        throw unknown("menu", word, paths, listed: false)
      }
      return Columns(menu)
    }
  }

  /// The column that a word names, which may begin with `far.`.
  func column(_ word: Word, _ columns: Columns) throws(SourceError) -> Column {
    var name = word.text
    if name.hasPrefix("far.") {
      guard columns.hasFarEnd else { throw error("these entries have no far end", word) }
      name = String(name.dropFirst(4))
    }
    if let column = columns[name] { return column }
    let asked = Word(text: name, span: word.span)
    let own = columns.ownNames
    if nearestWord(to: name, among: own) == nil {
      // What was asked for may be a property of the entries behind the view, but these are hundreds.
      let near = nearestWord(to: name, among: columns.furtherNames)
      if let near { throw unknown("column", asked, [near]) }
    }
    throw unknown("column", asked, own)
  }

  private func unknown(_ what: String, _ word: Word, _ words: [String], listed: Bool = true)
    -> SourceError
  {
    if let near = nearestWord(to: word.text, among: words) {
      return error("no \(what) '\(word.text)'; did you mean '\(near)'?", word)
    }
    let rest = listed ? "; expected one of \(words.sorted().joined(separator: ", "))" : ""
    return error("no \(what) '\(word.text)'\(rest)", word)
  }

  func error(_ message: String, _ word: Word) -> SourceError {
    SourceError(message, at: word.span, in: word.file ?? rule.file)
  }
}

extension Selection.Source {
  /// The word that names it.
  var word: Word {
    switch self {
    case .menu(let word), .view(let word): word
    }
  }
}

extension Conditions.Clause {
  /// Whether it asks that a column equal one of some of the entry that `find` stands for.
  fileprivate var linksToTheEntryOutside: Bool {
    guard case .equals(let operands) = condition else { return false }
    return operands.areOfTheEntryOutside
  }
}

extension [Operand] {
  /// Whether all are columns of the entry outside: so few rows are equal to them.
  var areOfTheEntryOutside: Bool {
    !isEmpty && allSatisfy { if case .this = $0 { true } else { false } }
  }
}
