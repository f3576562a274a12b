import RouterOSSyntax

/// Which entries a command means.
extension Lowering {
  /// The places of the entries that a target means; nil when that is not certain.
  mutating func entries(
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
      if let place = unwritten(name, for: statement.verb, in: table) { return [place] }
      guard statement.verb == "set", isName(name, in: menu),
        tables[table].place(of: "default-name=\(name)") == nil
      else { return nil }
      return [addressed(name, in: table)]
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
      let isName = condition.property == "name"
      if isFactory || isName && menu.hasUniqueNames, let place = tables[table].place(of: selector) {
        return [place]
      }
      if isName, let place = unwritten(condition.value, for: statement.verb, in: table) {
        return [place]
      }
      if isFactory {
        return statement.verb.mayBeFirst(in: menu) ? [addressed(selector, in: table)] : nil
      }
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
    if condition.property == "name", !value.isKnown, let factoryName {
      value = Value(text: factoryName, origin: .unset)
    }
    return value.isKnown ? value.text == wanted : nil
  }
}
