/// One spelling for a protocol by name or number: `6` and `tcp`, `0x800` and `ip` are the same.
///
/// Numbers below 256 are those of IP (IANA, "Protocol Numbers"), others types of Ethernet frames (IANA,
/// "IEEE 802 Numbers"); names are those of RouterOS.
func canonicalProtocol(_ text: String) -> String {
  let isInverted = text.utf8.first == UInt8(ascii: "!")
  let name = isInverted ? String(text.dropFirst()) : text
  guard let number = wholeNumber(name) else { return text }
  return (isInverted ? "!" : "") + (protocols[number] ?? String(number))
}

private let protocols: [Int: String] = [
  1: "icmp", 2: "igmp", 3: "ggp", 4: "ipencap", 5: "st", 6: "tcp", 8: "egp", 12: "pup", 17: "udp",
  20: "hmp",
  22: "xns-idp", 27: "rdp", 29: "iso-tp4", 33: "dccp", 36: "xtp", 37: "ddp", 38: "idpr-cmtp",
  41: "ipv6-encap", 43: "ipv6-route", 44: "ipv6-frag", 46: "rsvp", 47: "gre", 50: "ipsec-esp",
  51: "ipsec-ah", 58: "icmpv6", 59: "ipv6-nonxt", 60: "ipv6-opts", 73: "rspf", 81: "vmtp",
  89: "ospf", 94: "ipip", 97: "etherip", 98: "encap", 103: "pim", 108: "ipcomp", 112: "vrrp",
  115: "l2tp", 132: "sctp", 136: "udp-lite",
  0x0800: "ip", 0x0806: "arp", 0x8035: "rarp", 0x8100: "vlan", 0x8137: "ipx", 0x86DD: "ipv6",
  0x8847: "mpls-unicast", 0x8848: "mpls-multicast", 0x8863: "pppoe-discovery", 0x8864: "pppoe",
  0x88A8: "service-vlan", 0x88CC: "lldp", 0x88E5: "macsec",
]
