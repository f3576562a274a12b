import RouterOSSyntax

/// Tells of the arguments of one script which are secret, and remembers it by the numbers of menu and
/// property: an export asks the same few questions a million times.
struct SecretProperties {
  private let catalogue: Catalogue
  /// The last answer for each slot; what falls into a slot that is taken drives it out.
  private var answers: [(question: UInt64, isSecret: Bool)]
  private static let slots = 1 << 10

  init(_ catalogue: Catalogue) {
    self.catalogue = catalogue
    answers = Array(repeating: (.max, false), count: Self.slots)
  }

  /// The same as ``Menu/isSecret(_:)-(Argument)`` of the menu of the statement that holds `argument`.
  mutating func contain(_ argument: Argument, of statement: Statement) -> Bool {
    guard argument.kind == .pair, let name = argument.nameNumber else {
      return argument.kind == .positional && catalogue.menu(statement.menu).isSecret(argument)
    }
    let menu = statement.menuNumber
    let question = UInt64(menu) << 32 | UInt64(name)
    let slot = (menu &* 61 &+ name) & (Self.slots - 1)
    if answers[slot].question == question { return answers[slot].isSecret }
    let isSecret = catalogue.menu(statement.menu).isSecret(argument)
    answers[slot] = (question, isSecret)
    return isSecret
  }
}
