/// Finds for each dialled tunnel the account it dials into, and the other way round.
///
/// That is the account named like its user: on the router that holds the endpoint, or else, since a
/// concentrator often stands behind an address it does not hold, on the only router that has one.
struct TunnelPairing {
  private let devices: [Device]
  private let rows: [[Row]]
  private let owners: AddressOwners
  private var accounts: [AccountKey: AccountGroup] = [:]

  init(_ devices: [Device], _ rows: [[Row]], _ owners: AddressOwners) {
    self.devices = devices
    self.rows = rows
    self.owners = owners
    for row in rows.joined() where row.text("side") == "server" {
      guard let device = row.id?.device else { continue }
      let key = AccountKey(user: row.text("user") ?? "", kind: row.text("kind") ?? "any")
      accounts[key, default: AccountGroup()].add(row, of: device, in: devices[device].folder)
    }
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
    for row in rows.joined() {
      guard let id = row.id, row.text("side") == "server" else { continue }
      let clients = callers[id] ?? []
      found[id] = clients.count == 1 ? .paired(clients[0]) : .unknown(Self.noCaller(row.title))
    }
    return found
  }

  private func farEnd(of row: Row, _ id: Row.ID) -> Fleet.FarEnd {
    let groups = Set(["any", row.text("kind") ?? ""]).compactMap { kind in
      accounts[AccountKey(user: row.text("user") ?? "", kind: kind)]
    }
    let endpoint = row.text("remote-endpoint").flatMap { IPAddress($0) }
    let holders = endpoint.map { owners.owners(of: $0, but: id.device, devices) } ?? []
    if holders.count == 1 {
      let there = groups.flatMap { $0.firstTwo(on: holders[0]) }
      if there.count == 1 { return .paired(there[0]) }
      let isOff = there.isEmpty && groups.contains { $0.isOff(on: holders[0]) }
      return .unknown(Self.noAnswer(row.title, devices[holders[0]].name, isOff: isOff))
    }
    let near = groups.flatMap { $0.firstTwo(in: devices[id.device].folder, but: id.device) }
    let candidates = near.isEmpty ? groups.flatMap { $0.firstTwo(in: nil, but: id.device) } : near
    return candidates.count == 1 ? .paired(candidates[0]) : .unknown(Self.noAccount(row.title))
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

/// What a client asks for.
private struct AccountKey: Hashable {
  let user: String
  let kind: String
}

/// Accounts of one user and kind that are in use. Two are as good as many: then nobody can tell which
/// is meant.
private struct AccountGroup {
  private var byDevice: [Int: [Row]] = [:]
  /// The devices that have one, all and by folder.
  private var devices: [Int] = []
  private var devicesByFolder: [Substring: [Int]] = [:]
  /// The devices that have one which is switched off.
  private var devicesWithOneOff: Set<Int> = []

  mutating func add(_ row: Row, of device: Int, in folder: Substring) {
    if row.text("disabled") == "yes" {
      devicesWithOneOff.insert(device)
      return
    }
    if byDevice[device] == nil {
      devices.append(device)
      devicesByFolder[folder, default: []].append(device)
    }
    byDevice[device, default: []].append(row)
  }

  func isOff(on device: Int) -> Bool { devicesWithOneOff.contains(device) }

  func firstTwo(on device: Int) -> [Row] { Array((byDevice[device] ?? []).prefix(2)) }

  /// Those on other devices than `device`, of one folder or of all.
  func firstTwo(in folder: Substring?, but device: Int) -> [Row] {
    let places = folder.map { devicesByFolder[$0] ?? [] } ?? devices
    return places.lazy.filter { $0 != device }.prefix(2).flatMap(firstTwo)
  }
}
