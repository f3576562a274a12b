/// Finds for each BGP session the session at its other end.
///
/// That is the session on the router that holds its remote address whose own remote address is ours.
struct SessionPairing {
  private let devices: [Device]
  private let rows: [[Row]]
  private let owners: AddressOwners

  init(_ devices: [Device], _ rows: [[Row]], _ owners: AddressOwners) {
    self.devices = devices
    self.rows = rows
    self.owners = owners
  }

  func pair() -> [Row.ID: Fleet.FarEnd] {
    var found: [Row.ID: Fleet.FarEnd] = [:]
    for row in rows.joined() {
      if let id = row.id { found[id] = farEnd(of: row, id) }
    }
    for row in rows.joined() {
      guard let id = row.id, !isPaired(found[id]), let far = halfAnswered(row, id, found),
        let farID = far.id
      else { continue }
      found[id] = .paired(far)
      found[farID] = .paired(row)
    }
    return found
  }

  private func isPaired(_ far: Fleet.FarEnd?) -> Bool {
    if case .paired = far { true } else { false }
  }

  private func farEnd(of row: Row, _ id: Row.ID) -> Fleet.FarEnd {
    guard let remote = remote(of: row) else { return .unknown(Self.noAddress(row)) }
    let holders = owners.owners(of: remote, but: id.device, devices)
    guard !holders.isEmpty else { return .unknown(Self.notHere(remote)) }
    let answers = holders.flatMap { holder in
      rows[holder].filter { self.answers($0, row, from: id.device, remote) }
    }
    if answers.count == 1 { return .paired(answers[0]) }
    guard holders.count == 1, answers.isEmpty else { return .unknown(Self.ambiguous(remote)) }
    let gap = devices[holders[0]].configuration.incompleteness(of: .bgpSessions)
    return gap.map(Fleet.FarEnd.unknown) ?? .unanswered
  }

  /// Whether `far` dials the address that `row` speaks from.
  private func answers(_ far: Row, _ row: Row, from device: Int, _ remote: IPAddress) -> Bool {
    guard let prefix = far.text("remote-address").flatMap({ IPPrefix($0) }),
      isOn(far) || !isOn(row), source(of: far).map({ $0 == remote }) ?? true
    else { return false }
    if let source = source(of: row) { return prefix.contains(source) }
    return owners.holdings[device].contains { prefix.contains($0.address.address) }
  }

  /// The address a session speaks from, as far as its router tells.
  private func source(of row: Row) -> IPAddress? {
    if let local = row.text("local-address").flatMap({ IPAddress($0) }) { return local }
    guard let device = row.id?.device, let remote = remote(of: row) else { return nil }
    return owners.source(of: device, toward: remote)
  }

  /// The one session that dials us from a network we share, though the address it dials is on no
  /// router: if each side expects the AS of the other, one of the two addresses is wrong, and the
  /// sessions still belong together.
  private func halfAnswered(_ row: Row, _ id: Row.ID, _ found: [Row.ID: Fleet.FarEnd]) -> Row? {
    guard let remote = remote(of: row) else { return nil }
    let holders = owners.owners(of: remote, but: id.device, devices)
    guard holders.count == 1 else { return nil }
    let candidates = rows[holders[0]].filter { far in
      guard let farID = far.id, !isPaired(found[farID]), expects(row, far), expects(far, row),
        let dialled = self.remote(of: far), !owners.isOwned(dialled, but: holders[0], devices)
      else { return false }
      return owners.holdings[holders[0]].contains {
        $0.address.prefix.contains(remote) && $0.address.prefix.contains(dialled)
      }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// Whether a session certainly expects the AS of another, or takes any.
  private func expects(_ row: Row, _ far: Row) -> Bool {
    guard let wanted = row.cell("remote-as"), let shown = far.cell("local-as") else { return false }
    if case .unset = wanted.content { return true }
    return !Set(wanted.texts).isDisjoint(with: shown.texts)
  }

  private func isOn(_ row: Row) -> Bool { row.text("disabled") != "yes" }

  /// The one address a session dials; nil when it waits for a whole network.
  private func remote(of row: Row) -> IPAddress? {
    guard let prefix = row.text("remote-address").flatMap({ IPPrefix($0) }),
      prefix.length == prefix.network.family.width
    else { return nil }
    return prefix.network
  }

  private static func noAddress(_ row: Row) -> Cause {
    guard let address = row.text("remote-address") else {
      return Cause(
        "the session has no remote address", remedy: "give each neighbour a session of its own")
    }
    guard IPPrefix(address) == nil else {
      return Cause(
        "the session waits for a whole network", remedy: "give each neighbour a session of its own")
    }
    return Cause(
      "nothing in an export tells which router holds '\(address)'",
      remedy: "compare the AS numbers of the two routers by hand")
  }

  private static func notHere(_ address: IPAddress) -> Cause {
    Cause(
      "no export here holds the far end \(address)", remedy: "audit the export of that router, too")
  }

  private static func ambiguous(_ address: IPAddress) -> Cause {
    Cause(
      "several sessions or routers here could be the far end \(address)",
      remedy: "put the exports that belong together into one folder")
  }
}
