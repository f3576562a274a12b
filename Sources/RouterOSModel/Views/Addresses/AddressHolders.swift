import SourceText

/// What the interfaces that carry addresses tell of them.
struct AddressHolders {
  private let interfaces: KnownInterfaces
  private let gap: Cause?

  init(_ views: RouterViews) {
    interfaces = views.interfaces
    gap = views.configuration.incompleteness(of: InterfaceKind.all.map(\.menu))
  }

  /// The cells of an address.
  func cells(of row: Row) -> [String: Cell] {
    let name = row.cell("interface") ?? .none
    let interface = name.text.flatMap { interfaces[$0] }
    var type = Cell(interface?.type, .choice)
    if interface == nil, let doubt = name.doubt ?? gap { type = Cell(.unknown(doubt), .choice) }
    let off = [
      row.cell("disabled"),
      interface?.disabled ?? Cell(gap.map { .unknown($0) } ?? .unset, .boolean),
    ]
    let isOff = Cell(anyOf: off.compactMap { $0 }, at: nil)
    let inUse = isOff.doubt.map { Cell(.unknown($0), .boolean) } ?? Cell(!isOff.isYes)
    return ["in-use": inUse, "interface-type": type]
  }
}

extension Entry {
  /// What the host bits of an address are. A prefix that the router takes from a pool has them of its own.
  func hostPart(_ address: InterfaceAddress, at evidence: Span?) -> Cell {
    let host = address.address
    if address.length >= host.family.width - 1 { return Cell("single", .choice, at: evidence) }
    if value("eui-64").text == "yes" { return Cell("host", .choice, at: evidence) }
    let isNetwork = host == address.prefix.network
    if isNetwork, argument(of: "from-pool") != nil {
      return Cell(.unknown(.pooled), .choice, at: evidence)
    }
    let isBroadcast = host.family == .ip && host == address.prefix.last
    return Cell(isNetwork ? "network" : isBroadcast ? "broadcast" : "host", .choice, at: evidence)
  }
}

extension InterfaceAddress {
  /// The network that the address and its length make; unset for one that stands alone, and for IPv6.
  var expectedNetwork: Cell {
    let hasNone = address.family == .ip6 || length == address.family.width
    return Cell(hasNone ? nil : prefix.network.description, .address)
  }
}

extension Cause {
  fileprivate static let pooled = Cause(
    "the router takes the address from a pool", remedy: "look at /ipv6 address print on the router")
}
