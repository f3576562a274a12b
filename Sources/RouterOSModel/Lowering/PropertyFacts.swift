import RouterOSSyntax

/// What hashes of entries need to know of properties, remembered by the number of the name: lines of a menu
/// ask for the same few again and again.
struct PropertyFacts {
  /// What is to be known of one property in the menu and release of one export.
  struct Facts {
    /// The hash of its name.
    let name: UInt64
    let type: ValueType
    let isSecret: Bool
    /// The hash of what it is when no line says so; nil when that is not known.
    let fallback: UInt64?
  }

  private struct Slot {
    let context: EntryContext
    let number: Int
    let facts: Facts
    /// The last line that wrote it.
    var line: Int
  }

  /// The last property for each slot; what falls into a slot that is taken drives it out.
  private var slots: [Slot?] = Array(repeating: nil, count: Self.count)
  private static let count = 1 << 8
  private var line = 0

  /// Says that what is asked for from now on is of another line.
  mutating func beginLine() { line += 1 }

  /// The facts of the property that the next argument of the line writes; nil when it is a bare word, or when
  /// the line may have written the property before.
  mutating func next(_ argument: Argument, _ context: EntryContext) -> Facts? {
    guard let number = argument.nameNumber, let name = argument.name else { return nil }
    let index = number & (Self.count - 1)
    if let slot = slots[index] {
      if slot.line == line { return nil }
      if slot.number == number, slot.context === context {
        slots[index]?.line = line
        return slot.facts
      }
    }
    let facts = Self.facts(of: name, context)
    slots[index] = Slot(context: context, number: number, facts: facts, line: line)
    return facts
  }

  private static func facts(of name: String, _ context: EntryContext) -> Facts {
    let fallback = Entry(context).fallback(name)
    return Facts(
      name: hashOfText(name), type: context.menu.type(of: name),
      isSecret: context.menu.isSecret(name),
      fallback: fallback.isKnown ? hashOfText(fallback.text ?? "") : nil)
  }
}
