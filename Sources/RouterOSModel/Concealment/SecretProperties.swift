import RouterOSSyntax

/// Tells of the arguments of one script which are secret, and remembers it by the number of
/// the property: an export asks the same few questions a million times.
struct SecretProperties {
  private let script: Script
  private let catalogue: Catalogue
  /// The last answer for each slot; what falls into a slot that is taken drives it out.
  private var answers: [(menu: Menu?, name: Int, isSecret: Bool)]
  private static let slots = 1 << 10

  init(of script: Script, _ catalogue: Catalogue) {
    self.script = script
    self.catalogue = catalogue
    answers = Array(repeating: (nil, 0, false), count: Self.slots)
  }

  /// The same as ``Menu/isSecret(_:)-(Argument)``.
  mutating func contain(_ argument: Argument, in menu: Menu) -> Bool {
    // Scripts within values number their names for themselves.
    guard argument.script === script, argument.kind == .pair, let name = argument.nameNumber else {
      return menu.isSecret(argument)
    }
    let slot = name & (Self.slots - 1)
    if answers[slot].menu === menu, answers[slot].name == name { return answers[slot].isSecret }
    let isSecret = menu.isSecret(argument)
    answers[slot] = (menu, name, isSecret)
    return isSecret
  }
}
