import RouterOSSyntax
import SourceText

/// A statement that may hold secrets: which item it speaks of and what it calls things, in words that hold no
/// secret. Each is worked out when it is first asked for, since most statements hold none.
struct HolderOfSecrets {
  let menu: Menu
  /// Whether the statement is a line of a script that an entry keeps.
  var isScript: Bool { outer != nil }
  private let statement: Statement
  private let outer: FoundSecret.Place?
  private lazy var item = title
  /// What the statement calls things, by property.
  lazy var names = namesOfThings(in: statement)
  private var owners: [KindOfSecret: String] = [:]

  /// A statement; `outer` is the entry that keeps the script it is in.
  init(_ statement: Statement, _ menu: Menu, within outer: FoundSecret.Place?) {
    self.statement = statement
    self.menu = menu
    self.outer = outer
  }

  /// The place of an argument.
  mutating func place(of argument: Argument) -> FoundSecret.Place {
    outer?.moved(to: argument.span)
      ?? FoundSecret.Place(
        menu: statement.menu, item: item, property: argument.name ?? statement.verb,
        span: argument.span, statement: statement.span.start)
  }

  /// Who shares a secret of a kind that the statement writes.
  mutating func owner(_ kind: KindOfSecret) -> String {
    if let known = owners[kind] { return known }
    let owner = ownerOfSecret(kind, in: statement, outer?.item ?? item)
    owners[kind] = owner
    return owner
  }

  /// A long text is cut, since it is kept for every secret of the statement; not so short that the
  /// beginning of a secret it repeats would no longer be known for one.
  private static let longest = 256

  private var title: String {
    let names = ["name", "user", "username", "comment", "interface", "address"]
    for name in names {
      let argument = statement.arguments.last { $0.name == name && $0.kind == .pair }
      if let text = argument?.value, !text.isEmpty { return String(text.prefix(Self.longest)) }
    }
    if let target = statement.target {
      return menu.isSecret(target) ? "entry" : target.value
    }
    guard statement.verb == "add" else { return "settings" }
    let first = statement.arguments.first { $0.kind == .pair && !menu.isSecret($0) }
    return first.flatMap { argument in argument.name.map { "\($0)=\(argument.value)" } } ?? "entry"
  }
}
