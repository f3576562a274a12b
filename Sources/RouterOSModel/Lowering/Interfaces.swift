import RouterOSSyntax

/// The menu that lists the interfaces of all kinds, each of which has a menu of its own beneath.
let allInterfaces = "/interface"

/// `/interface disable l2tp-out1` and the like, which change an entry of a menu beneath `/interface`.
extension Lowering {
  /// Changes the one interface that a command means; false when it is not certain which that is.
  mutating func changeInterface(by statement: Statement) -> Bool {
    guard ["comment", "disable", "enable", "set"].contains(statement.verb),
      let name = nameOfInterface(meantBy: Target(of: statement)), !hasUnreadableWord(statement),
      affords(tables.count)
    else { return false }
    var owner: (table: Int, place: Int)?
    for table in tables.indices where tables[table].menu.path.hasPrefix(allInterfaces + "/") {
      guard let place = tables[table].place(of: name) else { continue }
      if owner != nil { return false }
      owner = (table, place)
    }
    guard let owner = owner ?? portWithoutLine(name, for: statement.verb) else { return false }
    let isShort = isShort(statement, in: owner.table)
    change(owner.table, owner.place, by: statement, isShort: isShort)
    understood += 1
    return true
  }

  /// The place of a port or radio that no line speaks of yet; nil when the factory calls none so, or several
  /// menus may hold it.
  private mutating func portWithoutLine(_ name: String, for verb: String) -> (
    table: Int, place: Int
  )? {
    let menus = InterfaceKind.menus(ofFactoryName: name).filter {
      catalogue.menu($0).releases.contains(version)
    }
    guard menus.count == 1, let menu = menus.first else { return nil }
    let table = table(at: menu)
    return unwritten(name, for: verb, in: table).map { (table, $0) }
  }

  private func nameOfInterface(meantBy target: Target) -> String? {
    switch target {
    case .named(let name): name
    case .found(let conditions) where conditions.count == 1 && conditions[0].property == "name":
      conditions[0].value
    case .filtered, .found, .picked, .settings, .unreadable: nil
    }
  }

  /// Notes that interfaces of any kind may have been changed.
  mutating func openGapInAllInterfaces(_ statement: Statement) {
    guard !hasGapInAllInterfaces else { return }
    hasGapInAllInterfaces = true
    for path in catalogue.paths where path.hasPrefix(allInterfaces + "/") {
      openGap(path, at: statement.span, mayAlter: true)
    }
  }
}
