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
    case .equals(let operands):
      guard !column.isList else {
        throw error(
          "'\(word.text)' holds a list, of which equality could mean any or all; "
            + "say present, or same or distinct of a group", word)
      }
      for operand in operands { try check(operand, column, outer) }
    case .atLeast(let operand), .atMost(let operand):
      guard column.type.isOrdered else {
        throw error("column '\(word.text)' has no order; expected equality or 'present'", word)
      }
      try check(operand, column, outer)
    }
  }

  private func check(
    _ operand: Operand, _ column: Column, _ outer: Columns
  ) throws(SourceError) {
    switch operand {
    case .far(let word):
      _ = try self.column(Word(text: "far.\(word.text)", span: word.span), outer)
    case .this(let word): _ = try self.column(word, outer)
    case .parameter(let word): throw error("no parameter '\(word.text)' is defined", word)
    case .literal(let word):
      if let complaint = column.complaint(about: word.text) { throw error(complaint, word) }
    }
  }

  func checkCount(_ condition: Condition) throws(SourceError) {
    switch condition {
    case .all(let inner): for condition in inner { try checkCount(condition) }
    case .not(let inner): try checkCount(inner)
    case .present: return
    case .atLeast(let operand), .atMost(let operand): try checkCount(operand)
    case .equals(let operands): for operand in operands { try checkCount(operand) }
    }
  }

  private func checkCount(_ operand: Operand) throws(SourceError) {
    switch operand {
    case .literal(let word):
      if Int(word.text) == nil { throw error("'\(word.text)' is no whole number", word) }
    case .far(let word), .parameter(let word), .this(let word):
      throw error("'how-many' expects a whole number", word)
    }
  }
}
