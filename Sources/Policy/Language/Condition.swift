/// What must hold of one value.
public indirect enum Condition: Sendable {
  /// How a value lies to the addresses that are given.
  public enum AddressRelation: String, CaseIterable, Sendable {
    /// It contains one of them whole.
    case covers
    /// All its addresses are among them.
    case inside
    /// It shares an address with one of them.
    case overlaps
  }

  /// How a list lies to the values that are given.
  public enum ListRelation: String, CaseIterable, Sendable {
    /// It has any of them.
    case contains
    /// It has nothing else.
    case only
  }

  /// It lies so to these addresses.
  case addresses(AddressRelation, [Operand])
  /// All of these hold.
  case all([Condition])
  /// The value is this or more.
  case atLeast(Operand)
  /// The value is this or less.
  case atMost(Operand)
  /// The value equals one of these; nothing equals none of them.
  case equals([Operand])
  /// The list lies so to these values.
  case list(ListRelation, [Operand])
  /// The pattern is found in it; nil until the parameter that holds it has a value.
  case matches(Operand, Pattern?)
  /// The condition does not hold.
  case not(Condition)
  /// There is a value, or there is none.
  case present(Bool)

  /// What it compares with, those of inner conditions included.
  public var operands: [Operand] {
    switch self {
    case .addresses(_, let operands), .equals(let operands), .list(_, let operands): operands
    case .all(let inner): inner.flatMap(\.operands)
    case .atLeast(let operand), .atMost(let operand), .matches(let operand, _): [operand]
    case .not(let inner): inner.operands
    case .present: []
    }
  }
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

  /// The column it refers to, that of the far end with `far.`; nil when it is the text itself.
  public var column: Word? {
    switch self {
    case .far(let word): Word(text: "far.\(word.text)", span: word.span)
    case .this(let word): word
    case .literal, .parameter: nil
    }
  }
}
