import SourceText

/// Something that several routers have together, or that one has twice.
public struct FleetGroup: Sendable {
  /// What they have together.
  public enum Kind: String, CaseIterable, Sendable {
    /// The same address, which only one may have.
    case address
    /// The same router id, which only one may have.
    case routerID = "router-id"
    /// A connected subnet.
    case subnet
    /// A virtual router on one subnet.
    case vrrp
  }

  /// A router with its part in the group.
  public struct Member: Sendable {
    /// The router, by its place among those given.
    public let device: Int
    /// The interface, or what else has it.
    public let owner: String
    /// Its own address in a subnet, its priority in a virtual router.
    public let value: String
    /// The start of the text that says so, in bytes of its file.
    public let offset: UInt32
  }

  /// What they have together.
  public let kind: Kind
  /// The subnet, the virtual router or the address itself.
  public let name: String
  /// Its members, by path and then by place.
  public let members: [Member]
}

extension FleetGroup {
  /// The subnets that several routers are connected to, and the virtual routers that several take part
  /// in. Linear in the addresses.
  public static func neighbours(of routers: [RouterEnds]) -> [FleetGroup] {
    var subnets = Gathering()
    var virtual = Gathering()
    for (device, router) in routers.enumerated() {
      let own = SubnetsByInterface(router)
      for end in router.addresses where end.isOn && !end.isVirtual && !end.isLocal {
        subnets.add(
          end.subnet, sortedBy: end.prefix, shownAs: end.texts.subnet,
          Member(
            device: device, owner: end.interface, value: end.texts.address,
            offset: end.place.start))
      }
      for end in router.virtualRouters where end.isOn {
        for (prefix, text) in own.prefixes(on: end.interface, end.family) {
          virtual.add(
            "\(prefix) vrid \(end.number)", sortedBy: prefix,
            shownAs: "\(text) vrid \(end.number)",
            Member(
              device: device, owner: end.name, value: "priority \(end.priority)",
              offset: end.place.start))
        }
      }
    }
    return subnets.shared(.subnet, routers) + virtual.shared(.vrrp, routers)
  }

  /// The addresses that are there twice, but for those of virtual routers, and the router ids. Linear.
  public static func duplicates(among routers: [RouterEnds]) -> [FleetGroup] {
    var addresses = Gathering()
    var identifiers = Gathering()
    for (device, router) in routers.enumerated() {
      var seen: Set<[String]> = []
      for end in router.addresses where end.isOn && !end.isVirtual && !end.isLocal {
        let address = end.address.address
        // One router may well have an address in several routing tables.
        let isTwice = !seen.insert([address.description, end.table ?? "?"]).inserted
        addresses.add(
          address.description, sortedBy: IPPrefix(address, length: address.family.width),
          shownAs: end.texts.host,
          Member(
            device: device, owner: end.interface, value: end.texts.address,
            offset: end.place.start), isTwice: isTwice)
      }
      for end in router.routerIDs {
        identifiers.add(
          end.id.description, sortedBy: IPPrefix(end.id, length: end.id.family.width),
          shownAs: end.text,
          Member(device: device, owner: end.owner, value: end.text, offset: end.place.start))
      }
    }
    return addresses.shared(.address, routers) + identifiers.shared(.routerID, routers)
  }
}

/// The subnets of a router by interface.
private struct SubnetsByInterface {
  private var prefixes: [String: [IPPrefix: String]] = [:]

  init(_ router: RouterEnds) {
    for end in router.addresses where end.isOn && !end.isLocal {
      prefixes[end.interface, default: [:]][end.prefix] = end.texts.subnet
    }
  }

  /// Those of a family, each with how it may be shown.
  func prefixes(on interface: String, _ family: IPAddress.Family) -> [IPPrefix: String] {
    (prefixes[interface] ?? [:]).filter { $0.key.network.family == family }
  }
}
