import RouterOSModel

/// Several routers together, by the path of each.
struct Routers {
  let ends: FarEnds
  private let members: [RouterEnds]

  init(_ texts: [(path: String, text: String)]) {
    members = texts.map {
      RouterEnds(device(headerOfRouterOS("7.16") + $0.text, path: $0.path), conceals: true)
    }
    ends = FarEnds(members)
  }

  /// Each end in words: `a.rsc client vpn: b.rsc server u by user`, sorted.
  var words: [String] {
    let all = Dictionary(ends.ends.map { ($0.id, $0) }) { first, _ in first }
    func name(_ end: End) -> String { "\(members[end.id.device].path) \(end.title)" }
    return ends.ends.map { end in
      switch ends.answer(to: end.id) {
      case .paired(let far, let means):
        "\(name(end)): \(all[far].map(name) ?? "") by \(means.rawValue)"
      case .outside: "\(name(end)): outside"
      case .unanswered: "\(name(end)): unanswered"
      case .unknown(let cause): "\(name(end)): ? \(cause.reason)"
      }
    }.sorted()
  }

  /// Groups in words: `subnet 10.0.0.0/24: a.rsc ether1, b.rsc ether1`, in order.
  func words(_ groups: ([RouterEnds]) -> [FleetGroup]) -> [String] {
    groups(members).map { group in
      let parts = group.members.map { "\(members[$0.device].path) \($0.owner)" }
      return "\(group.kind.rawValue) \(group.name): \(parts.joined(separator: ", "))"
    }
  }
}

/// An interface address.
func addressed(_ address: String, _ interface: String = "ether1") -> String {
  "/ip address\nadd address=\(address) interface=\(interface)\n"
}
