/// What interfaces that are made on others come down to, by name.
struct InterfaceParents {
  private var bottoms: [String: String] = [:]

  /// Linear, however long the chains are.
  init(_ configuration: Configuration) {
    var parents: [String: String] = [:]
    for kind in InterfaceKind.all {
      guard let property = kind.parent else { continue }
      for entry in configuration.entries(kind.menu) {
        guard let name = entry.value("name").text, parents[name] == nil else { continue }
        parents[name] = entry.value(property).text
      }
    }
    for start in parents.keys.sorted() where bottoms[start] == nil {
      var passed = [start]
      var seen: Set<String> = [start]
      while let below = parents[passed[passed.count - 1]], below != "none", bottoms[below] == nil,
        seen.insert(below).inserted
      {
        passed.append(below)
      }
      let last = passed[passed.count - 1]
      let bottom = parents[last].flatMap { bottoms[$0] } ?? last
      for name in passed { bottoms[name] = bottom }
    }
  }

  /// The interface at the bottom of those that one is made on: itself where there is none. Of a circle,
  /// one of it, the same for all that lead to it.
  func bottom(of interface: String) -> String { bottoms[interface] ?? interface }
}
