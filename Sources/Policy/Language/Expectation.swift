/// What a rule expects: conditions on each entry, or verbs that judge a group.
public struct Expectation: Sendable {
  /// What must hold of each entry.
  public internal(set) var conditions: Conditions
  /// What must hold of each group.
  public internal(set) var verbs: [Verb]
}

/// What can be asked of a group of entries.
public enum Verb: Sendable {
  /// No two entries share an address of this column; with the second, of those that differ there.
  case disjoint(Word, across: Word?)
  /// In each of these columns no two values are equal.
  case distinct([Word])
  /// For each entry a second selection finds something.
  case find(Selection)
  /// The number of entries, or of those that the conditions choose, meets the condition; with a column,
  /// the number of its different values.
  case howMany(Condition, of: Conditions, column: Word?)
  /// Each step is met, and first by an entry before the first of the next step.
  case inOrder([Conditions])
  /// In each of these columns all values agree.
  case same([Word])
  /// No two entries share a value of this ordered column; with the second, its order is that one's, too.
  case strictlyOrdered(Word, by: Word?)
}
