import RouterOSSyntax
import SourceText

/// Which item a statement speaks of, in words that hold no secret; worked out once, when it is asked for.
struct TitleOfStatement {
  private let statement: Statement
  private let menu: Menu
  private let known = KeptValue<String>()

  init(_ statement: Statement, _ menu: Menu) {
    self.statement = statement
    self.menu = menu
  }

  /// The place of an argument.
  func place(of argument: Argument) -> FoundSecret.Place {
    FoundSecret.Place(
      menu: statement.menu, item: known.value { title },
      property: argument.name ?? statement.verb, span: argument.span,
      statement: statement.span.start)
  }

  /// A long text is cut, since it is kept for every secret of the statement; not so short that the
  /// beginning of a secret it repeats would no longer be known for one.
  private static let longest = 256

  private var title: String {
    let names = ["name", "user", "comment", "interface", "address"]
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
