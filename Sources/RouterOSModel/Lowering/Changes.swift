import RouterOSSyntax

/// The commands that change entries: applied where it is certain which entries they mean, and a gap
/// in the menu where it is not.
extension Lowering {
  mutating func change(by statement: Statement) {
    if path(of: statement) == allInterfaces {
      // Which menu beneath it holds an interface that no line mentions is not known.
      if !changeInterface(by: statement) { openGap(statement) }
      return
    }
    let table = table(of: statement)
    let menu = tables[table].menu
    guard !hasUnreadableWord(statement),
      let places = entries(meantBy: Target(of: statement), of: statement, in: table),
      places.allSatisfy({ tables[table].entries[$0].allows(statement) }),
      statement.verb != "move" || menu.kind == .list || places.count == 1
    else { return openGap(statement) }
    if statement.verb == "move", menu.kind != .list {
      return move(places[0], by: statement, in: table) ? understood += 1 : openGap(statement)
    }
    let isShort = isShort(statement, in: table)
    for place in places { change(table, place, by: statement, isShort: isShort) }
    understood += 1
  }

  mutating func change(
    _ table: Int, _ place: Int, by statement: Statement, isShort: Bool = false
  ) {
    let isRenamed =
      statement.verb == "remove" || isShort || statement.arguments.contains { $0.name == "name" }
    // Entries are changed in place: a copy held meanwhile would make each change cost all before it.
    let before = isRenamed ? tables[table].selectors(of: place) : []
    switch statement.verb {
    case "disable", "enable":
      tables[table].entries[place].turn(isOff: statement.verb == "disable", by: statement)
    case "remove": tables[table].entries[place].changeHistory { $0.isRemoved = true }
    case "unset": tables[table].entries[place].forget(by: statement)
    case "comment": tables[table].entries[place].comment(by: statement)
    case "set": tables[table].entries[place].take(statement, isShort: isShort)
    default: return
    }
    if isRenamed { tables[table].rename(place, from: before) }
  }
}

extension Entry {
  /// Whether it is certain what a command makes of the entry.
  fileprivate func allows(_ statement: Statement) -> Bool {
    switch statement.verb {
    case "remove": builtIn == nil && (selector == nil || menu.isNamedWithoutLine)
    case "unset": !names(in: statement).isEmpty
    case "comment": comment(in: statement) != nil
    default: true
    }
  }

  fileprivate mutating func turn(isOff: Bool, by statement: Statement) {
    changeHistory { history in
      history.statements.append(statement)
      history.arguments["disabled"] = nil
      history.switching = EntryHistory.Switching(isOff: isOff, span: statement.verbSpan)
    }
  }

  /// The text of `comment [find …] text` or `comment [find …] comment=text`.
  private func comment(in statement: Statement) -> Argument? {
    statement.lastArgument(named: "comment")
      ?? statement.arguments.first { $0.kind == .positional && $0.index != statement.target?.index }
  }

  fileprivate mutating func comment(by statement: Statement) {
    let text = comment(in: statement)
    changeHistory { history in
      history.statements.append(statement)
      history.arguments["comment"] = text
    }
  }

  /// `unset [find …] bridge`: no line gives these properties any more.
  fileprivate mutating func forget(by statement: Statement) {
    let names = names(in: statement)
    changeHistory { history in
      history.statements.append(statement)
      for name in names {
        history.arguments[name] = nil
        if name == "disabled" { history.switching = nil }
      }
    }
  }

  private func names(in statement: Statement) -> [String] {
    let target = statement.target?.index
    return statement.arguments.compactMap { argument in
      if argument.kind == .positional { return argument.index == target ? nil : argument.value }
      return argument.name == "value-name" ? argument.value : nil
    }
  }
}
