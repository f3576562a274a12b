import Diagnostics
import Policy
import RouterOSModel

/// Conditions fit their columns, and values the types of those.
extension RuleCheck {
  func check(
    _ conditions: Conditions, _ columns: Columns, _ outer: Columns
  ) throws(SourceError) {
    for clause in conditions.clauses + conditions.any.joined() {
      try check(clause.condition, try column(clause.column, columns), clause.column, outer)
    }
  }

  private func check(
    _ condition: Condition, _ column: Column, _ word: Word, _ outer: Columns
  ) throws(SourceError) {
    switch condition {
    case .all(let inner): for condition in inner { try check(condition, column, word, outer) }
    case .not(let inner): try check(inner, column, word, outer)
    case .present: return
    case .equals:
      guard !column.isList else {
        throw error(
          "'\(word.text)' holds a list; say contains (any of these) or only (nothing but these)",
          word)
      }
    case .atLeast, .atMost:
      guard column.type.isOrdered else {
        throw error("column '\(word.text)' has no order; expected equality or 'present'", word)
      }
    case .list(let relation, _):
      guard column.isList || column.type == .addresses else {
        throw error(
          "'\(word.text)' holds one value; '\(relation.rawValue)' asks about lists", word)
      }
    case .addresses: try checkHoldsAddresses(column, word)
    case .matches(let operand, _):
      if let reference = operand.column {
        throw error("'matches' expects a pattern, not the value of a column", reference)
      }
      return
    }
    for operand in condition.operands { try check(operand, of: condition, column, outer) }
  }

  /// Addresses, or a list of which only its rows tell.
  func checkHoldsAddresses(_ column: Column, _ word: Word) throws(SourceError) {
    switch column.type {
    case .address, .addresses, .interfaceAddress, .list, .prefix, .set, .text: return
    case .asNumber, .boolean, .choice, .date, .duration, .durations, .flag, .grants, .integer,
      .interface, .keepalive, .limit, .macAddress, .microseconds, .name, .numbers, .pair, .ports,
      .protocol, .rateLimit, .rates, .script, .size, .timeWindow:
      throw error("column '\(word.text)' holds no addresses", word)
    }
  }

  private func check(
    _ operand: Operand, of condition: Condition, _ column: Column, _ outer: Columns
  ) throws(SourceError) {
    switch operand {
    case .far, .this:
      _ = try operand.column.map { word throws(SourceError) in
        try self.column(word, outer)
      }
    case .parameter(let word): throw error("no parameter '\(word.text)' is defined", word)
    case .literal(let word):
      if case .addresses = condition {
        guard AddressSpan(word.text) == nil else { return }
        throw error("'\(word.text)' is no address, network or range", word)
      }
      if let complaint = column.complaint(about: word.text) { throw error(complaint, word) }
    }
  }

  func checkCount(_ condition: Condition) throws(SourceError) {
    try checkNumeric(condition, "'how-many' expects a whole number") {
      Int($0.text) == nil ? "'\($0.text)' is no whole number" : nil
    }
  }

  func checkReleases(_ condition: Condition) throws(SourceError) {
    try checkNumeric(condition, "'routeros' expects a release") {
      Releases.release(.literal($0)) == nil
        ? "'\($0.text)' is no release; expected one such as 7 or 7.10" : nil
    }
  }

  /// Only equality and order can be asked of numbers and releases.
  private func checkNumeric(
    _ condition: Condition, _ expected: String, _ complaint: (Word) -> String?
  ) throws(SourceError) {
    switch condition {
    case .all(let inner):
      for condition in inner { try checkNumeric(condition, expected, complaint) }
    case .not(let inner): try checkNumeric(inner, expected, complaint)
    case .present: return
    case .atLeast, .atMost, .equals, .addresses, .list, .matches:
      for operand in condition.operands {
        guard case .literal(let word) = operand else {
          throw error(expected, operand.word)
        }
        if let complaint = complaint(word) { throw error(complaint, word) }
        if case .addresses(let relation, _) = condition {
          throw error("\(expected), which '\(relation.rawValue)' does not ask about", word)
        }
        if case .list(let relation, _) = condition {
          throw error("\(expected), which '\(relation.rawValue)' does not ask about", word)
        }
        if case .matches = condition {
          throw error("\(expected), which 'matches' does not ask about", word)
        }
      }
    }
  }
}

extension Operand {
  /// The word it is written as.
  var word: Word {
    switch self {
    case .far(let word), .literal(let word), .parameter(let word), .this(let word): word
    }
  }
}
