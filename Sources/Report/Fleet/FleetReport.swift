public import RouterOSModel

/// A table of several routers for people, at most `width` characters wide.
///
/// What cannot be known is marked `?` and explained beneath, each cause once. `facts` mean the members by
/// their places.
public func renderFleet(
  _ table: FleetTable, of members: [FleetMember], facts: FleetFacts = FleetFacts(), width: Int,
  in palette: Palette = .plain
) -> String {
  let names = table.columns.map(\.name)
  var causes = Causes()
  let rows: [[String]]
  switch table {
  case .duplicates: rows = duplicates(members)
  case .farEnds: rows = farEnds(members, facts, &causes)
  case .links: rows = links(members, facts)
  case .neighbours: rows = neighbours(members)
  }
  if rows.isEmpty { return "no \(table.rawValue)\n" }
  let shown = ViewTable(names: names, rows: rows.map { $0.map { printable($0) } }, width: width)
  let lines = shown.lines(palette) + causes.explanations(palette)
  return lines.map { $0 + "\n" }.joined()
}

private func links(_ members: [FleetMember], _ facts: FleetFacts) -> [[String]] {
  FleetLinks(members, facts).links.map { link in
    [
      link.near.end.kind, link.near.name, link.near.end.title, link.far.name, link.far.end.title,
      link.means.rawValue,
    ]
  }
}

private func farEnds(
  _ members: [FleetMember], _ facts: FleetFacts, _ causes: inout Causes
) -> [[String]] {
  let links = FleetLinks(members, facts)
  return links.ends.values.sorted { $0.order < $1.order }.map { near in
    let member = members[near.end.id.device]
    let head = [near.name, near.end.id.view.rawValue, near.end.title]
    let place = String(member.line(at: near.end.offset))
    switch links.answer(to: near) {
    case .paired(let id, let means):
      let far = links.ends[id]
      return head + [far?.name ?? "", far?.end.title ?? "", means.rawValue, place]
    case .outside: return head + ["outside", "-", "-", place]
    case .unanswered: return head + ["unanswered", "-", "-", place]
    case .unknown(let cause):
      causes.add(cause, "the far end of '\(near.end.title)' on \(near.name)")
      return head + ["?", "-", "-", place]
    }
  }
}

private func neighbours(_ members: [FleetMember]) -> [[String]] {
  let names = namesApart(members)
  return FleetGroup.neighbours(of: members.map(\.ends)).flatMap { group in
    group.members.map { part in
      let member = members[part.device]
      return [
        group.kind.rawValue, group.name, names[part.device], part.owner, part.value,
        String(member.line(at: part.offset)),
      ]
    }
  }
}

private func duplicates(_ members: [FleetMember]) -> [[String]] {
  let names = namesApart(members)
  return FleetGroup.duplicates(among: members.map(\.ends)).flatMap { group in
    group.members.map { part in
      let member = members[part.device]
      return [
        group.kind.rawValue, group.name, names[part.device], part.owner,
        String(member.line(at: part.offset)),
      ]
    }
  }
}
