/// Finds for each dialled tunnel the account it dials into, and the other way round.
///
/// That is the account named like its user: on the router that holds the endpoint, or else, since a
/// concentrator often stands behind an address it does not hold, on the only router that has one.
struct TunnelPairing {
  private let devices: [Device]
  private let rows: [[Row]]
  private let owners: AddressOwners
  private let accounts: [String: [Row]]

  init(_ devices: [Device], _ rows: [[Row]], _ owners: AddressOwners) {
    self.devices = devices
    self.rows = rows
    self.owners = owners
    let servers = rows.joined().filter { $0.text("side") == "server" }
    accounts = Dictionary(grouping: servers) { $0.text("user") ?? "" }
  }

  func pair() -> [Row.ID: Fleet.FarEnd] {
    var found: [Row.ID: Fleet.FarEnd] = [:]
    var callers: [Row.ID: [Row]] = [:]
    for row in rows.joined() {
      guard let id = row.id, row.text("side") == "client" else { continue }
      let far = farEnd(of: row, id)
      found[id] = far
      if case .paired(let account) = far, let account = account.id {
        callers[account, default: []].append(row)
      }
    }
    for row in accounts.values.joined() {
      guard let id = row.id else { continue }
      let clients = callers[id] ?? []
      found[id] = clients.count == 1 ? .paired(clients[0]) : .unknown(Self.noCaller(row.title))
    }
    return found
  }

  private func farEnd(of row: Row, _ id: Row.ID) -> Fleet.FarEnd {
    let user = row.text("user") ?? ""
    let named = (accounts[user] ?? []).filter { $0.id?.device != id.device && serves($0, row) }
    let matching = named.filter { $0.text("disabled") != "yes" }
    let endpoint = row.text("remote-endpoint").flatMap { IPAddress($0) }
    let holders = endpoint.map { owners.owners(of: $0, but: id.device, devices) } ?? []
    if holders.count == 1 {
      let there = matching.filter { $0.id?.device == holders[0] }
      if there.count == 1 { return .paired(there[0]) }
      let isOff = named.contains { $0.id?.device == holders[0] } && there.isEmpty
      return .unknown(Self.noAnswer(row.title, devices[holders[0]].name, isOff: isOff))
    }
    let folder = devices[id.device].folder
    let near = matching.filter { $0.id.map { devices[$0.device].folder == folder } ?? false }
    let candidates = near.isEmpty ? matching : near
    return candidates.count == 1 ? .paired(candidates[0]) : .unknown(Self.noAccount(row.title))
  }

  private func serves(_ account: Row, _ client: Row) -> Bool {
    ["any", client.text("kind") ?? ""].contains(account.text("kind") ?? "any")
  }

  private static func noAccount(_ title: String) -> Cause {
    Cause(
      "no export here has the one account that tunnel \(title) dials into",
      remedy: "audit the export of the concentrator, too")
  }

  private static func noAnswer(_ title: String, _ device: String, isOff: Bool) -> Cause {
    if isOff {
      return Cause(
        "the account that tunnel \(title) dials into is switched off on \(device)",
        remedy: "switch it on, or remove the tunnel")
    }
    return Cause(
      "no one account in the export of \(device) is what tunnel \(title) dials into",
      remedy: "add it to /ppp secret there, or look where RADIUS gets it from")
  }

  private static func noCaller(_ title: String) -> Cause {
    Cause(
      "no export here has the one tunnel that dials into \(title)",
      remedy: "audit the exports of the clients, too")
  }
}
