import Diagnostics
import SourceText
import YAML

extension RuleReader {
  /// Conditions on each entry, or verbs for the group; `find` may stand beside conditions.
  func expectation(_ node: Node) throws(SourceError) -> Expectation {
    let conditions = try conditions(node, besideVerbs: true)
    let names = (node.pairs ?? []).compactMap(\.key.text)
    let ofEntry = names.first { $0 == "find" || !Self.verbs.contains($0) }
    var verbs: [Verb] = []
    for pair in node.pairs ?? [] {
      guard let verb = try verb(pair) else { continue }
      verbs.append(verb)
      if case .find = verb { continue }
      if let ofEntry {
        let message =
          "'\(pair.key.text ?? "")' judges a group and cannot stand beside '\(ofEntry)'"
        throw error(message, pair.key.span)
      }
    }
    if verbs.isEmpty, conditions.clauses.isEmpty, conditions.any.isEmpty {
      throw error("'expect' asks for nothing", node.span)
    }
    return Expectation(conditions: conditions, verbs: verbs)
  }

  private func verb(_ pair: Node.Pair) throws(SourceError) -> Verb? {
    switch pair.key.text {
    case "disjoint":
      let (column, across) = try column(pair, with: "across")
      return .disjoint(column, across: across)
    case "distinct": return .distinct(try columns(pair))
    case "find": return .find(try selection(pair.value, counts: true))
    case "how-many": return try howMany(pair.value)
    case "in-order": return .inOrder(try steps(pair.value))
    case "same": return .same(try columns(pair))
    case "strictly-ordered":
      let (column, by) = try column(pair, with: "by")
      return .strictlyOrdered(column, by: by)
    case .some, .none: return nil
    }
  }

  /// `{ at-least: 2 }`, with `column` to count its values, or with `where` to count only some entries.
  private func howMany(_ node: Node) throws(SourceError) -> Verb {
    let chosen = try optional(node, "where", conditions) ?? Conditions(clauses: [], any: [])
    guard let pairs = node.pairs else {
      return .howMany(try condition(node), of: chosen, column: nil)
    }
    let rest = pairs.filter { $0.key.text != "where" && $0.key.text != "column" }
    guard !rest.isEmpty else { throw error("'how-many' says no number", node.span) }
    return .howMany(
      try condition(rest, node), of: chosen, column: try optional(node, "column", word))
  }

  /// A column, or `{ column: …, KEY: … }`.
  private func column(_ pair: Node.Pair, with key: String) throws(SourceError) -> (Word, Word?) {
    guard pair.value.pairs != nil else { return (try word(pair.value), nil) }
    let fields = ["column", key].map { Field($0, .text, isRequired: $0 == "column", "") }
    try check(pair.value, .mapping(fields, others: nil), what: "verb")
    return (try required(pair.value, "column"), try optional(pair.value, key, word))
  }

  private func columns(_ pair: Node.Pair) throws(SourceError) -> [Word] {
    let words = try words(pair.value)
    guard !words.isEmpty else {
      throw error(
        "'\(pair.key.text ?? "")' names no column; expected one or more", pair.value.span)
    }
    return words
  }

  private func steps(_ node: Node) throws(SourceError) -> [Conditions] {
    guard let items = node.items, items.count > 1 else {
      throw error("'in-order' expects a list of two or more mappings", node.span)
    }
    var steps: [Conditions] = []
    for item in items {
      guard item.pairs?.isEmpty == false else { throw error("expected a condition", item.span) }
      steps.append(try conditions(item))
    }
    return steps
  }
}
