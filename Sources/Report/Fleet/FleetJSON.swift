public import RouterOSModel

/// A table of several routers as one line of JSON; its shape is a contract, described in the README.
/// `facts` mean the members by their places.
public func renderFleetJSON(
  _ table: FleetTable, of members: [FleetMember], facts: FleetFacts = FleetFacts()
) -> String {
  var writer = JSONWriter()
  writer.object { writer in
    writer.pair("schema", 1)
    writer.pair("view", table.rawValue)
    switch table {
    case .duplicates: write(FleetGroup.duplicates(among: members.map(\.ends)), members, &writer)
    case .neighbours: write(FleetGroup.neighbours(of: members.map(\.ends)), members, &writer)
    case .farEnds: writeFarEnds(members, facts, &writer)
    case .links: writeLinks(members, facts, &writer)
    }
  }
  return writer.text + "\n"
}

private func writeLinks(
  _ members: [FleetMember], _ facts: FleetFacts, _ writer: inout JSONWriter
) {
  writer.key("links")
  writer.array(FleetLinks(members, facts).links) { writer, link in
    writer.object { writer in
      writer.pair("kind", link.near.end.kind)
      writer.pair("by", link.means.rawValue)
      writer.key("ends")
      writer.array([link.near, link.far]) { writer, end in
        writer.object { write(end, members, &$0) }
      }
    }
  }
}

private func writeFarEnds(
  _ members: [FleetMember], _ facts: FleetFacts, _ writer: inout JSONWriter
) {
  let links = FleetLinks(members, facts)
  writer.key("ends")
  writer.array(links.ends.values.sorted { $0.order < $1.order }) { writer, near in
    writer.object { writer in
      write(near, members, &writer)
      switch links.answer(to: near) {
      case .paired(let id, let means):
        writer.pair("far", "paired")
        writer.pair("by", means.rawValue)
        writer.key("farEnd")
        writer.object { writer in
          if let far = links.ends[id] { write(far, members, &writer) }
        }
      case .outside: writer.pair("far", "outside")
      case .unanswered: writer.pair("far", "unanswered")
      case .unknown(let cause):
        writer.pair("far", "unknown")
        writer.pair("reason", cause.reason)
        writer.pair("remedy", cause.remedy)
      }
    }
  }
}

private func write(
  _ end: FleetLinks.NamedEnd, _ members: [FleetMember], _ writer: inout JSONWriter
) {
  writer.pair("device", members[end.end.id.device].ends.name)
  writer.pair("view", end.end.id.view.rawValue)
  writer.pair("title", end.end.title)
  writer.pair("file", members[end.end.id.device].file)
  writer.pair("line", members[end.end.id.device].line(at: end.end.offset))
}

private func write(
  _ groups: [FleetGroup], _ members: [FleetMember], _ writer: inout JSONWriter
) {
  writer.key("groups")
  writer.array(groups) { writer, group in
    writer.object { writer in
      writer.pair("kind", group.kind.rawValue)
      writer.pair("name", group.name)
      writer.key("members")
      writer.array(group.members) { writer, part in
        writer.object { writer in
          let member = members[part.device]
          writer.pair("device", member.ends.name)
          writer.pair("owner", part.owner)
          writer.pair("value", part.value)
          writer.pair("file", member.file)
          writer.pair("line", member.line(at: part.offset))
        }
      }
    }
  }
}
