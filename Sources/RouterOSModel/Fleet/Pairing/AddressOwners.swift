/// Which routers hold which addresses.
struct AddressOwners {
  /// An address that a router holds.
  private struct Holding {
    let address: IPAddress
    let isEnabled: Bool
    /// Its place among the addresses of the router.
    let place: Int
  }

  /// So many routers are looked at when one address is on several; more of them are ambiguous anyway.
  private static let greatestNumberOfOwners = 64

  /// The addresses of each device.
  private(set) var addresses: [[InterfaceAddress]] = []
  /// The routing tables, by device, that each address is in; nil stands for one that nobody knows.
  private var tables: [[IPAddress: Set<String?>]] = []
  /// The folder of each device.
  private let folders: [Substring]
  private var holders: [IPAddress: [Int]] = [:]
  private var holdersByFolder: [Substring: [IPAddress: [Int]]] = [:]
  /// For each device and network the first address, and the first that is in use.
  private var sources: [PrefixTable<[Holding]>] = []

  init(_ routers: [RouterEnds]) {
    folders = routers.map(\.folder)
    for (device, router) in routers.enumerated() {
      var places: [IPAddress: Set<String?>] = [:]
      var table = PrefixTable<[Holding]>()
      for (place, end) in router.addresses.enumerated() {
        let holding = Holding(address: end.address.address, isEnabled: end.isOn, place: place)
        places[holding.address, default: []].insert(end.table)
        table.update(end.address.prefix, from: []) { known in
          let isNew = known.isEmpty || (holding.isEnabled && !known.contains(where: \.isEnabled))
          if isNew { known.append(holding) }
        }
      }
      addresses.append(router.addresses.map(\.address))
      tables.append(places)
      sources.append(table)
      for address in places.keys {
        holders[address, default: []].append(device)
        holdersByFolder[router.folder, default: [:]][address, default: []].append(device)
      }
    }
  }

  /// The routers that hold `address`, but for `device`; those in its own folder go before all others.
  func owners(of address: IPAddress, but device: Int) -> [Int] {
    func others(_ owners: [Int]?) -> [Int] {
      Array((owners ?? []).lazy.filter { $0 != device }.prefix(Self.greatestNumberOfOwners))
    }
    let near = others(holdersByFolder[folders[device]]?[address])
    return near.isEmpty ? others(holders[address]) : near
  }

  /// Whether `device` may hold `address` in a routing table; nil stands for one that nobody knows.
  ///
  /// Of an address in several tables others see only that in `main`, as far as an export tells.
  func mayHold(_ address: IPAddress, in table: String?, on device: Int) -> Bool {
    guard let tables = tables[device][address] else { return false }
    guard let table, !tables.contains(nil) else { return true }
    return tables.contains("main") ? table == "main" : tables.contains(table)
  }

  /// Whether any router but `device` in reach of it holds `address`.
  func isOwned(_ address: IPAddress, but device: Int) -> Bool {
    !owners(of: address, but: device).isEmpty
  }

  /// The address by which `device` likely reaches `address` on a connected network, the first of it; nil
  /// when it has none there. RouterOS may choose another, so this must exclude nothing.
  func source(of device: Int, toward address: IPAddress) -> IPAddress? {
    let candidates = sources[device].values(holding: address).joined()
    let enabled = candidates.filter(\.isEnabled).min { $0.place < $1.place }
    return (enabled ?? candidates.min { $0.place < $1.place })?.address
  }
}
