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

  /// The places of the entries that a target means; nil when that is not certain.
  private mutating func entries(
    meantBy target: Target, of statement: Statement, in table: Int
  ) -> [Int]? {
    let menu = tables[table].menu
    if menu.kind == .settings { return target == .settings && statement.verb == "set" ? [0] : nil }
    guard menu.isModelled else {
      guard statement.verb == "set", let selector = target.selector else { return nil }
      return [tables[table].place(of: selector) ?? addressed(selector, in: table)]
    }
    switch target {
    case .picked, .settings, .unreadable: return nil
    case .named(let name): return entries(called: name, of: statement, in: table)
    case .found(let conditions):
      return entries(meeting: conditions, of: statement, in: table)
    case .filtered(let search):
      // Physical interfaces that no line mentions may be found, too.
      guard menu.kind != .fixedList || !menu.builtIns.isEmpty,
        let found = entries(meeting: search, in: table)
      else { return nil }
      return found.isEmpty && statement.verb != "remove" ? nil : found
    }
  }

  /// The entries that a search finds; nil when that is not known of one, or the search costs too much.
  mutating func entries(meeting search: Search, in table: Int) -> [Int]? {
    let entries = tables[table].entries
    guard affords(entries.count) else { return nil }
    var found: [Int] = []
    for (place, entry) in entries.enumerated() where !entry.isRemoved {
      guard let meets = entry.meets(search) else { return nil }
      if meets { found.append(place) }
    }
    return found
  }

  private mutating func entries(called name: String, of statement: Statement, in table: Int)
    -> [Int]?
  {
    if let places = entries(named: name, in: table) { return places }
    let menu = tables[table].menu
    let parts = name.split(separator: ",").map(String.init)
    if parts.count < 2 {
      return statement.verb == "set" && isName(name, in: menu) ? [addressed(name, in: table)] : nil
    }
    var found: Set<Int> = []
    for part in parts {
      guard let places = entries(named: part, in: table) else { return nil }
      found.formUnion(places)
    }
    return found.sorted()
  }

  /// The entries called `name`; nil when there is none.
  mutating func entries(named name: String, in table: Int) -> [Int]? {
    guard let place = tables[table].place(of: name) else { return nil }
    if tables[table].menu.hasUniqueNames { return [place] }
    return entries(meeting: [Target.Condition(property: "name", value: name)], in: table)
  }

  private mutating func entries(
    meeting conditions: [Target.Condition], of statement: Statement, in table: Int
  ) -> [Int]? {
    let menu = tables[table].menu
    let selector = Target.found(conditions).selector ?? ""
    if conditions.count == 1, let condition = conditions.first {
      let isFactory =
        ["default-name", "default", menu.addressedBy].contains(condition.property)
      if isFactory || condition.property == "name" && menu.hasUniqueNames,
        let place = tables[table].place(of: selector)
      {
        return [place]
      }
      if isFactory { return statement.verb == "set" ? [addressed(selector, in: table)] : nil }
    }
    guard let found = entries(meeting: conditions, in: table) else { return nil }
    // What the export does not show can still be changed, and need not be there to be removed.
    if statement.verb == "remove" { return found }
    guard conditions.isEmpty else { return found.isEmpty ? nil : found }
    // Physical interfaces that no line mentions are found, too.
    if menu.kind == .fixedList, menu.builtIns.isEmpty, tables[table].place(of: "") == nil {
      return found + [addressed("", in: table)]
    }
    return found.isEmpty ? nil : found
  }

  /// The entries that meet all conditions; nil when one is not known to, or the search costs too much.
  mutating func entries(meeting conditions: [Target.Condition], in table: Int) -> [Int]? {
    let entries = tables[table].entries
    guard affords(entries.count) else { return nil }
    var found: [Int] = []
    for (place, entry) in entries.enumerated() where !entry.isRemoved {
      guard let meets = entry.meets(conditions) else { return nil }
      if meets { found.append(place) }
    }
    return found
  }

  /// Whether a word names one entry that needs no line, as exports do, rather than numbering it or
  /// naming one that a line would have added.
  private func isName(_ word: String, in menu: Menu) -> Bool {
    if menu.addressedBy != nil, Int(word) == nil { return true }
    if Int(word) != nil {
      return menu.kind == .fixedList && menu.builtIns.isEmpty && !menu.holdsInterfaces
    }
    let isAdded = menu.kind != .fixedList && menu.key == ["name"] && menu.builtIns.isEmpty
    if isAdded, word != "default" { return false }
    return (menu.kind == .fixedList || !word.contains(" ")) && !word.hasPrefix("*")
  }
}

extension Menu {
  fileprivate var hasUniqueNames: Bool { key == ["name"] || kind == .fixedList }
}

extension Entry {
  /// Whether it is certain what a command makes of the entry.
  fileprivate func allows(_ statement: Statement) -> Bool {
    switch statement.verb {
    case "remove": builtIn == nil && selector == nil
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

  /// Whether the entry meets all conditions of a search; nil when nothing that was read tells.
  fileprivate func meets(_ conditions: [Target.Condition]) -> Bool? {
    var verdict: Bool? = true
    for condition in conditions {
      switch meets(condition) {
      case false?: return false
      case nil: verdict = nil
      case true?: continue
      }
    }
    return verdict
  }

  private func meets(_ condition: Target.Condition) -> Bool? {
    let type = menu.type(of: condition.property)
    let wanted = type.canonical(condition.value)
    // How RouterOS reads another spelling within a search is not documented.
    guard wanted == condition.value || type == .boolean else { return nil }
    var value = value(condition.property)
    if condition.property == "name", !value.isKnown, let selector,
      selector.hasPrefix("default-name=")
    {
      value = Value(text: String(selector.dropFirst(13)), origin: .unset)
    }
    return value.isKnown ? value.text == wanted : nil
  }
}
