import RouterOSSyntax

/// Entries that are added before others, or with the values of others, and entries that are moved.
extension Lowering {
  /// Whether an addition says where its entry goes, or which entry it copies.
  mutating func isPlaced(_ statement: Statement) -> Bool {
    let isOwn = statement.script === script
    guard mayPlace || !isOwn else { return false }
    var isPlaced = false
    for argument in statement.arguments {
      guard let number = argument.nameNumber else { continue }
      let known =
        (isOwn ? saysPlace[number] : nil) ?? (argument.name.map(wordsOfPlaces.contains) ?? false)
      if isOwn { saysPlace[number] = known }
      isPlaced = isPlaced || known
    }
    return isPlaced
  }

  /// Adds an entry where, and with the values of what, its line says; what cannot be told is a gap.
  mutating func addPlaced(_ statement: Statement, _ table: Int) {
    var entry = Entry(tables[table].context)
    var isCertain = true
    if let model = statement.lastArgument(named: "copy-from") {
      if let place = place(meantBy: model, in: table), tables[table].entries[place].builtIn == nil {
        entry.copy(tables[table].entries[place])
      } else {
        isCertain = false
      }
    }
    entry.take(statement, isShort: isShort(statement, in: table))
    let next = statement.lastArgument(named: "place-before")
    if tables[table].menu.kind == .orderedList, let next {
      if let place = place(meantBy: next, in: table), isAffordable(table) {
        tables[table].insert(entry, at: place)
      } else {
        isCertain = false
        tables[table].append(entry)
      }
    } else {
      tables[table].append(entry)
    }
    isCertain ? understood += 1 : openGap(statement)
  }

  /// Moves the one entry that is meant before another; false when it is not certain which these are.
  mutating func move(_ place: Int, by statement: Statement, in table: Int) -> Bool {
    let arguments = statement.arguments
    let destination =
      statement.lastArgument(named: "destination")
      ?? arguments.first { $0.kind == .positional && $0.index != statement.target?.index }
    guard let destination, let next = self.place(meantBy: destination, in: table),
      isAffordable(table)
    else { return false }
    tables[table].move(place, before: next)
    return true
  }

  /// The place of the one entry that an argument means; nil when that is not certain.
  private mutating func place(meantBy argument: Argument, in table: Int) -> Int? {
    guard Int(argument.value) == nil else { return nil }
    let places: [Int]?
    switch Target(argument) {
    case .picked, .settings, .unreadable: places = nil
    case .named(let name): places = entries(named: name, in: table)
    case .found(let conditions): places = entries(meeting: conditions, in: table)
    case .filtered(let search): places = entries(meeting: search, in: table)
    }
    return places?.count == 1 ? places?.first : nil
  }

  /// Whether all entries of a table may be numbered once more.
  private mutating func isAffordable(_ table: Int) -> Bool {
    affords(tables[table].entries.count)
  }
}
