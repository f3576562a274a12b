/// The names that are part of themselves: a list that includes itself, be it by way of others, or a chain
/// that jumps back into itself. Linear in the uses.
struct NameCycles {
  /// The names on any cycle.
  private(set) var names: Set<Name> = []

  init(_ table: NameTable) {
    var all: [Name] = []
    var places: [Name: Int] = [:]
    var next: [[Int]] = []
    func place(of name: Name) -> Int {
      if let place = places[name] { return place }
      places[name] = all.count
      all.append(name)
      next.append([])
      return all.count - 1
    }
    for (used, uses) in table.uses {
      for case let user? in uses.map(\.user) {
        let target = place(of: used)
        next[place(of: user)].append(target)
      }
    }
    for group in StronglyConnected(next).groups
    where group.count > 1 || next[group[0]].contains(group[0]) {
      names.formUnion(group.map { all[$0] })
    }
  }
}
