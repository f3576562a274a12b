/// The names that are part of themselves: a list that includes itself, be it by way of others, or a chain
/// that jumps back into itself.
///
/// Strongly connected components after Tarjan (SIAM Journal on Computing 1(2), 1972), without recursion,
/// since whoever writes the export chooses the depth. Linear in the uses.
struct NameCycles {
  /// The names on any cycle.
  private(set) var names: Set<Name> = []
  private var edges: [Name: [Name]] = [:]
  private var numbers: [Name: Int] = [:]
  private var lowest: [Name: Int] = [:]
  private var open: [Name] = []
  private var isOpen: Set<Name> = []

  init(_ table: NameTable) {
    for (used, uses) in table.uses {
      for case let user? in uses.map(\.user) { edges[user, default: []].append(used) }
    }
    for name in edges.keys where numbers[name] == nil { visit(from: name) }
  }

  private mutating func visit(from start: Name) {
    var path = [(name: start, next: 0)]
    enter(start)
    while let (name, next) = path.last {
      let targets = edges[name] ?? []
      guard next < targets.count else {
        path.removeLast()
        leave(name)
        if let parent = path.last?.name { lower(parent, to: lowest[name]) }
        continue
      }
      path[path.count - 1].next += 1
      let target = targets[next]
      if numbers[target] == nil {
        path.append((target, 0))
        enter(target)
      } else if isOpen.contains(target) {
        lower(name, to: numbers[target])
      }
    }
  }

  private mutating func enter(_ name: Name) {
    numbers[name] = numbers.count
    lowest[name] = numbers[name]
    open.append(name)
    isOpen.insert(name)
  }

  private mutating func lower(_ name: Name, to number: Int?) {
    guard let number, let known = lowest[name] else { return }
    lowest[name] = min(known, number)
  }

  /// Closes the component that begins with `name`, if one does.
  private mutating func leave(_ name: Name) {
    guard lowest[name] == numbers[name], let first = open.lastIndex(of: name) else { return }
    let component = open[first...]
    open.removeSubrange(first...)
    isOpen.subtract(component)
    if component.count > 1 || edges[name]?.contains(name) ?? false { names.formUnion(component) }
  }
}
