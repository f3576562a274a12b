import RouterOSModel

/// The three values of a condition, with the logic of Kleene: what decides, decides.
enum Truth {
  case no
  case unknown(Cause)
  case yes

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  /// The other way round; what is unknown stays so.
  var inverted: Truth {
    switch self {
    case .no: .yes
    case .unknown(let cause): .unknown(cause)
    case .yes: .no
    }
  }

  /// Both: no beats unknown.
  func and(_ other: Truth) -> Truth {
    switch (self, other) {
    case (.no, _), (_, .no): .no
    case (.unknown(let cause), _), (_, .unknown(let cause)): .unknown(cause)
    case (.yes, .yes): .yes
    }
  }

  /// At least one: yes beats unknown.
  func or(_ other: Truth) -> Truth { inverted.and(other.inverted).inverted }

  /// All clauses, and all of at least one list of `any` if there is one; nil when all of them were left out.
  /// The first clause that does not hold decides, and most rows are not selected.
  static func all<Clause>(
    _ clauses: [Clause], _ any: [[Clause]], _ judge: (Clause) -> Truth?
  ) -> Truth? {
    var verdict: Truth?
    for clause in clauses {
      guard let truth = judge(clause) else { continue }
      if case .no = truth { return .no }
      verdict = verdict?.and(truth) ?? truth
    }
    guard !any.isEmpty else { return verdict }
    var one = Truth.no
    for list in any {
      one = one.or(all(list, []) { judge($0) ?? .no } ?? .yes)
      if case .yes = one { break }
    }
    return verdict?.and(one) ?? one
  }
}
