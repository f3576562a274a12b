/// Which routers hold which addresses.
struct AddressOwners {
  /// An address that a router holds.
  struct Holding {
    let device: Int
    let address: InterfaceAddress
    let isEnabled: Bool
  }

  private var holders: [IPAddress: [Int]] = [:]
  /// The addresses of each device.
  let holdings: [[Holding]]

  init(_ rows: [[Row]]) {
    holdings = rows.enumerated().map { device, rows in
      rows.compactMap { row in
        guard let address = row.text("address").flatMap({ InterfaceAddress($0) }) else {
          return nil
        }
        return Holding(
          device: device, address: address, isEnabled: row.text("disabled") != "yes")
      }
    }
    for holding in holdings.joined() where holders[holding.address.address]?.last != holding.device
    {
      holders[holding.address.address, default: []].append(holding.device)
    }
  }

  /// The routers that hold `address`, but for `device`; those in its own folder go before all others.
  func owners(of address: IPAddress, but device: Int, _ devices: [Device]) -> [Int] {
    let owners = (holders[address] ?? []).filter { $0 != device }
    let near = owners.filter { devices[$0].folder == devices[device].folder }
    return near.isEmpty ? owners : near
  }

  /// Whether any router but `device` in reach of it holds `address`.
  func isOwned(_ address: IPAddress, but device: Int, _ devices: [Device]) -> Bool {
    !owners(of: address, but: device, devices).isEmpty
  }

  /// The address by which `device` reaches `address` on a connected network; nil when it is none.
  func source(of device: Int, toward address: IPAddress) -> IPAddress? {
    let candidates = holdings[device].filter { $0.address.prefix.contains(address) }
    return (candidates.first(where: \.isEnabled) ?? candidates.first)?.address.address
  }
}
