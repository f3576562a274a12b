/// Members of groups while they are gathered, by the name of the group.
struct Gathering {
  private struct Group {
    let prefix: IPPrefix
    /// The name as it may be shown.
    var text: String
    var members: [FleetGroup.Member] = []
    var isTwice = false
  }

  private var groups: [String: Group] = [:]

  /// Adds a member; `isTwice` when the router has the same thing twice by itself.
  mutating func add(
    _ name: String, sortedBy prefix: IPPrefix, shownAs text: String, _ member: FleetGroup.Member,
    isTwice: Bool = false
  ) {
    var group = groups.removeValue(forKey: name) ?? Group(prefix: prefix, text: text)
    // What one export keeps secret is not shown because another has it, too.
    if text != name { group.text = text }
    group.members.append(member)
    group.isTwice = group.isTwice || isTwice
    groups[name] = group
  }

  /// The groups that several routers are in, or one twice, by address and name.
  func shared(_ kind: FleetGroup.Kind, _ routers: [RouterEnds]) -> [FleetGroup] {
    let shared = groups.filter { _, group in
      group.isTwice || group.members.contains { $0.device != group.members[0].device }
    }
    let sorted = shared.sorted { left, right in
      let (first, second) = (left.value.prefix, right.value.prefix)
      return (first.network, first.length, left.key) < (second.network, second.length, right.key)
    }
    return sorted.map { _, group in
      let members = group.members.sorted {
        (routers[$0.device].path, $0.offset, $0.device)
          < (routers[$1.device].path, $1.offset, $1.device)
      }
      return FleetGroup(kind: kind, name: group.text, members: members)
    }
  }
}
