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

  /// All of them; nil of none.
  static func all(_ truths: [Truth]) -> Truth? {
    truths.reduce(Truth?.none) { $0?.and($1) ?? $1 }
  }

  /// At least one of them; nil of none.
  static func any(_ truths: [Truth]) -> Truth? {
    truths.reduce(Truth?.none) { $0?.or($1) ?? $1 }
  }
}
