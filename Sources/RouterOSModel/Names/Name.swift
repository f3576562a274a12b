import SourceText

/// A name that entries of a menu are called by: an address list, a chain, a pool, an interface.
struct Name: Hashable {
  /// The menu whose entries bear it; ``allInterfaces`` for interfaces of all kinds.
  let menu: String
  /// The name itself.
  let text: String
}

/// A value that names an entry.
struct NameUse {
  /// The menu of the entry that holds the value.
  let menu: String
  /// The property that holds it.
  let property: String
  /// The argument that holds it.
  let span: Span
  /// What the entry that holds the value is itself called among the same names; nil when it bears none.
  let user: Name?
}

/// Whether there is an entry of a name.
enum NameDefinition {
  /// A line defines it.
  case written(Entry)
  /// RouterOS has it without a line, though one may have named it.
  case builtIn(Entry)
  /// The router makes it by itself, or has it and a compact export does not mention it.
  case implied
  /// The entry was removed, and its number is left.
  case deleted
  /// There is none.
  case missing
  /// Nothing that was read tells.
  case unknown(Cause)
}
