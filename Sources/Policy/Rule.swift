public import Diagnostics
public import SourceText

/// One rule of a policy, as its file says it. Whether its views and columns exist is for those to say
/// who know RouterOS; here only the language is checked.
public struct Rule: Sendable {
  /// The file that holds it.
  public let file: SourceFile
  /// Its name in reports, in kebab-case.
  public let id: Word
  /// How much a finding matters.
  public let severity: Severity
  /// The fact, with placeholders such as `{distance}`.
  public let message: Word
  /// The norm and its reason.
  public let why: Word
  /// The way out.
  public let fix: Word
  /// The rule concerns a router only if this finds something; nil when it concerns all.
  public let when: Selection?
  /// Which entries it judges.
  public let select: Selection
  /// The columns that group the entries; empty for one group a router.
  public let per: [Word]
  /// What must be true.
  public let expect: Expectation
  /// The column a finding points at; nil for the one that failed.
  public let mark: Word?

  /// What is worth knowing of it without its conditions.
  public var summary: RuleSummary {
    RuleSummary(
      id: id.text, severity: severity, message: message.text, why: why.text, fix: fix.text)
  }
}

/// A piece of text in a policy, with its place.
public struct Word: Sendable {
  /// The text.
  public let text: String
  /// Its bytes in the file.
  public let span: Span

  /// A word at a place.
  public init(text: String, span: Span) {
    self.text = text
    self.span = span
  }
}

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
  public let conditions: Conditions
  /// How many must be found, in `when` and `find`; nil for at least one.
  public let howMany: Condition?
}

/// Conditions that must all hold.
public struct Conditions: Sendable {
  /// A column and what must hold of it.
  public struct Clause: Sendable {
    /// The column.
    public let column: Word
    /// What must hold.
    public let condition: Condition
  }

  /// All of these must hold.
  public let clauses: [Clause]
  /// Of these, all clauses of at least one must hold; empty when there is no `any`.
  public let any: [[Clause]]

  /// Conditions of these clauses.
  public init(clauses: [Clause], any: [[Clause]]) {
    self.clauses = clauses
    self.any = any
  }
}

/// What must hold of one value.
public indirect enum Condition: Sendable {
  /// All of these hold.
  case all([Condition])
  /// The value is this or more.
  case atLeast(Operand)
  /// The value is this or less.
  case atMost(Operand)
  /// The value equals one of these; nothing equals none of them.
  case equals([Operand])
  /// The condition does not hold.
  case not(Condition)
  /// There is a value, or there is none.
  case present(Bool)
}

/// What a value is compared with.
public enum Operand: Sendable {
  /// A column of the far end.
  case far(Word)
  /// The text itself.
  case literal(Word)
  /// A parameter of the rule.
  case parameter(Word)
  /// A column of the same entry; inside `find`, of the entry outside.
  case this(Word)
}

/// What a rule expects: conditions on each entry, or verbs that judge a group.
public struct Expectation: Sendable {
  /// What must hold of each entry.
  public let conditions: Conditions
  /// What must hold of each group.
  public let verbs: [Verb]
}

/// What can be asked of a group of entries.
public enum Verb: Sendable {
  /// In each of these columns no two values are equal.
  case distinct([Word])
  /// For each entry a second selection finds something.
  case find(Selection)
  /// The number of entries, or of those that the conditions choose, meets the condition.
  case howMany(Condition, of: Conditions)
  /// In each of these columns all values agree.
  case same([Word])
  /// No two entries share a value of this ordered column.
  case strictlyOrdered(Word)
}
