/// Which sessions are as good as one before them: with the same neighbour AS, by another interface, and with
/// filters that set the same.
struct SessionTies {
  /// A session that was seen.
  fileprivate struct Seen {
    let name: String
    let address: IPAddress?
    let families: Set<String>
  }

  /// The sessions of one router with one AS.
  private struct Group {
    /// By what their filters set, and by the interface they leave by.
    var seen: [String: [String: [Seen]]] = [:]
    /// Why some of them may leave by any interface, by what their filters set.
    var strays: [String: Cause] = [:]
    /// Why some of them may be as good as any.
    var doubt: Cause?
    var isEmpty = true

    /// Why one whose filters set this may be as good as another; nil when none is.
    func doubt(of set: String) -> Cause? { doubt ?? strays[set] }
  }

  /// So many sessions, and interfaces, are named at most.
  private static let most = 16

  private var groups: [[String]: Group] = [:]

  /// The columns `ties-with` and `tie-winner` of the next session.
  mutating func cells(of session: Row, _ egress: Cell, _ preference: Cell) -> [String: Cell] {
    guard session.text("disabled") != "yes", session.text("type") == "external",
      session.text("role") != "ebgp-rs-client", let table = session.text("vrf"),
      let near = session.text("local-as"), let far = session.text("remote-as")
    else { return Self.unset }
    let key = [table, near, far]
    var group = groups[key] ?? Group()
    defer { groups[key] = group }
    let cells = Self.cells(of: session, egress, preference, among: group)
    group.isEmpty = false
    let disabled = session.cell("disabled")?.doubt
    guard let set = preference.text else {
      group.doubt = group.doubt ?? preference.doubt
      return cells
    }
    if let doubt = disabled ?? egress.doubt {
      group.strays[set] = group.strays[set] ?? doubt
    } else if let interface = egress.text, interface != "varies" {
      let own = Seen(session)
      if group.seen[set]?[interface]?.count ?? 0 < Self.most {
        group.seen[set, default: [:]][interface, default: []].append(own)
      }
    }
    return cells
  }

  private static func cells(
    of session: Row, _ egress: Cell, _ preference: Cell, among group: Group
  ) -> [String: Cell] {
    if group.isEmpty { return unset }
    guard let set = preference.text else { return preference.doubt.map(unknown) ?? unset }
    if let doubt = session.cell("disabled")?.doubt ?? egress.doubt {
      // Wherever it leaves, it is no better or worse only than one whose filters set the same.
      return group.seen[set] == nil && group.doubt(of: set) == nil ? unset : unknown(doubt)
    }
    guard let interface = egress.text, interface != "varies" else { return unset }
    let own = Seen(session)
    let others = (group.seen[set] ?? [:]).sorted { $0.key < $1.key }.prefix(most)
      .filter { $0.key != interface }.flatMap(\.value).filter { $0.shares(with: own) }
    if others.isEmpty { return group.doubt(of: set).map(unknown) ?? unset }
    let addresses = (others + [own]).compactMap { seen in seen.address.map { ($0, seen.name) } }
    let winner = addresses.count > others.count ? addresses.min { $0.0 < $1.0 }?.1 : nil
    return [
      "ties-with": Cell(.known(others.prefix(most).map(\.name)), .set),
      "tie-winner": Cell(winner, .name),
    ]
  }

  private static let unset = ["ties-with": Cell(.unset, .set), "tie-winner": Cell(.unset, .name)]

  private static func unknown(_ cause: Cause) -> [String: Cell] {
    ["ties-with": Cell(.unknown(cause), .set), "tie-winner": Cell(.unknown(cause), .name)]
  }
}

extension SessionTies.Seen {
  fileprivate init(_ session: Row) {
    name = session.text("name") ?? ""
    address = session.text("remote-address").flatMap { IPAddress($0) }
    families = Set(session.cell("afi")?.texts ?? [])
  }

  /// Whether both speak of an address family; what is not known may be any.
  fileprivate func shares(with other: Self) -> Bool {
    families.isEmpty || other.families.isEmpty || !families.isDisjoint(with: other.families)
  }
}
