public import RouterOSSyntax
import SourceText

/// What is to be known of an entry that is more than one line which adds it: a built-in one, one that the
/// export only addresses, or one that several lines change.
struct EntryHistory: Sendable {
  /// The entry that is there without any line, if this is one.
  var builtIn: Menu.BuiltIn?
  /// How the export addresses the entry instead of adding it.
  var selector: String?
  /// The statements that write it, in file order; some may stand in blocks.
  var statements: [Statement] = []
  /// The argument that last wrote each property.
  var arguments: [String: Argument] = [:]
  /// What last switched the entry on or off, if a command did and no argument.
  var switching: Switching?
  /// Whether a later line removes it.
  var isRemoved = false

  /// A command that switches entries on or off.
  struct Switching {
    let isOff: Bool
    let span: Span
  }

  /// Takes in the properties of a statement; what is written last wins. With `version`, properties typed in
  /// short are those of that release that they mean; see ``Menu/fullName(_:in:)``.
  mutating func take(
    _ statement: Statement, in menu: Menu, shortIn version: RouterOSVersion?? = nil
  ) {
    statements.append(statement)
    for argument in statement.arguments {
      guard let typed = menu.property(of: argument) else { continue }
      let name = version.map { menu.fullName(typed, in: $0) } ?? typed
      if wordsOfPlaces.contains(name) { continue }
      arguments[name] = argument
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
