/// Which networks of routers that face each other overlap, although they are no link between them.
struct SharedNetworks {
  private var cells: [Row.ID: Cell] = [:]
  private let networks: [DeviceNetworks]
  /// The routers that each faces, in order.
  private let facing: [Set<Int>]
  private let links: LinkNetworks
  /// So many networks are compared in all, so that hostile fleets cost linear time.
  private var left = 1 << 22

  /// `rows` are the addresses of each router; `pairs` the sessions and tunnels that belong together.
  init(_ fleet: Fleet, _ pairs: [(here: Row, far: Row)]) {
    var facing = fleet.devices.map { _ in Set<Int>() }
    for site in fleet.facts.sites {
      for device in site.devices { facing[device].formUnion(site.devices.subtracting([device])) }
    }
    for (here, far) in pairs {
      guard let device = here.id?.device, let other = far.id?.device, device != other else {
        continue
      }
      facing[device].insert(other)
      facing[other].insert(device)
    }
    self.facing = facing
    links = LinkNetworks(pairs)
    networks = fleet.devices.indices.map { DeviceNetworks(fleet, $0) }
    for device in fleet.devices.indices where !facing[device].isEmpty { judge(device) }
  }

  /// The interfaces of other routers whose networks overlap that of a row of the view of addresses.
  func cell(of row: Row) -> Cell { row.id.flatMap { cells[$0] } ?? Cell(.unset, .set) }

  private mutating func judge(_ device: Int) {
    for network in networks[device].all {
      var found: [String] = []
      var doubt: Cause?
      for other in facing[device].sorted() {
        left -= 1
        let overlapping = networks[other].overlapping(network.prefix)
        left -= overlapping.count
        if left < 0 { doubt = .tooMany; break }
        left -= overlapping.isEmpty ? 0 : links.count(between: device, other)
        for far in overlapping
        where !(network.isVirtual && far.isVirtual) && !links.isLink(network, device, far, other) {
          let name = "\(networks[other].name) \(far.interface)"
          if network.mayShareSegment(with: far) {
            doubt = doubt ?? .segment(network.prefix, networks[other].name)
          } else if !found.contains(name), found.count < Self.mostNames {
            found.append(name)
          }
        }
      }
      if !found.isEmpty {
        cells[network.id] = Cell(.known(found), .set)
      } else if let doubt {
        cells[network.id] = Cell(.unknown(doubt), .set)
      }
    }
  }

  private static let mostNames = 16
}

extension Cause {
  fileprivate static let tooMany = Cause(
    "the routers that face each other have more networks than can be compared",
    remedy: "put the routers that belong together into sites in jalur.yaml")

  fileprivate static func segment(_ prefix: IPPrefix, _ device: String) -> Cause {
    Cause(
      "\(device) has an address in \(prefix), too, which may be one segment",
      remedy: "compare the two by hand")
  }
}
