/// A network: an address whose host bits are zero, and the number of its network bits.
public struct IPPrefix: Hashable, Sendable, CustomStringConvertible {
  /// The first address.
  public let network: IPAddress
  /// The number of network bits: 0 to 32, or 0 to 128.
  public let length: Int

  /// The network of `address` with `length` network bits, which must fit its family.
  public init(_ address: IPAddress, length: Int) {
    precondition(0...address.family.width ~= length, "a prefix length must fit its family")
    let hostBits = UInt128(address.family.width - length)
    network = IPAddress(family: address.family, bits: (address.bits >> hostBits) << hostBits)
    self.length = length
  }

  /// Reads `10.1.1.0/25`, `10.1.1.0/255.255.255.128`, or an address alone as a network of one.
  public init?(_ text: some StringProtocol) {
    guard let parsed = InterfaceAddress(text) else { return nil }
    self.init(parsed.address, length: parsed.length)
  }

  /// The last address, which in IPv4 is the broadcast address of networks with more than two.
  public var last: IPAddress {
    let hosts = network.family.width - length
    return IPAddress(
      family: network.family, bits: network.bits | ((UInt128(1) << UInt128(hosts)) &- 1))
  }

  /// Whether `address` lies in the network.
  public func contains(_ address: IPAddress) -> Bool {
    address.family == network.family && IPPrefix(address, length: length) == self
  }

  /// The network and its length, as RouterOS prints it.
  public var description: String { "\(network)/\(length)" }
}

/// An address with a prefix length whose host part counts, as `/ip/address` holds it.
public struct InterfaceAddress: Hashable, Sendable, CustomStringConvertible {
  /// The address itself.
  public let address: IPAddress
  /// The number of network bits.
  public let length: Int

  /// The network that the address makes connected.
  public var prefix: IPPrefix { IPPrefix(address, length: length) }

  /// Reads an address with a prefix length or an IPv4 mask; without either it stands alone.
  public init?(_ text: some StringProtocol) {
    let whole = Substring(text)
    let slash = whole.utf8.firstIndex(of: UInt8(ascii: "/"))
    guard let address = IPAddress(slash.map { whole[..<$0] } ?? whole) else { return nil }
    self.address = address
    guard let slash else { length = address.family.width; return }
    let rest = whole[whole.utf8.index(after: slash)...]
    guard let length = Self.length(rest, address.family) else { return nil }
    self.length = length
  }

  /// The address and its length, as RouterOS prints it.
  public var description: String { "\(address)/\(length)" }

  private static func length(_ text: Substring, _ family: IPAddress.Family) -> Int? {
    if text.utf8.count > 3, let mask = IPAddress(text), mask.family == .ip, family == .ip {
      let inverted = ~UInt32(truncatingIfNeeded: mask.bits)
      return inverted & (inverted &+ 1) == 0 ? inverted.leadingZeroBitCount : nil
    }
    guard let length = Int(text), 0...family.width ~= length, text.utf8.first != UInt8(ascii: "+")
    else {
      return nil
    }
    return length
  }
}

extension IPPrefix {
  /// Whether it is a single address.
  var isHost: Bool { length == network.family.width }

  /// Whether all of another network lies in this one.
  func holds(_ other: IPPrefix) -> Bool { length <= other.length && contains(other.network) }
}
