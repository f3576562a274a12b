public import RouterOSSyntax

/// How far each statement of an export is supported, honestly counted.
public struct Support: Sendable {
  /// What became of a statement.
  public enum Degree: String, CaseIterable, Sendable {
    /// Its menu is modelled, its properties are catalogued, its effect is applied.
    case understood
    /// It changes nothing that any rule or difference is about.
    case immaterial
    /// The catalogue knows that its menu or its property is there, and no more.
    case notModelled
    /// What it does is not known: it cannot be read, or only a router could tell.
    case unknown
  }

  /// A statement that is not simply understood, and why.
  public struct Exception: Sendable {
    /// The statement.
    public let statement: Statement
    /// What became of it.
    public let degree: Degree
    /// Why, in lower case without a full stop; quotes nothing of the export but names of the catalogue.
    public let reason: String
  }

  /// All statements that are not simply understood, in file order.
  public let exceptions: [Exception]
  /// The number of statements of all degrees.
  public let statements: Int

  /// How many statements are of a degree.
  public func count(_ degree: Degree) -> Int {
    degree == .understood
      ? statements - exceptions.count : exceptions.count { $0.degree == degree }
  }
}

extension Configuration {
  /// How far each statement of the export is supported; worked out each time it is asked for. Linear.
  public var support: Support {
    let left = Set(unfollowed)
    let refused = Dictionary(
      problems.map { ($0.statement, $0) }, uniquingKeysWith: { first, _ in first })
    let exceptions = script.statements.compactMap { statement -> Support.Exception? in
      let isLeft = left.contains(statement.index)
      let found =
        statement.plainBlock == nil
        ? reading(of: statement)
          ?? unsupported(statement, menu(of: statement), refused[statement.index])
          ?? undecided(statement, isLeft: isLeft)
        : isLeft ? (.unknown, "a command in it cannot be followed") : nil
      return found.map {
        Support.Exception(statement: statement, degree: $0.degree, reason: $0.reason)
      }
    }
    return Support(exceptions: exceptions, statements: script.count)
  }

  private func menu(of statement: Statement) -> Menu {
    script.mayBeTypedInShort(version)
      ? catalogue.menu(typed: statement.menu, in: version) : menu(statement.menu)
  }

  private typealias Verdict = (degree: Support.Degree, reason: String)

  /// What there is to say of a statement whatever its menu is.
  private func reading(of statement: Statement) -> Verdict? {
    if statement.isVoid { return (.immaterial, "the transcript shows that it changed nothing") }
    if statement.isDamaged {
      return (.unknown, "it cannot be read, or only a router knows what it meant")
    }
    if runsCode(statement) { return (.unknown, "it runs code whose effect only a router knows") }
    if changing.contains(statement.verb) { return nil }
    switch effect(of: statement) {
    case .none: return (.immaterial, "it only looks, tells or computes")
    case .menu: return (.unknown, "only a router knows what this command changes")
    case .everything: return (.unknown, "what this command does is not known")
    }
  }

  private func unsupported(
    _ statement: Statement, _ menu: Menu, _ problem: MeaningProblem?
  ) -> Verdict? {
    if let reason = menu.immaterialBecause { return (.immaterial, reason) }
    guard menu.isRecognised else { return (.unknown, "the catalogue knows no such menu") }
    guard menu.isModelled else {
      return (.notModelled, "'\(menu.path)' is known to be there, and no more")
    }
    if let problem {
      return (.unknown, problem.isInvalidValue ? "a value is invalid" : problem.wordsOfStranger)
    }
    let isAmbiguous = statement.arguments.contains { argument in
      argument.kind == .pair
        && (argument.name.map { menu.mayMeanSeveral($0, in: version) } ?? false)
    }
    if isAmbiguous { return (.unknown, "a property is typed in short and may be one of several") }
    let isStrange = statement.verb == "add" || statement.verb == "set"
    if isStrange, statement.arguments.contains(where: { menu.isStranger($0, in: version) }) {
      return (.notModelled, "a property is not in the catalogue")
    }
    return nil
  }

  private func undecided(_ statement: Statement, isLeft: Bool) -> Verdict? {
    if unsearched.contains(statement.index) {
      return (.unknown, "its search was not made: all searches together would take too long")
    }
    if isLeft { return (.unknown, "only a router knows which entries it changes, and how") }
    let menu = catalogue.menu(statement.menu)
    let hasCode = statement.arguments.contains { argument in
      argument.kind == .pair && argument.holdsCode
        && argument.name.map(menu.type(of:)) != .script
    }
    return hasCode ? (.unknown, "only a router knows what a value is") : nil
  }
}

/// The commands that make entries or change them, which the model follows.
private let changing: Set<String> = [
  "add", "comment", "disable", "enable", "move", "remove", "set", "unset",
]

extension Menu {
  /// Whether a name is the beginning of several properties and none of them.
  fileprivate func mayMeanSeveral(_ name: String, in version: RouterOSVersion?) -> Bool {
    guard properties[name] == nil, !wordsOfCommands.contains(name),
      fullName(name, in: version) == name
    else { return false }
    return properties.keys.contains { $0.utf8.starts(with: name.utf8) }
  }

  /// Whether an argument names a property that the catalogue does not have in the menu.
  fileprivate func isStranger(_ argument: Argument, in version: RouterOSVersion?) -> Bool {
    guard argument.kind != .positional, let name = argument.name else { return false }
    return properties[fullName(name, in: version)] == nil && !wordsOfCommands.contains(name)
  }
}

extension MeaningProblem {
  /// Says of a name that is wrong what it names.
  fileprivate var wordsOfStranger: String {
    property == nil ? "its release has no such menu" : "its release has no such property"
  }
}
