/// The family of all addresses in a menu; nil where both may stand.
func familyOfAddresses(in path: String) -> IPAddress.Family? {
  if path.hasPrefix("/ipv6/") { return .ip6 }
  return menusOfIPv4.contains(path) || path.hasPrefix("/ip/firewall/") ? .ip : nil
}

extension Menu {
  /// Why addresses of the other family than that of the menu can be no value of `property`; nil when there
  /// are none.
  func misfit(ofFamily text: String, _ property: Property) -> Misfit? {
    guard let family else { return nil }
    switch property.type {
    case .address, .addresses, .interfaceAddress, .prefix: break
    case .asNumber, .boolean, .choice, .date, .duration, .durations, .flag, .grants, .integer,
      .interface, .keepalive, .limit, .list, .macAddress, .microseconds, .name, .numbers, .pair,
      .ports, .protocol, .rateLimit, .rates, .script, .set, .size, .text, .timeWindow:
      return nil
    }
    // Where there is no colon there is no address of IPv6.
    if family == .ip, !text.utf8.contains(UInt8(ascii: ":")) { return nil }
    if property.name.hasPrefix("sniff-") { return nil }
    let list = text.utf8.first == UInt8(ascii: "!") ? text.dropFirst() : text[...]
    let isStrange = list.utf8.split(separator: UInt8(ascii: ",")).contains { part in
      let address = IPAddress(Substring(part.prefix { !"/-%".utf8.contains($0) }))
      return address.map { $0.family != family } ?? false
    }
    return isStrange ? .form : nil
  }
}

/// Menus below `/ip` that hold no IPv6 addresses; others, as `/ip/service`, hold both.
private let menusOfIPv4: Set<String> = [
  "/ip/address", "/ip/arp", "/ip/dhcp-relay", "/ip/dhcp-server", "/ip/dhcp-server/lease",
  "/ip/dhcp-server/network", "/ip/route", "/ip/route/rule",
]
