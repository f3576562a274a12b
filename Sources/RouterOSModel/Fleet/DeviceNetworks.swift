import SourceText

/// A network that a router is connected to.
struct DeviceNetwork {
  let id: Row.ID
  let prefix: IPPrefix
  let host: IPAddress
  let interface: String
  /// Whether the router hands out addresses in it.
  let isServing: Bool
  /// Whether it holds an address that several routers share.
  let isVirtual: Bool

  /// Whether both may be on one segment: the same network with different hosts, where nobody hands out
  /// addresses.
  func mayShareSegment(with other: DeviceNetwork) -> Bool {
    prefix == other.prefix && host != other.host && !isServing && !other.isServing
  }
}

/// The networks of one router in its main table, in order.
struct DeviceNetworks {
  let name: String
  private(set) var all: [DeviceNetwork] = []
  private var table = PrefixTable<[Int]>()
  /// The places of the networks by their first addresses.
  private var order: [Int] = []

  init(_ fleet: Fleet, _ device: Int) {
    name = fleet.devices[device].name
    let serving = Set(
      fleet.rows(.dhcpServers, of: device).filter { $0.text("disabled") != "yes" }
        .compactMap { $0.text("interface") })
    let rows = fleet.rows(.addresses, of: device)
    let virtual = rows.filter { $0.text("interface-type") == "vrrp" }
      .compactMap { $0.text("host").flatMap { IPAddress($0) } }.sorted()
    for row in rows where row.text("interface-type") != "vrrp" {
      guard row.text("in-use") != "no", row.text("routing-table") == "main", let id = row.id,
        let prefix = row.text("prefix").flatMap({ IPPrefix($0) }),
        let host = row.text("host").flatMap({ IPAddress($0) }),
        let interface = row.text("interface")
      else { continue }
      if prefix.isHost || prefix.network.isLinkLocal { continue }
      all.append(
        DeviceNetwork(
          id: id, prefix: prefix, host: host, interface: interface,
          isServing: serving.contains(interface),
          isVirtual: virtual.hasAny(in: prefix.network...prefix.last)))
    }
    for (place, network) in all.enumerated() {
      table.update(network.prefix, from: []) { $0.append(place) }
    }
    order = all.indices.sorted { all[$0].prefix.network < all[$1].prefix.network }
  }

  /// The networks that hold `prefix`, or lie in it.
  func overlapping(_ prefix: IPPrefix) -> [DeviceNetwork] {
    let holders = table.prefixes(holding: prefix.network).filter { $0.length <= prefix.length }
    var places = holders.flatMap { table[$0] ?? [] }
    let start = order.partitioningIndex { all[$0].prefix.network >= prefix.network }
    for place in order[start...] {
      guard prefix.contains(all[place].prefix.network) else { break }
      if all[place].prefix.length > prefix.length { places.append(place) }
    }
    return places.sorted().map { all[$0] }
  }
}
