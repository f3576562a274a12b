import Policy

/// Conditions on a number of entries.
enum Counting {
  /// Whether a condition holds for all numbers of a range, and when it `isOpen`, for all above; nil when
  /// for some only. Costs the square of the condition, whatever the range.
  static func verdict(_ condition: Condition, _ range: ClosedRange<Int>, isOpen: Bool) -> Bool? {
    let limit = 1 << 48
    let turns = numbers(in: condition).map { min(max($0, -1), limit) }.flatMap {
      [$0 - 1, $0, $0 + 1]
    }
    let last = isOpen ? max(range.upperBound, turns.max() ?? 0, 1) : range.upperBound
    let telling =
      [range.lowerBound, last] + turns.filter { (range.lowerBound...last).contains($0) }
    let verdicts = Set(telling.map { meets(condition, $0) })
    return verdicts.count == 1 ? verdicts.first : nil
  }

  /// The numbers at which a condition may change between holding and not holding.
  private static func numbers(in condition: Condition) -> [Int] {
    switch condition {
    case .all(let conditions): conditions.flatMap(numbers)
    case .not(let inner): numbers(in: inner)
    case .present: [0]
    case .addresses, .atLeast, .atMost, .equals, .list, .matches:
      condition.operands.compactMap(number)
    }
  }

  /// Whether a number meets a condition; what does not ask about numbers never holds.
  static func meets(_ condition: Condition, _ count: Int) -> Bool {
    switch condition {
    case .all(let conditions): conditions.allSatisfy { meets($0, count) }
    case .atLeast(let operand): number(operand).map { count >= $0 } ?? false
    case .atMost(let operand): number(operand).map { count <= $0 } ?? false
    case .equals(let operands): operands.contains { number($0) == count }
    case .not(let inner): !meets(inner, count)
    case .present(let wanted): (count > 0) == wanted
    case .addresses, .list, .matches: false
    }
  }

  /// The number an operand writes; nil when it is none.
  static func number(_ operand: Operand) -> Int? {
    guard case .literal(let word) = operand else { return nil }
    return Int(word.text)
  }
}
