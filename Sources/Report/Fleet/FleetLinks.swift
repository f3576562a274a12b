import RouterOSModel

/// The ends of several routers with their far ends, each with the name of its router.
struct FleetLinks {
  /// An end with its router.
  struct NamedEnd {
    let end: End
    /// The name of the router.
    let name: String
    /// Its place among all ends.
    let order: Int
  }

  /// Two ends that belong together.
  struct Link {
    let near: NamedEnd
    let far: NamedEnd
    let means: PairingMeans
  }

  let ends: [Row.ID: NamedEnd]
  /// Every pair once, sorted by the paths of its routers and the places of its rows.
  let links: [Link]
  private let far: FarEnds

  init(_ members: [FleetMember], _ facts: FleetFacts) {
    let far = FarEnds(members.map(\.ends), facts: facts)
    self.far = far
    let paths = members.map(\.ends.path)
    let sorted = far.ends.sorted { left, right in
      let (first, second) = (left.id, right.id)
      return (paths[first.device], first.device, first.view.rawValue, first.index)
        < (paths[second.device], second.device, second.view.rawValue, second.index)
    }
    let names = namesApart(members)
    let named = sorted.enumerated().map { order, end in
      NamedEnd(end: end, name: names[end.id.device], order: order)
    }
    let byID = Dictionary(named.map { ($0.end.id, $0) }) { first, _ in first }
    ends = byID
    var seen: Set<Set<Row.ID>> = []
    links = named.compactMap { near in
      guard case .paired(let id, let means) = far.answer(to: near.end.id), let other = byID[id],
        seen.insert([near.end.id, id]).inserted
      else { return nil }
      return near.order < other.order
        ? Link(near: near, far: other, means: means) : Link(near: other, far: near, means: means)
    }
  }

  /// What stands at the other end of one.
  func answer(to end: NamedEnd) -> End.Answer { far.answer(to: end.end.id) }
}
