/// Which entries are meant.
public struct Selection: Sendable {
  /// Where the entries come from.
  public enum Source: Sendable {
    /// A menu of RouterOS, such as `/ip service`.
    case menu(Word)
    /// A view, such as `default-routes`.
    case view(Word)
  }

  /// Where the entries come from.
  public let source: Source
  /// What must hold of an entry for it to be selected.
  public internal(set) var conditions: Conditions
  /// How many must be found, in `when` and `find`; nil for at least one.
  public internal(set) var howMany: Condition?
}

/// Conditions that must all hold.
public struct Conditions: Sendable {
  /// A column and what must hold of it.
  public struct Clause: Sendable {
    /// The column.
    public let column: Word
    /// What must hold.
    public internal(set) var condition: Condition
  }

  /// All of these must hold.
  public internal(set) var clauses: [Clause]
  /// Of these, all clauses of at least one must hold; empty when there is no `any`.
  public internal(set) var any: [[Clause]]

  /// Conditions of these clauses.
  public init(clauses: [Clause], any: [[Clause]]) {
    self.clauses = clauses
    self.any = any
  }
}
