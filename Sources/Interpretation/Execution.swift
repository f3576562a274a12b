public import Diagnostics
import RouterOSModel
public import RouterOSSyntax

/// Running statements.
extension Router {
  /// Runs a script to its end.
  ///
  /// Throws, at the statement, what RouterOS refuses and what only a router can tell; the statements before
  /// it are done then, as on a router.
  public mutating func run(_ script: Script) throws(SourceError) {
    try check(script)
    for statement in script.statements { _ = try execute(statement) }
  }

  /// Refuses a script of which a line cannot be read, or holds a name or value that the release does not have.
  private func check(_ script: Script) throws(SourceError) {
    if let problem = script.problems.first(where: { $0.severity == .error }) {
      throw SourceError(problem.message, at: problem.span, in: script.file)
    }
    for statement in script.statements where statement.hasKnownVerb {
      if let (typed, meant) = configuration.nameInShort(in: statement) {
        throw refusal("'\(typed)' is typed in short; write '\(meant)'", statement)
      }
    }
    let meaning = lower(script, as: configuration.version)
    if let problem = meaning.problems.first {
      throw SourceError(
        problem.message(by: meaning.concealment), at: problem.span, in: script.file)
    }
  }

  /// Runs one statement; the rows it meant, by number.
  @discardableResult
  mutating func execute(_ statement: Statement) throws(SourceError) -> [Int] {
    if idleVerbs.contains(statement.verb) { return [] }
    let verbs = ["add", "comment", "disable", "enable", "move", "remove", "set", "unset"]
    guard verbs.contains(statement.verb) else {
      throw refusal("only a router can tell what '\(statement.verb)' does", statement)
    }
    for argument in statement.arguments where argument.kind == .pair && argument.isCode {
      guard
        argument.name == "numbers" || argument.name == "place-before"
          || argument.name == "destination" || keepsScript(argument, statement)
      else { throw refusal("only a router can tell what this value comes to", statement) }
    }
    try requireWhole(statement)
    if statement.verb == "add" { return [try add(statement)] }
    let rows = try rows(meantBy: statement)
    if rows.isEmpty { idle.append(statement) }
    try apply(statement, to: rows)
    return rows
  }

  /// Refuses a statement in a menu of which part is not known.
  func requireWhole(_ statement: Statement) throws(SourceError) {
    if configuration.gaps[statement.menu] != nil || configuration.gaps["/"] != nil {
      throw refusal("the export does not show \(typed(statement.menu)) whole", statement)
    }
  }

  private func keepsScript(_ argument: Argument, _ statement: Statement) -> Bool {
    argument.name.map { Catalogue.shipped.menu(statement.menu).type(of: $0) == .script } ?? false
  }

  private mutating func apply(_ statement: Statement, to rows: [Int]) throws(SourceError) {
    let path = statement.menu
    switch statement.verb {
    case "move": try move(rows, statement)
    case "remove":
      for number in rows { try remove(RowPlace(menu: path, number: number), statement) }
    case "disable", "enable":
      for number in rows {
        try give(
          ["disabled": .text(statement.verb == "disable" ? "yes" : "no")],
          to: RowPlace(menu: path, number: number), statement)
      }
    case "unset":
      let names = unsetProperties(statement)
      for number in rows {
        try give(
          Dictionary(names.map { ($0, .unset) }, uniquingKeysWith: { $1 }),
          to: RowPlace(menu: path, number: number), statement)
      }
    case _:
      let values = values(of: statement)
      for number in rows {
        try give(values, to: RowPlace(menu: path, number: number), statement)
      }
    }
  }

  private func unsetProperties(_ statement: Statement) -> [String] {
    let target = statement.target?.index
    return statement.arguments.compactMap { argument in
      if argument.kind == .positional { return argument.index == target ? nil : argument.value }
      return argument.name == "value-name" ? argument.value : nil
    }
  }

  /// The properties that a statement gives, without the words that belong to commands.
  func values(of statement: Statement) -> [String: RouterRow.Given] {
    let menu = Catalogue.shipped.menu(statement.menu)
    let target = statement.target?.index
    var values: [String: RouterRow.Given] = [:]
    for argument in statement.arguments where argument.index != target {
      guard let name = menu.property(of: argument), !commandWords.contains(name) else { continue }
      values[name] = argument.kind == .unset ? .unset : .argument(argument)
    }
    return values
  }

  private mutating func move(_ rows: [Int], _ statement: Statement) throws(SourceError) {
    let path = statement.menu
    guard table(path)?.menu.kind == .orderedList || table(path)?.menu.isModelled == false else {
      throw refusal("the entries of \(typed(path)) have no order", statement)
    }
    let destination = statement.arguments.first { argument in
      argument.name == "destination"
        || argument.kind == .positional && argument.index != statement.target?.index
    }
    let before = try destination.map { argument throws(SourceError) in
      try row(meantBy: argument, statement)
    }
    if let before, rows.contains(before) { return }
    move(rows, of: path, before: before)
  }

  /// The one row that an argument such as `place-before` means.
  mutating func row(meantBy argument: Argument, _ statement: Statement) throws(SourceError) -> Int {
    let text = argument.value
    let target = Target(argument)
    var found: [Int] = []
    switch target {
    case .found(let conditions): found = try find(conditions, in: statement.menu, statement)
    case .named(let name):
      guard Int(name) == nil else {
        throw refusal(
          "the number '\(name)' means another entry in every session; use find", statement)
      }
      found = Array(rows(of: statement.menu, with: "name", name).certain)
    case .picked(let conditions, let place):
      found = Array(try find(conditions, in: statement.menu, statement).dropFirst(place).prefix(1))
    case .filtered(let search): found = try find(search, in: statement.menu, statement)
    case .settings, .unreadable: break
    }
    guard found.count == 1 else {
      throw refusal("'\(text)' means \(found.count) entries; expected one", statement)
    }
    return found[0]
  }
}

/// Commands that leave a router as it is.
private let idleVerbs: Set<String> = [":delay", ":log", ":put", "export", "print"]

/// Words that belong to commands and are no properties.
private let commandWords: Set<String> = ["copy-from", "destination", "numbers", "place-before"]
