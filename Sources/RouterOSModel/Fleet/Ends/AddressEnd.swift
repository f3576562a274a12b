import SourceText

/// An address of a router, as far as other routers must know it.
struct AddressEnd: Sendable {
  /// Its place among the rows of the view.
  let index: Int
  let address: InterfaceAddress
  /// The network that it makes connected.
  let prefix: IPPrefix
  /// The subnet that it shares with its neighbours.
  let subnet: String
  let interface: String
  /// The routing table that it is in; nil for one that nobody knows.
  let table: String?
  let isOn: Bool
  /// Whether it is that of a virtual router, which several routers hold at once.
  let isVirtual: Bool
  let place: Span
  /// The address with its length, the address alone and its subnet, as they may be shown.
  let texts: (address: String, host: String, subnet: String)

  /// Nil for an address that no line tells.
  init?(_ row: Row, _ index: Int, isVirtual: Bool, _ shown: (String) -> String) {
    guard let address = row.text("address").flatMap({ InterfaceAddress($0) }) else { return nil }
    self.index = index
    self.address = address
    prefix = row.text("prefix").flatMap { IPPrefix($0) } ?? address.prefix
    interface = shown(row.text("interface") ?? "")
    table = row.text("routing-table")
    isOn = row.text("disabled") != "yes"
    self.isVirtual = isVirtual
    place = row.place
    subnet = Self.subnet(of: address.address, prefix)
    texts = (shown(address.description), shown(address.address.description), shown(subnet))
  }

  /// One that stands alone shares a subnet with its peer only.
  private static func subnet(of address: IPAddress, _ prefix: IPPrefix) -> String {
    if prefix.contains(address) { return prefix.description }
    return [address, prefix.network].sorted().map(\.description).joined(separator: " with ")
  }

  /// Whether every link has addresses like it, or every router (RFC 4291, RFC 1122).
  var isLocal: Bool {
    IPPrefix("fe80::/10")?.contains(address.address) ?? false
      || IPPrefix("127.0.0.0/8")?.contains(address.address) ?? false
  }
}
