/// How many of the packets that are looked at a matcher takes.
enum PacketExtent: Hashable, Sendable {
  case none
  /// A few or none, and never all: those with a certain content.
  case rare
  /// Some, and never all: as a limit does.
  case some
  /// Nobody can tell.
  case maybe
  /// Some at least, and perhaps all.
  case most
  case all

  /// What two matchers of a rule take together.
  func and(_ other: PacketExtent) -> PacketExtent {
    switch (self, other) {
    case (.none, _), (_, .none): .none
    case (.all, let rest), (let rest, .all): rest
    case (.rare, _), (_, .rare), (.some, .maybe), (.maybe, .some): .rare
    case (.some, _), (_, .some): .some
    case (.maybe, _), (_, .maybe): .maybe
    case (.most, .most): .most
    }
  }

  /// What is taken when the matcher stands behind an exclamation mark.
  var inverted: PacketExtent {
    switch self {
    case .none: .all
    case .all: .none
    case .rare: .most
    case .some: .some
    case .maybe, .most: .maybe
    }
  }
}

/// Who sends the packets that a rule matches.
enum PacketSources: Equatable, Sendable {
  case anybody
  /// Those whom a line or a list names; the number of their addresses, as far as it is known.
  case named(UInt128)
  /// Everybody but those.
  case others
}

/// What a rule takes of the packets that are looked at.
struct PacketFit: Sendable {
  var extent: PacketExtent
  var sources: PacketSources
  /// Why nobody can tell more exactly; nil where that is told.
  var cause: Cause?

  /// Takes in another matcher of the rule.
  mutating func add(_ other: PacketExtent, _ cause: @autoclosure () -> Cause) {
    extent = extent.and(other)
    if other == .maybe || other == .rare || other == .most { self.cause = self.cause ?? cause() }
  }
}

/// Whether something is so.
enum Presence: Sendable {
  case no
  case maybe(Cause)
  case yes

  var isNo: Bool { if case .no = self { true } else { false } }
  var isYes: Bool { if case .yes = self { true } else { false } }

  /// Whether one of two is so.
  func or(_ other: Presence) -> Presence {
    switch (self, other) {
    case (.yes, _), (_, .yes): .yes
    case (.maybe, _), (_, .no): self
    case (.no, _): other
    }
  }

  /// The same where something else that nobody can tell must be so, too.
  func weakened(_ cause: Cause) -> Presence {
    if case .yes = self { .maybe(cause) } else { self }
  }
}
