public import RouterOSSyntax
import SourceText

/// What is to be known of an entry that is more than one line which adds it: a built-in one, one that the
/// export only addresses, or one that several lines change.
struct EntryHistory: Sendable {
  /// The entry that is there without any line, if this is one.
  var builtIn: Menu.BuiltIn?
  /// How the export addresses the entry instead of adding it.
  var selector: String?
  /// The statements that write it, in file order, by number.
  var statements: [Int] = []
  /// The number of the argument that last wrote each property.
  var arguments: [String: Int] = [:]
  /// What last switched the entry on or off, if a command did and no argument.
  var switching: Switching?
  /// Whether a later line removes it.
  var isRemoved = false

  /// A command that switches entries on or off.
  struct Switching {
    let isOff: Bool
    let span: Span
  }

  /// Takes in the properties of a statement; what is written last wins.
  mutating func take(_ statement: Statement, in menu: Menu) {
    statements.append(statement.index)
    for argument in statement.arguments {
      guard let name = menu.property(of: argument), !wordsOfPlaces.contains(name) else { continue }
      arguments[name] = argument.index
      if name == "disabled" { switching = nil }
    }
  }
}

/// What a command says of the place of an entry and of its model, and not of the entry itself.
let wordsOfPlaces: Set<String> = ["copy-from", "destination", "place-before"]

extension Menu {
  /// The property that an argument writes, be it as a flag, such as the bare word `blackhole`; nil for any
  /// other word.
  public func property(of argument: Argument) -> String? {
    if let name = argument.name { return name }
    if flags.isEmpty { return nil }
    let word = argument.value
    return flags.contains(word) ? word : nil
  }
}
