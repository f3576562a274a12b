import RouterOSSyntax

/// The commands that change entries: applied where it is certain which entries they mean, and a gap
/// in the menu where it is not.
extension Lowering {
  mutating func change(by statement: Statement) {
    if statement.menu == allInterfaces, changeInterface(by: statement) { return }
    let menu = prepare(statement.menu)
    let target = Target(of: statement)
    guard !hasUnreadableWord(statement),
      let places = entries(meantBy: target, of: statement, in: menu),
      places.allSatisfy({ tables[menu.path]?[$0].allows(statement) ?? false }),
      statement.verb != "move" || menu.kind == .list
    else { return openGap(statement) }
    for place in places { change(menu, place, by: statement) }
    understood += 1
  }

  mutating func change(_ menu: Menu, _ place: Int, by statement: Statement) {
    let isRenamed =
      statement.verb == "remove" || statement.arguments.contains { $0.name == "name" }
    // Entries are changed in place: a copy held meanwhile would make each change cost all before it.
    let before = isRenamed ? tables[menu.path]?[place].selectors ?? [] : []
    switch statement.verb {
    case "disable", "enable":
      tables[menu.path]?[place].turn(isOff: statement.verb == "disable", by: statement)
    case "remove": tables[menu.path]?[place].isRemoved = true
    case "unset": tables[menu.path]?[place].forget(by: statement)
    case "comment", "set": tables[menu.path]?[place].take(statement)
    default: return
    }
    if isRenamed { rename(menu, place, from: before) }
  }

  private mutating func rename(_ menu: Menu, _ place: Int, from before: [String]) {
    guard let entry = tables[menu.path]?[place] else { return }
    for selector in before where places[menu.path]?[selector] == place {
      places[menu.path]?[selector] = nil
    }
    if entry.isRemoved { return }
    for selector in entry.selectors { places[menu.path, default: [:]][selector] = place }
  }

  /// The places of the entries that a target means; nil when that is not certain.
  private mutating func entries(
    meantBy target: Target, of statement: Statement, in menu: Menu
  ) -> [Int]? {
    if menu.kind == .settings { return target == .settings && statement.verb == "set" ? [0] : nil }
    guard menu.isModelled else {
      guard statement.verb == "set", let selector = target.selector else { return nil }
      return [places[menu.path]?[selector] ?? addressed(selector, in: menu)]
    }
    switch target {
    case .settings, .unreadable: return nil
    case .named(let name): return entries(called: name, of: statement, in: menu)
    case .found(let conditions):
      return entries(meeting: conditions, of: statement, in: menu)
    }
  }

  private mutating func entries(called name: String, of statement: Statement, in menu: Menu)
    -> [Int]?
  {
    if let places = entries(named: name, in: menu) { return places }
    let parts = name.split(separator: ",").map(String.init)
    if parts.count < 2 {
      return statement.verb == "set" && isName(name, in: menu) ? [addressed(name, in: menu)] : nil
    }
    var found: Set<Int> = []
    for part in parts {
      guard let places = entries(named: part, in: menu) else { return nil }
      found.formUnion(places)
    }
    return found.sorted()
  }

  /// The entries called `name`; nil when there is none.
  private mutating func entries(named name: String, in menu: Menu) -> [Int]? {
    if let place = places[menu.path]?[name] {
      if menu.hasUniqueNames { return [place] }
      return entries(meeting: [Target.Condition(property: "name", value: name)], in: menu)
    }
    return nil
  }

  private mutating func entries(
    meeting conditions: [Target.Condition], of statement: Statement, in menu: Menu
  ) -> [Int]? {
    let selector = Target.found(conditions).selector ?? ""
    if conditions.count == 1, let condition = conditions.first {
      let isFactory = ["default-name", "default"].contains(condition.property)
      if isFactory || condition.property == "name" && menu.hasUniqueNames,
        let place = places[menu.path]?[selector]
      {
        return [place]
      }
      if isFactory { return statement.verb == "set" ? [addressed(selector, in: menu)] : nil }
    }
    guard let found = entries(meeting: conditions, in: menu) else { return nil }
    // What the export does not show can still be changed, and need not be there to be removed.
    if statement.verb == "remove" { return found }
    guard conditions.isEmpty else { return found.isEmpty ? nil : found }
    // Physical interfaces that no line mentions are found, too.
    if menu.kind == .fixedList, menu.builtIns.isEmpty, places[menu.path]?[""] == nil {
      return found + [addressed("", in: menu)]
    }
    return found.isEmpty ? nil : found
  }

  /// The entries that meet all conditions; nil when one is not known to, or the search costs too much.
  private mutating func entries(meeting conditions: [Target.Condition], in menu: Menu) -> [Int]? {
    let table = tables[menu.path] ?? []
    guard table.count <= searches else { return nil }
    searches -= table.count
    var found: [Int] = []
    for (place, entry) in table.enumerated() where !entry.isRemoved {
      guard let meets = entry.meets(conditions) else { return nil }
      if meets { found.append(place) }
    }
    return found
  }

  /// Whether a word names one entry that needs no line, as exports do, rather than numbering it or
  /// naming one that a line would have added.
  private func isName(_ word: String, in menu: Menu) -> Bool {
    if Int(word) != nil { return menu.kind == .fixedList && menu.builtIns.isEmpty }
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
    case "comment": statement.arguments.contains { $0.name == "comment" }
    default: true
    }
  }

  fileprivate mutating func turn(isOff: Bool, by statement: Statement) {
    statements.append(statement.index)
    arguments["disabled"] = nil
    switching = Switching(isOff: isOff, span: statement.verbSpan)
  }

  /// `unset [find …] bridge`: no line gives these properties any more.
  fileprivate mutating func forget(by statement: Statement) {
    statements.append(statement.index)
    for name in names(in: statement) {
      arguments[name] = nil
      if name == "disabled" { switching = nil }
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
