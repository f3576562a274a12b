/// Finds for each dialled tunnel the account it dials into, and the other way round.
///
/// That is the account named like its user: on the router that holds the endpoint, or else, since a
/// concentrator often stands behind an address it does not hold, on the only router that has one. Where
/// several fit, the secret and the network inside decide if they can.
struct DialledPairing {
  private let routers: [RouterEnds]
  private let tunnels: [PlacedTunnel]
  private let owners: AddressOwners
  private var accounts: [AccountKey: AccountGroup] = [:]

  init(_ routers: [RouterEnds], _ tunnels: [PlacedTunnel], _ owners: AddressOwners) {
    self.routers = routers
    self.tunnels = tunnels
    self.owners = owners
    for account in tunnels where account.end.side == .server {
      let key = AccountKey(user: account.end.user, kind: account.end.kind)
      accounts[key, default: AccountGroup()].add(account, in: routers[account.device].folder)
    }
  }

  func pair() -> [Row.ID: FoundEnd] {
    var found: [Row.ID: FoundEnd] = [:]
    var callers: [Row.ID: [(id: Row.ID, means: PairingMeans)]] = [:]
    for client in tunnels where client.end.side == .client {
      let far = farEnd(of: client)
      found[client.id] = far
      if case .paired(let account, let means) = far {
        callers[account, default: []].append((client.id, means))
      }
    }
    for account in tunnels where account.end.side == .server {
      let clients = callers[account.id] ?? []
      found[account.id] =
        clients.count == 1
        ? .paired(clients[0].id, clients[0].means) : .unknown(.noCaller(account.end.title))
    }
    return found
  }

  private func farEnd(of client: PlacedTunnel) -> FoundEnd {
    let groups = Set(["any", client.end.kind]).sorted().compactMap { kind in
      accounts[AccountKey(user: client.end.user, kind: kind)]
    }
    let holders = client.end.endpoint.map { owners.owners(of: $0, but: client.device) } ?? []
    if holders.count == 1 {
      let there = groups.flatMap { $0.first(on: holders[0]) }
      if let far = choose(among: there, for: client, .endpointAndUser) { return far }
      if there.isEmpty, routers[holders[0]].refuses(client.end.kind) { return .unanswered }
      let isOff = there.isEmpty && groups.contains { $0.isOff(on: holders[0]) }
      return .unknown(.noAnswer(client.end.title, routers[holders[0]].name, isOff: isOff))
    }
    let folder = routers[client.device].folder
    let near = groups.flatMap { $0.first(in: folder, but: client.device) }
    let all = near.isEmpty ? groups.flatMap { $0.first(in: nil, but: client.device) } : near
    return choose(among: all, for: client, .user)
      ?? .unknown(all.isEmpty ? .noAccount(client.end.title) : .manyAccounts(client.end.title))
  }

  /// The one account, or the only one with the secret or the network inside of the client.
  private func choose(
    among accounts: [PlacedTunnel], for client: PlacedTunnel, _ means: PairingMeans
  ) -> FoundEnd? {
    if accounts.count == 1 { return .paired(accounts[0].id, means) }
    if accounts.isEmpty || accounts.count >= AccountGroup.greatestNumber { return nil }
    if let far = accounts.only(sharingNetworkWith: client.end) {
      return .paired(far.id, .addressesInside)
    }
    guard let password = client.end.password else { return nil }
    let known = accounts.allSatisfy { $0.end.password != nil }
    let same = accounts.filter { $0.end.password == password }
    return known && same.count == 1 ? .paired(same[0].id, .userAndSecret) : nil
  }
}

extension Cause {
  fileprivate static func noAccount(_ title: String) -> Cause {
    Cause(
      "no export here has the one account that tunnel \(title) dials into",
      remedy: "audit the export of the concentrator, too")
  }

  fileprivate static func manyAccounts(_ title: String) -> Cause {
    Cause(
      "several routers here have an account that tunnel \(title) may dial into",
      remedy: "put the exports that belong together into one folder")
  }

  fileprivate static func noAnswer(_ title: String, _ device: String, isOff: Bool) -> Cause {
    if isOff {
      return Cause(
        "the account that tunnel \(title) dials into is switched off on \(device)",
        remedy: "switch it on, or remove the tunnel")
    }
    return Cause(
      "no one account in the export of \(device) is what tunnel \(title) dials into",
      remedy: "add it to /ppp secret there, or look where RADIUS gets it from")
  }

  fileprivate static func noCaller(_ title: String) -> Cause {
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

/// Accounts of one user and kind that are in use. So many are as good as more: then nobody can tell
/// which is meant.
private struct AccountGroup {
  static let greatestNumber = 16

  private var byDevice: [Int: [PlacedTunnel]] = [:]
  /// The devices that have one, all and by folder.
  private var devices: [Int] = []
  private var devicesByFolder: [Substring: [Int]] = [:]
  /// The devices that have one which is switched off.
  private var devicesWithOneOff: Set<Int> = []

  mutating func add(_ account: PlacedTunnel, in folder: Substring) {
    guard account.end.isOn else {
      devicesWithOneOff.insert(account.device)
      return
    }
    if byDevice[account.device] == nil {
      devices.append(account.device)
      devicesByFolder[folder, default: []].append(account.device)
    }
    byDevice[account.device, default: []].append(account)
  }

  func isOff(on device: Int) -> Bool { devicesWithOneOff.contains(device) }

  func first(on device: Int) -> [PlacedTunnel] {
    Array((byDevice[device] ?? []).prefix(Self.greatestNumber))
  }

  /// Those on other devices than `device`, of one folder or of all.
  func first(in folder: Substring?, but device: Int) -> [PlacedTunnel] {
    let places = folder.map { devicesByFolder[$0] ?? [] } ?? devices
    let others = places.lazy.filter { $0 != device }.prefix(Self.greatestNumber)
    return Array(others.flatMap { byDevice[$0] ?? [] }.prefix(Self.greatestNumber))
  }
}
