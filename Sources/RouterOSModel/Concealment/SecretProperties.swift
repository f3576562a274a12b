import RouterOSSyntax

/// Tells of the arguments of one script which are secret, and remembers it by the number of
/// the property: an export asks the same few questions a million times.
struct SecretProperties {
  private let script: Script
  private let catalogue: Catalogue
  /// The last answer for each slot; what falls into a slot that is taken drives it out.
  private var answers: [Answer]
  /// The menus of the answers, which live as long as these.
  private var menus: [Menu?]
  private static let slots = 1 << 10

  /// An answer, with a menu that is told by where it lies: to hold it would cost more than to look.
  private struct Answer {
    var menu: ObjectIdentifier?
    var name = 0
    var isSecret = false
  }

  init(of script: Script, _ catalogue: Catalogue) {
    self.script = script
    self.catalogue = catalogue
    answers = Array(repeating: Answer(), count: Self.slots)
    menus = Array(repeating: nil, count: Self.slots)
  }

  /// The same as ``Menu/isSecret(_:)-(Argument)``.
  mutating func contain(_ argument: Argument, in menu: Menu) -> Bool {
    // Scripts within values number their names for themselves.
    guard argument.script === script, argument.kind == .pair, let name = argument.nameNumber else {
      return menu.isSecret(argument)
    }
    let slot = name & (Self.slots - 1)
    let known = answers[slot]
    if known.menu == ObjectIdentifier(menu), known.name == name { return known.isSecret }
    let isSecret = menu.isSecret(argument)
    answers[slot] = Answer(menu: ObjectIdentifier(menu), name: name, isSecret: isSecret)
    menus[slot] = menu
    return isSecret
  }
}
